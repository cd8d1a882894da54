import Organization
import Simulation

extension Organization {
  /// Where the person in a seat comes from, as tables have it.
  func name(of source: SeatSource) -> String {
    switch source {
    case .inHouse: "hire"
    case .partner(let index): partners[index].id
    }
  }

  /// The partner that the person in a seat comes from; `nil` for a hire.
  func partnerID(of source: SeatSource) -> String? {
    switch source {
    case .inHouse: nil
    case .partner(let index): partners[index].id
    }
  }
}
