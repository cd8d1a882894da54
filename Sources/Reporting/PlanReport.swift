package import Planning

/// The answer of `cadre plan`, for people and for programs.
package struct PlanReport: Sendable {
  let recommendation: Recommendation
  /// Cost against risk; empty where nobody asked for it.
  let frontier: [FrontierPoint]
  /// What to decide for all scenarios; `nil` where nobody asked for it.
  let robust: RobustAnswer?
  /// What has become of the last plan; `nil` where there is none.
  let review: PlanReview?
  let traffic: [TrafficLine]
  let header: RunHeader

  /// The compared plans in futures of their own; `nil` where nobody asked for them.
  var futures: StrategyFutures? { recommendation.futures }

  package init(
    _ recommendation: Recommendation, frontier: [FrontierPoint] = [], robust: RobustAnswer? = nil,
    review: PlanReview? = nil, traffic: [TrafficLine], header: RunHeader
  ) {
    self.recommendation = recommendation
    self.frontier = frontier
    self.robust = robust
    self.review = review
    self.traffic = traffic
    self.header = header
  }
}
