package import Simulation

/// A promotion of the recommended plan with what a manager needs to decide on it.
package struct PlannedRise: Hashable, Sendable {
  /// What the promotion is called, such as `checkout-mid-to-senior-2027-04-1`.
  package var id: String
  package var rise: Rise
  /// What breaks in the team without it.
  package var reason: Breach?
}
