import Foundation

/// How errors at different steps of one forecast hang together.
///
/// An error is made of a lasting part, which fades with the distance, and of fresh noise.
struct Persistence: Sendable {
  /// The lasting part of the variance.
  let share: Double
  /// What is left of the lasting part's correlation after one step.
  let perStep: Double

  /// Errors of most families: nearly all of an error lasts, for many steps.
  private static let usual = (share: 0.8, perStep: 0.95)
  /// As many trials as the usual values are worth.
  private static let stiffness = 10.0
  private static let shares = 0.05...0.98
  private static let rates = 0.5...0.998
  /// Errors are cut off here, in usual sizes, so that single ones do not decide.
  private static let limit = 5.0

  init(_ trials: [[Double]], steps: [[Int]]) {
    let near = Persistence.correlation(trials, steps, apart: 1)
    let far = Persistence.correlation(trials, steps, apart: 4)
    let trust = Double(trials.count) / (Double(trials.count) + Persistence.stiffness)
    guard near.value > 0.02, far.value > 0.02, far.distance > near.distance else {
      share = Persistence.usual.share + trust * (max(near.value, 0.05) - Persistence.usual.share)
      perStep = Persistence.usual.perStep
      return
    }
    let rate = pow(far.value / near.value, 1 / (far.distance - near.distance))
    let found = min(max(rate, Persistence.rates.lowerBound), Persistence.rates.upperBound)
    let part = near.value / pow(found, near.distance)
    let foundShare = min(max(part, Persistence.shares.lowerBound), Persistence.shares.upperBound)
    share = Persistence.usual.share + trust * (foundShare - Persistence.usual.share)
    perStep = Persistence.usual.perStep + trust * (found - Persistence.usual.perStep)
  }

  /// The correlation of errors some places apart, and how many steps that is on average.
  private static func correlation(
    _ trials: [[Double]], _ steps: [[Int]], apart: Int
  ) -> (value: Double, distance: Double) {
    var (cross, squares, distance, count) = (0.0, 0.0, 0.0, 0.0)
    for (errors, steps) in zip(trials, steps) where errors.count > apart {
      for place in apart..<errors.count {
        let now = min(max(errors[place], -limit), limit)
        let before = min(max(errors[place - apart], -limit), limit)
        cross += now * before
        squares += (now * now + before * before) / 2
        distance += Double(steps[place] - steps[place - apart])
        count += 1
      }
    }
    return squares > 0 && count > 0 ? (cross / squares, distance / count) : (0, 0)
  }

  /// Normal scores of one path that hang together as the errors do, from step to step and with
  /// other series that have the same `common` luck.
  func scores(
    _ scores: inout [Double], loading: Double, common: inout RandomStream,
    own: inout RandomStream
  ) {
    let fresh = (1 - perStep * perStep).squareRoot()
    let (lastingWeight, noiseWeight) = (share.squareRoot(), (1 - share).squareRoot())
    let rest = (1 - loading * loading).squareRoot()
    var lasting = 0.0
    for step in scores.indices {
      var (first, second) = own.nextNormals()
      if loading != 0 {
        let shared = common.nextNormals()
        first = loading * shared.0 + rest * first
        second = loading * shared.1 + rest * second
      }
      lasting = step == 0 ? first : perStep * lasting + fresh * first
      scores[step] = lastingWeight * lasting + noiseWeight * second
    }
  }
}
