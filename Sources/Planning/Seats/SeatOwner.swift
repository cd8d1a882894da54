import Organization
import Simulation

/// The role that answers for a seat being filled: one, and a role rather than a person.
///
/// For a hire it is the engineering manager of the team, who will lead whoever comes; for a partner's
/// seat the owner of the contract with that partner, who signs it. A plan file may name another, and
/// later plans keep that.
enum SeatOwner {
  static func role(for seat: Seat, in organization: Organization) -> String {
    switch seat.source {
    case .inHouse: "engineering manager of \(organization.teams[seat.team].id)"
    case .partner(let partner): "owner of the contract with \(organization.partners[partner].id)"
    }
  }
}
