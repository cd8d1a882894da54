import Foundation

/// How far forecasts miss, learned from the past of all series of a call.
///
/// The usual size of an error follows from how much a series moves, how far ahead the forecast
/// looks and how far the models lie apart. Errors divided by that size are taken to have one
/// distribution, which is read off the past [Vovk et al. 2005, split conformal prediction].
struct ErrorLaw: Sendable {
  /// What is known about a step before it comes.
  struct Outlook {
    var unrest: Unrest
    var disagreement: Double
    var step: Int
    var isLogarithmic: Bool

    /// One, then the logarithms that the size of errors is explained by.
    ///
    /// All but the last are ratios, so that units do not matter; on the logarithmic scale the last
    /// draws very calm and very restless series towards the others.
    func features(reference: Double) -> [Double] {
      let perStep = unrest.perStep
      // How the error of simple exponential smoothing grows with the distance [Hyndman 2008, 6.3].
      let growth = log(1 + Double(step - 1) * unrest.memory * unrest.memory) / 2
      return [
        1, log(unrest.perChange / perStep), log(unrest.perSeason / perStep),
        log(1 + disagreement / perStep), log(Double(step)), growth,
        isLogarithmic ? log(perStep) - reference : 0,
      ]
    }
  }

  /// Of the logarithm of the usual error over the usual surprise, by feature.
  let coefficients: [Double]
  /// The middle of the logarithms of the surprises of all series.
  private let reference: Double
  let shape: ErrorShape
  let persistence: Persistence

  init(_ studies: [SeriesStudy], weights: ModelWeights) {
    let surprises = studies.flatMap(\.trials).filter(\.isLogarithmic).map { log($0.unrest.perStep) }
    let reference = surprises.isEmpty ? 0 : Statistics.median(surprises)
    let rows = studies.flatMap { ErrorLaw.rows($0, weights: weights, reference: reference) }
    let coefficients = ErrorRegression.coefficients(rows)
    let scaled = ErrorLaw.centred(
      rows.map { row in row.misses.indices.map { row.misses[$0] / row.size($0, coefficients) } })
    self.reference = reference
    self.coefficients = coefficients
    shape = ErrorShape(scaled)
    persistence = Persistence(scaled, steps: rows.map(\.steps))
  }

  /// The usual size of an error on the work scale.
  func size(_ outlook: Outlook) -> Double {
    let features = outlook.features(reference: reference)
    let logarithm = zip(features, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
    let size = outlook.unrest.perStep * exp(min(max(logarithm, -20), 20))
    guard outlook.isLogarithmic else { return size }
    let excess = size / ErrorLaw.mostSize
    return size / (1 + excess * excess * excess * excess).squareRoot().squareRoot()
  }

  /// What sizes of logarithmic errors approach at most.
  ///
  /// Bands of 80 % then end at about a third and three times the centre. Traffic of years ahead is seldom less certain, but the errors of a
  /// few short windows extrapolate to more.
  private static let mostSize = 0.5

  /// Errors whose usual size is 1: what was learned about it is held back on purpose, and the shape
  /// must not take that back.
  private static func centred(_ trials: [[Double]]) -> [[Double]] {
    let logarithms = trials.joined().map { log(max(abs($0), 0.01)) }
    let size = exp(Statistics.mean(logarithms))
    return trials.map { errors in errors.map { $0 / size } }
  }

  /// One row for each trial; a series' weights come from its other trials, as they will come from
  /// other times than the future.
  static func rows(
    _ study: SeriesStudy, weights: ModelWeights, reference: Double
  ) -> [ErrorRegression.Row] {
    study.trials.indices.map { index in
      let trial = study.trials[index]
      let others = study.trials.indices.filter { $0 != index }.map { study.trials[$0] }
      let own = weights.weights(for: others)
      var row = ErrorRegression.Row(perStep: trial.unrest.perStep, steps: trial.steps)
      for place in trial.steps.indices {
        let deviations = trial.deviations[place]
        let outlook = Outlook(
          unrest: trial.unrest,
          disagreement: Combination.disagreement(deviations, weights: own),
          step: trial.steps[place], isLogarithmic: trial.isLogarithmic)
        row.misses.append(trial.targets[place] - Combination.mean(deviations, weights: own))
        row.features.append(outlook.features(reference: reference))
      }
      return row
    }
  }
}
