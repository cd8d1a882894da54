import Organization
import Simulation

/// The traffic futures for which plans are made and on which strategies are compared.
struct Courses {
  private(set) var mean: TrafficFuture
  /// Those for which plans are made, the most demanding first.
  private(set) var trials: [Course]
  /// Equally likely, from low to high.
  private(set) var futures: [TrafficFuture]

  /// A course for which plans are made.
  struct Course {
    /// The probability that traffic stays below it.
    var quantile: Double
    var future: TrafficFuture
  }

  static let count = 21

  init(_ outlook: TrafficOutlook, demandedBy policy: Policy) {
    mean = outlook.mean
    // Each demanding course is exceeded only as rarely as some demand allows; the others are there
    // because scaling steps fall due at other times when traffic grows less.
    let demanding = Set(policy.probabilities).sorted(by: >)
    let usual = policy.coverage.probability
    let quantiles = demanding + [usual * 0.8, usual * 0.45]
    trials = quantiles.map { Course(quantile: $0, future: outlook.future(quantile: $0)) }
    futures = (0..<Self.count).map {
      outlook.future(quantile: (Double($0) + 0.5) / Double(Self.count))
    }
  }

  /// The same courses with so much more growth a year.
  func growing(by extra: Double) -> Courses {
    var copy = self
    copy.mean = mean.growing(by: extra)
    copy.trials = trials.map {
      Course(quantile: $0.quantile, future: $0.future.growing(by: extra))
    }
    copy.futures = futures.map { $0.growing(by: extra) }
    return copy
  }
}
