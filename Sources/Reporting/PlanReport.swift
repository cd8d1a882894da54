package import Planning

/// The answer of `cadre plan`, for people and for programs.
package struct PlanReport: Sendable {
  let recommendation: Recommendation
  /// The compared plans in futures of their own; `nil` where nobody asked for them.
  let futures: StrategyFutures?
  /// Cost against risk; empty where nobody asked for it.
  let frontier: [FrontierPoint]
  /// What is scarce under the recommended plan; empty where nobody asked for it.
  let shadowPrices: [ShadowPrice]
  let traffic: [TrafficLine]
  let header: RunHeader

  package init(
    _ recommendation: Recommendation, futures: StrategyFutures? = nil,
    frontier: [FrontierPoint] = [], shadowPrices: [ShadowPrice] = [],
    traffic: [TrafficLine], header: RunHeader
  ) {
    self.recommendation = recommendation
    self.futures = futures
    self.frontier = frontier
    self.shadowPrices = shadowPrices
    self.traffic = traffic
    self.header = header
  }
}
