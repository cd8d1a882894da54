package import Planning

/// The answer of `cadre plan`, for people and for programs.
package struct PlanReport: Sendable {
  let recommendation: Recommendation
  let traffic: [TrafficLine]
  let header: RunHeader

  package init(_ recommendation: Recommendation, traffic: [TrafficLine], header: RunHeader) {
    self.recommendation = recommendation
    self.traffic = traffic
    self.header = header
  }
}
