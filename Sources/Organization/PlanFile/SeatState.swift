/// How far a seat of a plan is on its way, from an idea to a person.
///
/// "Approved" means three things: money is set aside (finance), recruiting may begin (HR), somebody
/// will come (managers). So each is a state of its own.
package enum SeatState: String, CaseIterable, Sendable {
  /// The plan asks for it; nobody has agreed.
  case proposed
  /// Money is set aside.
  case budgeted
  /// Recruiting may begin.
  case cleared
  /// Somebody is looked for, or the contract is being made.
  case open
  /// Somebody has an offer.
  case offered
  /// Somebody has accepted, and has a first day.
  case accepted
  /// Somebody fills it and is in the roster.
  case started
  /// Nobody will fill it.
  case cancelled

  /// Whether it is filled or given up, so that it is in no later plan.
  package var isOver: Bool { self == .started || self == .cancelled }

  /// Whether somebody stands by it, so that the next plan keeps it.
  package var isCommitted: Bool { self != .proposed && !isOver }

  /// Whether it has been opened, and so has time behind it.
  package var isOpened: Bool {
    switch self {
    case .open, .offered, .accepted: true
    case .proposed, .budgeted, .cleared, .started, .cancelled: false
    }
  }
}
