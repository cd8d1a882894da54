/// What the model says of a stretch of a history.
package struct KnownChange: Hashable, Sendable {
  package enum Treatment: String, CaseIterable, Sendable {
    /// Whatever was found there is real and stays as it is.
    case ignore
    /// The level changed there, for good.
    case levelShift = "level-shift"
    /// What was counted there means nothing.
    case outage
  }

  package var treatment: Treatment
  /// Days since 1970-01-01.
  package var days: ClosedRange<Int>

  package init(_ treatment: Treatment, days: ClosedRange<Int>) {
    self.treatment = treatment
    self.days = days
  }
}
