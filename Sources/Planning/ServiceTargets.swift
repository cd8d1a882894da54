import Organization

/// What a service is to reach, with the assumptions where the model does not say.
struct ServiceTargets {
  let slo: Double
  let hoursToRecover: Double
  let costExponent: Double
  let missesToday: [ServiceScore.Miss]
  private let errorRate: Double?
  private let userVisibleShare: Double

  init(_ service: Service, in assumptions: Assumptions) {
    let metrics = service.metrics
    slo = metrics.slo ?? assumptions.slos[service.tier]
    hoursToRecover = metrics.hoursToRecover?.mean ?? assumptions[.oncallHandlingMinutes] / 60
    costExponent = assumptions[.metricsCostTrafficExponent]
    userVisibleShare = assumptions[.metricsUserVisibleShare]
    errorRate = metrics.errorRate
    var misses = [ServiceScore.Miss]()
    if let rate = metrics.errorRate, rate > 1 - slo {
      misses.append(.errorRate(rate, target: 1 - slo))
    }
    if let p99 = metrics.p99Seconds, let target = metrics.p99TargetSeconds, p99 > target {
      misses.append(.slowness(p99, target: target))
    }
    let safe = assumptions[.metricsSafeSaturation]
    if let saturation = metrics.databaseSaturation, saturation > safe {
      misses.append(.saturation(saturation, target: safe))
    }
    missesToday = misses
  }

  /// Share of the error budget that so many months spend.
  ///
  /// A known error rate moves with the pages; otherwise each page costs a share of the requests for as
  /// long as recovery takes. There is no budget where every request must be answered.
  func budgetSpent(pages: Double, today: Double, months: Int) -> Double? {
    let budget = 1 - slo
    guard budget > 0, months > 0 else { return nil }
    if let errorRate { return errorRate * (today > 0 ? pages / today : 1) / budget }
    let hours = Double(months) * 365 * 24 / 12
    return pages * hoursToRecover * userVisibleShare / (hours * budget)
  }
}
