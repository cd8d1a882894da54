/// Compares the spread of drawn futures with how far the model missed in the past.
struct SpreadCalibration {
  private static let mostOrigins = 300
  private static let mostSteps = 16
  /// The past seldom justifies futures narrower or wider than this; few errors hardly ever do.
  private static let allowed = 0.7...3.0

  /// Factors by which to stretch the deviations, one per step.
  ///
  /// At some steps the 80 % and 95 % quantiles of past absolute errors, taken over all origins with
  /// the parameters of the whole series, are divided by those of the draws [Vovk et al. 2005]. The
  /// quotient counts as much as there are independent stretches of that length in the past; it is
  /// interpolated between steps, and beyond the last it stays.
  static func factors(_ model: BaselineModel, deviations: SamplePaths) -> [Double] {
    let steps = checkpoints(model, horizon: deviations.horizon)
    guard !steps.isEmpty, deviations.count > 0 else {
      return Array(repeating: 1, count: deviations.horizon)
    }
    let quotients = steps.map { quotient(model, deviations: deviations, step: $0) }
    return interpolated(smoothed(quotients), at: steps, horizon: deviations.horizon)
  }

  private static func checkpoints(_ model: BaselineModel, horizon: Int) -> [Int] {
    let longest = min(horizon, (model.series.values.count - model.firstOrigin) / 2)
    guard longest >= 1 else { return [] }
    let count = min(longest, mostSteps)
    return (1...count).map { $0 * longest / count }
  }

  private static func quotient(
    _ model: BaselineModel, deviations: SamplePaths, step: Int
  ) -> Double {
    let misses = pastMisses(model, step: step)
    let draws = (0..<deviations.count).map { abs(deviations[$0, step - 1]) }.sorted()
    var sum = 0.0
    for level in [0.8, 0.95] {
      let drawn = Statistics.quantile(level, ofSorted: draws)
      guard drawn > 0, !misses.isEmpty else { return 1 }
      sum += Statistics.quantile(level, ofSorted: misses) / drawn / 2
    }
    let span = Double(model.series.values.count - model.firstOrigin)
    let independent = span / Double(step)
    let weight = independent / (independent + 2)
    let quotient = 1 + weight * (sum - 1)
    return min(max(quotient, allowed.lowerBound), allowed.upperBound)
  }

  /// Absolute errors `step` steps ahead, sorted.
  private static func pastMisses(_ model: BaselineModel, step: Int) -> [Double] {
    let series = model.series
    let origins = model.firstOrigin..<max(series.values.count - step, model.firstOrigin)
    let apart = max(1, origins.count / mostOrigins)
    return stride(from: origins.lowerBound, to: origins.upperBound, by: apart)
      .filter { series.isObserved[$0 + step] }
      .map { abs(series.values[$0 + step] - model.point(after: $0, step: step)) }
      .sorted()
  }

  /// Means of three neighbours.
  private static func smoothed(_ values: [Double]) -> [Double] {
    values.indices.map { index in
      Statistics.mean(values[max(0, index - 1)...min(values.count - 1, index + 1)])
    }
  }

  private static func interpolated(_ values: [Double], at steps: [Int], horizon: Int) -> [Double] {
    var right = 0
    return (1...horizon).map { step in
      while right < steps.count, steps[right] < step { right += 1 }
      guard right < steps.count else { return values[values.count - 1] }
      guard right > 0 else { return values[0] }
      let fraction = Double(step - steps[right - 1]) / Double(steps[right] - steps[right - 1])
      return values[right - 1] + fraction * (values[right] - values[right - 1])
    }
  }
}
