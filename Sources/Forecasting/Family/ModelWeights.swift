import Foundation

/// How much each model counts, learned from the past of all series of a call.
struct ModelWeights: Sendable {
  /// For a series of which nothing is known; adds up to 1.
  let shared: [Double]

  /// What is trusted before anything is known, in the order of the models: theta methods are the
  /// safest over many families, seasonal autoregressions the least.
  private static let usual = [
    0.1, 0.13, 0.07, 0.07, 0.09, 0.06, 0.09, 0.13, 0.07, 0.06, 0.06, 0.07,
  ]
  private static let rounds = 200
  /// How strongly the weights are held to their start; without it, one shock that all series had
  /// in common decides.
  private static let stiffness = 0.05
  /// The same for a single series.
  private static let stiffnessOfOne = 0.5
  /// A model that was twice as wrong on a series counts a quarter there.
  private static let severity = 2.5
  /// Part of the mean error that is added to each model's before they are compared.
  private static let leniency = 0.2

  /// Learns by exponentiated gradients [Kivinen & Warmuth 1997] the weights with the least sum of
  /// absolute errors, held to the usual ones by relative entropy.
  init(_ studies: [SeriesStudy]) {
    let size = Components.Kind.allCases.count
    let start = ModelWeights.usual
    var weights = start
    let trials = studies.flatMap(\.trials)
    let base = ModelWeights.gradient(of: trials, weights: weights).loss
    guard base > 0 else {
      shared = weights
      return
    }
    let stiffness =
      ModelWeights.stiffness + ModelWeights.stiffnessOfOne / Double(max(studies.count, 1))
    var mean = [Double](repeating: 0, count: size)
    for round in 0..<ModelWeights.rounds {
      let slopes = ModelWeights.gradient(of: trials, weights: weights).slopes
      let rate = 2 / (1 + Double(round) / 20)
      for kind in 0..<size {
        let pull = stiffness * log(max(weights[kind], 1e-12) / start[kind])
        weights[kind] *= exp(-rate * min(max(slopes[kind] / base + pull, -2), 2))
      }
      let sum = weights.reduce(0, +)
      for kind in 0..<size { weights[kind] /= sum }
      // The mean of the later rounds is steadier than the last.
      if round >= ModelWeights.rounds / 2 { for kind in 0..<size { mean[kind] += weights[kind] } }
    }
    let sum = mean.reduce(0, +)
    shared = mean.map { $0 / sum }
  }

  /// The weights for one series: what all share, corrected by its own errors.
  func weights(for trials: some Collection<PastTrial>) -> [Double] {
    var errors = [Double](repeating: 0, count: shared.count)
    for trial in trials { for (kind, error) in trial.errors.enumerated() { errors[kind] += error } }
    let mean = Statistics.mean(errors)
    guard mean > 0 else { return shared }
    let raw = zip(shared, errors).map { weight, error in
      weight * pow(error / mean + ModelWeights.leniency, -ModelWeights.severity)
    }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  private static func gradient(
    of trials: [PastTrial], weights: [Double]
  ) -> (loss: Double, slopes: [Double]) {
    var slopes = [Double](repeating: 0, count: weights.count)
    var loss = 0.0
    for trial in trials {
      for place in trial.steps.indices {
        let deviations = trial.deviations[place]
        let miss = Combination.mean(deviations, weights: weights) - trial.targets[place]
        let importance = trial.importances[place]
        loss += importance * abs(miss)
        let push = miss > 0 ? importance : -importance
        for kind in weights.indices { slopes[kind] += push * deviations[kind] }
      }
    }
    return (loss, slopes)
  }
}
