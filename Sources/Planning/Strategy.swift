/// The ways of filling seats that are compared on the same futures.
package enum Strategy: String, CaseIterable, Sendable {
  case asIs = "as-is"
  case inHouse = "in-house"
  case partner
  case hybrid

  package var meaning: String {
    switch self {
    case .asIs: "backfills only"
    case .inHouse: "hire employees"
    case .partner: "rent from partners wherever they may work"
    case .hybrid: "hire for what lasts, rent for what is early or passing"
    }
  }
}
