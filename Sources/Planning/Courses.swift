import Organization
import Simulation

/// The traffic futures on which strategies are compared.
struct Courses {
  let mean: TrafficFuture
  /// Exceeded only with the probability that the policy leaves.
  let demanding: TrafficFuture
  /// Exceeded as often as not.
  let middle: TrafficFuture
  /// Equally likely, from low to high.
  let futures: [TrafficFuture]

  static let count = 21

  init(_ outlook: TrafficOutlook, demandedBy policy: Policy) {
    mean = outlook.mean
    let demands = [policy.coverage, policy.seniorCoverage, policy.onCallShare, policy.burnout]
    let strictest = demands.map(\.probability).max() ?? 0.9
    demanding = outlook.future(quantile: strictest)
    middle = outlook.future(quantile: 0.5)
    futures = (0..<Self.count).map {
      outlook.future(quantile: (Double($0) + 0.5) / Double(Self.count))
    }
  }
}
