/// The value of one input at which the recommendation would change, plans held as they are.
package struct BreakEven: Hashable, Sendable {
  package enum Input: String, CaseIterable, Sendable {
    case trafficGrowth = "traffic-growth"
    case timeToFill = "time-to-fill"
    case attrition
    case partnerRate = "partner-rate"
    case shortagePrice = "price-of-missing-work"
  }

  package var input: Input
  /// The factor on today's value at which the order flips; for growth the extra growth per year.
  package var value: Double?
  /// The strategy that would then cost less.
  package var instead: Strategy?
  /// The range that was searched.
  package var searched: ClosedRange<Double>
}
