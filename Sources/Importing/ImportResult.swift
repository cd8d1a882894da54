package import Organization

/// What was understood of the sources, before any of it is in a model.
package struct ImportResult: Sendable {
  package var kind: ImportKind
  package var teams: [ImportedTeam] = []
  package var services: [ImportedService] = []
  /// Traffic by month.
  package var drivers: [ImportedDriver] = []
  /// Everything that the sources hold, in their order: taken or skipped.
  package var items: [ImportItem] = []
  package var findings: [ImportFinding] = []
  package var assumptions: [ImportAssumption] = []
  /// Defaults of the whole model that the sources measure, by their names.
  package var measured: [(name: String, value: LoadEstimate)] = []
  /// What could not be read at all.
  package var broken: [Diagnostic] = []
  /// Findings of rows beyond those that are told one by one, by their codes.
  private var further: [String: (told: Int, first: ImportFinding?, more: Int)] = [:]

  package init(_ kind: ImportKind) { self.kind = kind }

  /// More findings of a code than these are told together.
  static let mostAlike = 1_000

  /// Notes a finding of which every row of a table may have one.
  mutating func reportSparingly(
    _ problem: ImportProblem, on subject: String, at position: SourcePosition?
  ) {
    let code = problem.code
    var known = further[code] ?? (0, nil, 0)
    if known.told < Self.mostAlike {
      known.told += 1
      report(problem, on: subject, at: position)
    } else {
      known.first = known.first ?? ImportFinding(problem, subject: subject, position: position)
      known.more += 1
    }
    further[code] = known
  }

  /// Puts items and findings in the order of files and lines; those without a place come first.
  mutating func sort() {
    for (_, known) in further {
      guard var finding = known.first else { continue }
      finding.problem = .alike(finding.problem, count: known.more)
      findings.append(finding)
    }
    further = [:]
    items = items.enumerated().sorted { a, b in
      a.element.position == b.element.position
        ? a.offset < b.offset : a.element.position < b.element.position
    }.map(\.element)
    let nowhere = SourcePosition(file: "", line: 0, column: 0)
    findings = findings.enumerated().sorted { a, b in
      let (first, second) = (a.element.position ?? nowhere, b.element.position ?? nowhere)
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
  }

  /// Notes a finding about pages or shifts.
  mutating func report(
    _ problem: OnCallProblem, on subject: String, at position: SourcePosition?
  ) {
    report(.onCall(problem), on: subject, at: position)
  }

  /// Notes a finding.
  mutating func report(
    _ problem: ImportProblem, on subject: String, at position: SourcePosition?
  ) {
    findings.append(ImportFinding(problem, subject: subject, position: position))
  }
}

/// A team as the sources tell it.
package struct ImportedTeam: Hashable, Sendable {
  package var id: String
  /// People by level; without names.
  package var people: [String: Int]
  /// Rows of a roster, where the sources know more of people than their number.
  package var roster = ImportedPeople()
  /// Whether somebody of it answers pages, where the sources tell.
  package var isOnCall = false
  /// What its rota is like, where the sources tell more.
  package var rota: ImportedRota?
  /// Whether it may have more people than were seen.
  package var isAtLeast = false
  package var position: SourcePosition?

  package init(id: String, people: [String: Int] = [:], position: SourcePosition? = nil) {
    self.id = id
    self.people = people
    self.position = position
  }

  package var headcount: Int { people.values.reduce(0, +) }
}

/// The rota of a team as its shifts tell it.
package struct ImportedRota: Hashable, Sendable {
  /// People on call at once.
  package var layers: Int
  package var shiftHours: Double
  /// The IANA zone of its people.
  package var zone: String?
}

/// One person of a roster, without a name.
package struct ImportedPerson: Hashable, Sendable {
  package var level: String
  /// The month of joining, where known.
  package var start: YearMonth?

  package init(level: String, start: YearMonth?) {
    self.level = level
    self.start = start
  }
}

/// A service as the sources tell it.
package struct ImportedService: Hashable, Sendable {
  package var id: String
  /// Ids of teams; empty where nobody who could plan for it owns it.
  package var owners: [String] = []
  package var tier: Int?
  package var dependsOn: [String] = []
  /// Ids of drivers whose traffic it feels, all alike; empty where the sources do not tell.
  package var traffic: [String] = []
  /// Its id in PagerDuty.
  package var pagerDutyID: String?
  /// Pages a month.
  package var pages: LoadEstimate?
  package var position: SourcePosition?

  package init(id: String, position: SourcePosition? = nil) {
    self.id = id
    self.position = position
  }
}

/// One thing in the sources, and what became of it.
package struct ImportItem: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    /// What it is in the model: `team` or `service`, with its id, or a number of people.
    case taken(as: String)
    case skipped(SkipReason)
  }

  /// Such as `Component`.
  package var kind: String
  /// As the source has it; empty for people.
  package var name: String
  package var outcome: Outcome
  package var position: SourcePosition
  /// How many there are like it, the others somewhere behind it: more than one where there are many.
  package var count = 1

  package init(kind: String, name: String, _ outcome: Outcome, at position: SourcePosition) {
    self.kind = kind
    self.name = name
    self.outcome = outcome
    self.position = position
  }
}

