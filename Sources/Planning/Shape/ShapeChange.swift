package import Organization
package import Simulation

/// Another way to cut an organisation into teams.
package enum ShapeChange: Hashable, Sendable {
  /// A team becomes two.
  case split(team: Int)
  /// The second team joins the first.
  case merge(Int, Int)
  /// A platform or reliability team begins, of people whom other teams give or of new seats.
  case found(TeamKind, isHired: Bool)

  package func words(in organization: Organization) -> String {
    func name(_ team: Int) -> String { organization.teams[team].id }
    return switch self {
    case .split(let team): "split \(name(team))"
    case .merge(let first, let second): "merge \(name(first)) and \(name(second))"
    case .found(let kind, false): "\(kind.rawValue) from within"
    case .found(let kind, true): "\(kind.rawValue) of new seats"
    }
  }
}

/// A threshold that says that a change is worth trying.
package struct ShapeReason: Hashable, Sendable {
  /// The fact, in lower case and without a full stop.
  package var words: String
  /// Where the threshold comes from.
  package var citation: String
}

/// A changed organisation, to be tried against the one there is.
package struct ShapeProposal: Sendable {
  package var change: ShapeChange
  package var reasons: [ShapeReason]
  package var organization: Organization
  /// Seats that the change needs beside the people there are.
  package var staffing: StaffingPlan
  /// Teams of ``organization`` that the change makes or alters most.
  package var teams: [Int]
  /// People of today's teams who change into a new team, by team.
  package var given: [Int: Int]
}
