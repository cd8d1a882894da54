/// The value of one input at which the recommendation would change, plans held as they are.
package struct BreakEven: Hashable, Sendable {
  package enum Input: String, CaseIterable, Sendable {
    case trafficGrowth = "traffic-growth"
    case timeToFill = "time-to-fill"
    case attrition
    case partnerRate = "partner-rate"
    case shortagePrice = "price-of-missing-work"
    case ramp = "ramp"
    case loadedCost = "loaded-cost"

    /// Those that the search on the mean course looks at.
    static let quick = [trafficGrowth, timeToFill, attrition, partnerRate, shortagePrice]
  }

  package var input: Input
  /// The factor on today's value at which the order flips; for growth the extra growth per year.
  package var value: Double?
  /// The strategy that would then cost less.
  package var instead: Strategy?
  /// The range that was searched.
  package var searched: ClosedRange<Double>
  /// Values at which the plans cannot be told apart by two standard errors; `nil` where ``value`` was
  /// found without chance.
  package var interval: ClosedRange<Double>?

  /// Whether another plan is chosen with every input as it is, in the futures that inputs are varied in.
  ///
  /// They are fewer than those that plans are judged in, and where two plans are close they may see it otherwise.
  package var isToday: Bool { value == input.neutral }
}

/// How much slower traffic would have to grow for backfills alone to keep the policy.
package enum AsIsMargin: Hashable, Sendable {
  /// Backfills keep the policy already, and would up to so much more growth a year.
  case sufficesUpTo(extraGrowth: Double?)
  /// They would keep it if traffic grew so much less a year.
  case needsLessGrowth(Double)
  /// They break it at any growth searched.
  case neverSuffices
}
