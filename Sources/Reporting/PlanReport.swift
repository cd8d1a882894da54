package import Planning

/// The answer of `cadre plan`, for people and for programs.
package struct PlanReport: Sendable {
  let recommendation: Recommendation
  /// Cost against risk; empty where nobody asked for it.
  let frontier: [FrontierPoint]
  /// What to decide for all scenarios; `nil` where nobody asked for it.
  let robust: RobustAnswer?
  let traffic: [TrafficLine]
  let header: RunHeader

  /// The compared plans in futures of their own; `nil` where nobody asked for them.
  var futures: StrategyFutures? { recommendation.futures }

  package init(
    _ recommendation: Recommendation, frontier: [FrontierPoint] = [], robust: RobustAnswer? = nil,
    traffic: [TrafficLine], header: RunHeader
  ) {
    self.recommendation = recommendation
    self.frontier = frontier
    self.robust = robust
    self.traffic = traffic
    self.header = header
  }
}
