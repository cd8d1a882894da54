import Organization

/// What a candidate is judged by: seven rows whose weights follow what the services need.
package struct HiringScorecard: Hashable, Sendable {
  package enum Row: String, CaseIterable, Sendable {
    case systemDesign = "system-design"
    case fundamentals
    case database
    case scalability
    case codeQuality = "code-quality"
    case communication
    case ownership

    package var name: String {
      switch self {
      case .systemDesign: "system design"
      case .fundamentals: "fundamentals"
      case .database: "database"
      case .scalability: "scalability"
      case .codeQuality: "code quality"
      case .communication: "communication"
      case .ownership: "ownership"
      }
    }

    /// What a good score rests on: experience that can be asked about, not names of tools.
    package var evidence: String {
      switch self {
      case .systemDesign: "has designed, changed and defended a system; names what it cost"
      case .fundamentals: "explains what a program does, what fails and why"
      case .database: "has modelled data, found slow queries, changed a schema under load"
      case .scalability: "knows what fails first at ten times the traffic, and has seen some of it"
      case .codeQuality: "reads and reviews code well; tests, defends, stays compatible"
      case .communication: "says trade-offs plainly, listens, writes things down"
      case .ownership: "has run what was built: incidents, costs, years of upkeep"
      }
    }

    /// The row that tells whether somebody holds a competency.
    ///
    /// What a model adds of its own is knowledge of the field, and counts as fundamentals.
    static func judging(_ competency: Int) -> Row {
      guard Competency.allCases.indices.contains(competency) else { return .fundamentals }
      return switch Competency.allCases[competency] {
      case .systemDesign: .systemDesign
      case .backendFundamentals: .fundamentals
      case .relationalData, .nonRelationalData: .database
      case .caching, .queuesAndStreaming, .concurrency, .cloudAndContainers, .scale: .scalability
      case .apiDesign, .securityAndCompliance: .codeQuality
      case .observability, .incidentCommand: .ownership
      case .documentation, .communication: .communication
      }
    }

    /// Points of the level itself: who decides more is judged more by design and ownership.
    fileprivate func points(for standing: Standing) -> Double {
      let byStanding: [Double] =
        switch self {
        case .systemDesign: [1, 2, 3, 4]
        case .fundamentals: [4, 3, 2, 2]
        case .database: [2, 2, 2, 2]
        case .scalability: [1, 2, 3, 3]
        case .codeQuality: [3, 3, 2, 2]
        case .communication: [2, 2, 3, 4]
        case .ownership: [1, 2, 3, 4]
        }
      return byStanding[standing.rawValue]
    }
  }

  /// Whole percentages by ``Row``, in its order; they add up to 100.
  package let weights: [Int]

  // Nobody has measured what these should be: they are cadre's proposals.

  /// Points of a row that every service needs, beside those of the level.
  private static let needed = 6.0
  /// Points of the row that judges what the seat is to bring.
  private static let brought = 2.0
  /// Scores go from 1 to this; 3 is what the level does on an ordinary day.
  package static let highest = 5
  /// Least weighted mean of the scores.
  package static let bar = 3.5
  /// Least score in any row.
  package static let floor = 2
  /// Least score in the two heaviest rows.
  package static let floorOfHeaviest = 3

  init(
    for standing: Standing, services: ServiceWeights, bringing competency: Int?,
    in organization: Organization
  ) {
    let needs = services.services.map { index in
      Set(organization.services[index].neededCompetencies.map(Row.judging))
    }
    let rowsNeeded = Dictionary(
      zip(services.services, needs), uniquingKeysWith: { first, _ in first })
    let brings = competency.map(Row.judging)
    weights = LargestRemainder.percentages(
      of: Row.allCases.map { row in
        row.points(for: standing)
          + Self.needed * services.share { rowsNeeded[$0]?.contains(row) ?? false }
          + (brings == row ? Self.brought : 0)
      })
  }

  package func weight(of row: Row) -> Int { weights[Row.allCases.firstIndex(of: row) ?? 0] }

  /// The two rows that weigh most.
  package var heaviest: [Row] {
    Array(
      Row.allCases.enumerated().sorted {
        (-weights[$0.offset], $0.offset) < (-weights[$1.offset], $1.offset)
      }
      .prefix(2).map(\.element))
  }
}
