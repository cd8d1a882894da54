import Organization

extension ImportProblem {
  /// What to do about it, where more can be said than the message does.
  package var hint: String? {
    switch self {
    case .ownerMissing(let system):
      system.map {
        "its system belongs to '\(Printable.clipped($0))'; name one team in `spec.owner`"
      }
        ?? "name one team as the owner"
    case .ownerUnknown(_, let nearest):
      nearest.map { "did you mean '\(Printable.clipped($0))'?" }
        ?? "import the file that has the group too, or give its team under `teams` of a map"
    case .ownerIsAPerson: "people leave; name the team that the person works in"
    case .ownerIsAnAddress: "an address plans nothing; name a team, or map it under `teams`"
    case .ownerIsNoTeam(_, _, let owner):
      owner.map { "that belongs to '\(Printable.clipped($0))': is that the team?" }
        ?? "name the team that does the work"
    case .severalOwners: "name one team; the others may help"
    case .badReference: "write it such as group:default/checkout"
    case .danglingReference(_, _, let nearest):
      nearest.map { "did you mean '\(Printable.clipped($0))'?" }
    case .referenceWithoutKind: "write component:NAME or resource:NAME"
    case .duplicateEntity: "remove one of them, or give it a namespace of its own"
    case .groupCircle: "take one `parent` or `children` out; hierarchy among them is not used"
    case .severalParents: "a group has at most one; the first is used"
    case .severalTeams: "correct `people` in the model where that is not where the work is done"
    case .unknownMembers, .renamed, .unmappedTitle(_, _), .otherOwnersFile, .leavesLater: hintOfNote
    case .badField, .ownersFileTooLarge, .wrongVersion: nil
    case .unreachable: "import from a checkout that has it"
    case .differs: "the model was left as it is; change it there if the sources are right"
    case .badPattern, .badOwner, .badSection: "the line is skipped, as the host of the code does"
    case .mixedFolder: "name the folder and its team under `folders` of a map, or split it"
    case .folderUnowned: "add a line for the folder, such as /services/cart/ @org/team"
    case .unknownTier: "give it a number under `tiers` of a map"
    case .noColumn(_, let synonyms):
      "name it under `columns` of a map; known headers: \(synonyms.prefix(6).joined(separator: ", "))"
    case .unclearColumn: "name the right one under `columns` of a map"
    case .badDate: "write 2026-03-31, 31.03.2026 or a spreadsheet's day number"
    case .mixedDates: "export the column as 2026-03-31"
    case .noTeam: "fill the column, or map the department under `teams`"
    case .thinMonths: "they are left missing"
    case .unusableSamples: "their time counts as unknown"
    case .serverSays, .contradictions, .keptMonths: nil
    case .narrowRange(_, let step):
      "write [\(StepText.text(step))] in the query, so that nothing between its points is lost"
    case .shortHistory:
      "the server has nothing older; import again each month, which keeps what is there"
    case .feltByNone:
      "name it under `traffic` of a service; services that name no driver feel all of them alike"
    case .noDriver(let fault): fault.hint
    case .historyNotKept: "add --output, so that the months go to a file beside the model"
    case .badNumber: "write 1234.5 or 1,234.5, or 1234,5 in all rows of the column"
    case .twice: "the row that starts last is taken"
    case .alike(let problem, _): problem.hint
    case .onCall(let problem): problem.hint
    }
  }

  private var hintOfNote: String? {
    switch self {
    case .unmappedTitle:
      "add a row to `titles` of a map, such as {pattern: architect, level: staff}"
    case .renamed: "ids have letters, digits, '-', '_' and '.' only"
    default: nil
    }
  }
}
