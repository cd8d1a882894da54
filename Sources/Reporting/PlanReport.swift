package import Planning

/// The answer of `cadre plan`, for people and for programs.
package struct PlanReport: Sendable {
  let recommendation: Recommendation
  /// The compared plans in futures of their own; `nil` where nobody asked for them.
  let futures: StrategyFutures?
  let traffic: [TrafficLine]
  let header: RunHeader

  package init(
    _ recommendation: Recommendation, futures: StrategyFutures? = nil, traffic: [TrafficLine],
    header: RunHeader
  ) {
    self.recommendation = recommendation
    self.futures = futures
    self.traffic = traffic
    self.header = header
  }
}
