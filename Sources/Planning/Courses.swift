import Organization
import Simulation

/// The traffic futures for which plans are made and on which strategies are compared.
struct Courses {
  private(set) var mean: TrafficFuture
  /// Those for which plans are made, the most demanding first.
  private(set) var trials: [TrafficFuture]
  /// Equally likely, from low to high.
  private(set) var futures: [TrafficFuture]

  static let count = 21

  init(_ outlook: TrafficOutlook, demandedBy policy: Policy) {
    mean = outlook.mean
    let demands = [policy.coverage, policy.seniorCoverage, policy.onCallShare, policy.burnout]
    let strictest = demands.map(\.probability).max() ?? 0.9
    // The demanding course is exceeded only as rarely as the policy allows; the others are there
    // because scaling steps fall due at other times when traffic grows less.
    trials = [strictest, strictest * 0.8, strictest * 0.45].map { outlook.future(quantile: $0) }
    futures = (0..<Self.count).map {
      outlook.future(quantile: (Double($0) + 0.5) / Double(Self.count))
    }
  }

  /// The same courses with so much more growth a year.
  func growing(by extra: Double) -> Courses {
    var copy = self
    copy.mean = mean.growing(by: extra)
    copy.trials = trials.map { $0.growing(by: extra) }
    copy.futures = futures.map { $0.growing(by: extra) }
    return copy
  }
}