/// Why something in the sources is not in the model, though nothing is wrong with it.
package enum SkipReason: Hashable, Sendable {
  /// A kind that plans have no use for.
  case kind
  /// Software that nobody runs, by its type.
  case type(String)
  /// It says how others belong together, and was used for that.
  case grouping
  /// What it says of others was followed.
  case followed
  case template
  case notAnEntity
  case emptyGroup
  case duplicate
  case unusable
  case excluded
  case left
  case contractor
  case earlierStay
  case noFolder
  case lowUrgency
  case outside
  case always
  case noShifts
  case nobody
  case test
  case withdrawn
  case covered
  case declared
  case silenced
  case repeated
  case repository
  case notYet
  case title
  case noNumbers

  /// In a few words.
  package var words: String {
    switch self {
    case .kind: "plans have no use for this kind"
    case .type(let type): "type \(Printable.clipped(type)): nobody runs it in production"
    case .grouping: "a grouping; cadre has teams and services only"
    case .followed: "read for what it points to"
    case .template: "a template's skeleton with placeholders"
    case .notAnEntity: "not a document of this format"
    case .emptyGroup: "a group without people and services"
    case .duplicate: "given before"
    case .unusable: "not usable as it is; see the findings"
    case .excluded: "left out by the map"
    case .left: "has left"
    case .contractor: "a contractor; partners are a section of their own"
    case .earlierStay: "an earlier stay of somebody who came back"
    case .notYet: "has not started yet; a plan has such people as seats"
    case .title: "a title that does other work than plans are about"
    case .noNumbers: "a column without numbers"
    case .repository: "says who owns a repository, not a service"
    case .noFolder: "no folder of a service is under it"
    case .lowUrgency: "of low urgency, which pages nobody"
    case .outside: "outside of the days asked for"
    case .always: "always on call, so that there are no shifts"
    case .noShifts: "has no shifts that came of it"
    case .nobody: "names nobody"
    case .test: "a test or a tutorial"
    case .withdrawn: "declined, merged or cancelled"
    case .covered: "counted by the escalation that it comes with"
    case .declared: "declared by somebody; no escalation paged for it"
    case .silenced: "silenced"
    case .repeated: "tells again of an alert"
    }
  }
}

/// Something wrong or unclear in the sources, with its place.
package struct ImportFinding: Hashable, Sendable {
  package var problem: ImportProblem
  /// The team, service or other thing that it is about.
  package var subject: String
  package var position: SourcePosition?

  package init(_ problem: ImportProblem, subject: String, position: SourcePosition?) {
    self.problem = problem
    self.subject = subject
    self.position = position
  }
}
