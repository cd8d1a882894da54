package import Simulation

/// A transfer of the recommended plan with what a manager needs to decide on it.
package struct PlannedTransfer: Hashable, Sendable {
  /// What the transfer is called, see ``StepID``.
  package var id: String
  package var transfer: Transfer
  /// Expected month of full output in the new team, or for the pager of readiness, whichever is later.
  package var readyMonth: Double
  /// What breaks in the new team without the transfer.
  package var reason: Breach?
}
