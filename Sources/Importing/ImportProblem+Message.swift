import Organization

extension ImportProblem {
  /// What is wrong, in one line.
  package var message: String {
    switch self {
    case .ownerMissing: "nobody is named as the owner"
    case .ownerUnknown(let name, _): "its owner \(shown(name)) is no group of the sources"
    case .ownerIsAPerson: "its owner is a person"
    case .ownerIsAnAddress: "its owner is an e-mail address"
    case .ownerIsNoTeam(let kind, let name, _):
      "its owner \(shown(name)) is of kind \(Printable.clipped(kind)), not a team"
    case .severalOwners(let names): "it is owned by several: \(listed(names))"
    case .badReference(let text): "\(shown(text)) is not written [kind:][namespace/]name"
    case .danglingReference(let kind, let name, _):
      "there is no \(Printable.clipped(kind)) \(shown(name)) in the sources"
    case .referenceWithoutKind(let text):
      "\(shown(text)) does not say of which kind it is, which Backstage refuses"
    case .duplicateEntity(let kind, let name, let first):
      "\(Printable.clipped(kind)) \(shown(name)) is given before, at \(first.file):\(first.line)"
    case .groupCircle(let names): "groups are above each other in a circle: \(listed(names))"
    case .severalParents(let names): "it has several parents: \(listed(names))"
    case .severalTeams(let team, let count):
      "a person is in \(count) teams, and counted in \(shown(team)) only"
    case .unknownMembers(let count):
      count == 1
        ? "one member is no user of the sources, but counted"
        : "\(count) members are no users of the sources, but counted"
    case .badField(let field, let expected): "\(shown(field)) should be \(expected)"
    case .unreachable(let target, let reason): "\(shown(target)) was not followed: \(reason)"
    case .renamed(let name, let id): "\(shown(name)) is called \(id) in the model"
    case .differs(let key, let model, let source):
      "`\(key)` is \(shown(model)) in the model and \(shown(source)) in the sources"
    case .badPattern(let pattern, let reason): "pattern \(shown(pattern)) \(reason.words)"
    case .badOwner(let text): "\(shown(text)) is neither @user, @org/team nor an e-mail address"
    case .ownersFileTooLarge(let size): "the file has \(size) MB; GitHub ignores it from 3 MB on"
    case .otherOwnersFile(let path): "\(shown(path)) is not used, as another comes first"
    case .mixedFolder(let owner, let others, let files, let all):
      "\(files) of its \(all) files belong to \(owner), others to \(listed(others))"
    case .folderUnowned: "no line of CODEOWNERS gives its files an owner"
    case .badSection(let text): "section \(shown(text)) is not written [name], ^[name] or [name][2]"
    case .unknownTier(let tier): "tier \(shown(tier)) is none of 1 to 4, nor in the map"
    case .wrongVersion(let version): "version \(shown(version)) is not known"
    case .noColumn(let field, _): "there is no column for \(field)"
    case .unclearColumn(let field, let columns):
      "several columns may be \(field): \(listed(columns)); the first is taken"
    case .unmappedTitle(let title, let people):
      "title \(shown(title)) says no level, so that "
        + "\(Printable.count(people, "person is", "people are")) not counted"
    case .badDate(let column): "a date in \(shown(column)) cannot be read"
    case .mixedDates(let column):
      "dates in \(shown(column)) are written day first in some rows and month first in others"
    case .noTeam: "a person has no team"
    case .twice: "an employee number stands in two rows"
    case .thinMonths(let months):
      "less than 90 % is known of \(listed(months.map(\.description)))"
    case .unusableSamples(let counts): counts.words
    case .serverSays(let text, _): "the server says: \(Printable.clipped(text, to: 300))"
    case .narrowRange(let range, let step):
      "the query looks at \(StepText.text(range)) of every \(StepText.text(step))"
    case .shortHistory(let first, let wanted):
      "its months begin in \(first), not in \(wanted)"
    case .feltByNone: "no service of the model names it under `traffic`"
    case .contradictions(let count):
      Printable.count(count, "time has", "times have") + " two values, of which the first counts"
    case .noDriver(let fault): "it \(fault.words)"
    case .historyNotKept:
      "its months are left out: a model on standard output has no file beside it"
    case .keptMonths(let count):
      "\(Printable.count(count, "month", "months")) that the sources no longer have stay in the file"
    case .badNumber(let column, let rows):
      "\(shown(column)) holds no number of 0 or more in \(Printable.count(rows, "row", "rows"))"
    case .leavesLater(let month): "a person is known to leave in \(month), and counted until then"
    case .alike(let problem, let count):
      "from here on \(Printable.count(count, "time", "times")): \(problem.message)"
    case .onCall(let problem): problem.message
    }
  }

  private func shown(_ text: String) -> String { "'\(Printable.clipped(text))'" }

  /// The first few.
  private func listed(_ names: [String]) -> String {
    let left = names.count - 5
    return names.prefix(5).map { Printable.clipped($0) }.joined(separator: ", ")
      + (left > 0 ? " and \(left) more" : "")
  }
}

extension SampleCounts {
  /// How many of each there are.
  var words: String {
    let parts = [
      (gaps, "missing"), (notANumber, "not a number"), (infinite, "infinite"),
      (negative, "negative"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "points that say nothing: \(told.joined(separator: ", "))"
  }
}

extension PatternFault {
  /// What is wrong with the pattern, after its name.
  var words: String {
    switch self {
    case .negation: "begins with !, which CODEOWNERS of GitHub do not know"
    case .escapedHash: "begins with \\#, which CODEOWNERS do not know"
    case .threeStars: "has three stars in a row"
    case .empty: "matches nothing"
    }
  }
}
