package import Planning

/// The answer of `cadre plan`, for people and for programs.
package struct PlanReport: Sendable {
  let recommendation: Recommendation
  /// Cost against risk; empty where nobody asked for it.
  let frontier: [FrontierPoint]
  let traffic: [TrafficLine]
  let header: RunHeader

  /// The compared plans in futures of their own; `nil` where nobody asked for them.
  var futures: StrategyFutures? { recommendation.futures }

  package init(
    _ recommendation: Recommendation, frontier: [FrontierPoint] = [],
    traffic: [TrafficLine], header: RunHeader
  ) {
    self.recommendation = recommendation
    self.frontier = frontier
    self.traffic = traffic
    self.header = header
  }
}
