/// Finds single values far from their neighbours.
enum OutlierFinder {
  /// Robust deviations; normal noise goes beyond once in two million values.
  static let limit = 5.0
  /// A winsorised value is left this far out, where noise still goes.
  private static let kept = 3.0
  /// Two or three wild values in a row do not bend a median of seven.
  private static let reach = 3

  struct Outlier {
    var step: Int
    /// What was expected, on the work scale.
    var expected: Double
    /// The value it is pulled in to.
    var winsorised: Double
    var confidence: Double
  }

  /// - Parameters:
  ///   - values: on the work scale, without gaps and level shifts.
  ///   - isObserved: false where a value was filled in.
  static func find(_ values: [Double], isObserved: [Bool], period: Int) -> [Outlier] {
    guard values.count >= 4 * reach else { return [] }
    let season = SeasonalAdjustment.season(of: values, period: period)
    let adjusted = zip(values, season).map { $0 - $1 }
    let centres = Robust.runningMedian(adjusted, reach: reach)
    let rest = zip(adjusted, centres).map { $0 - $1 }
    let cycle = SeasonalAdjustment.cycle(period: period, count: values.count)
    let noises = noise(
      rest, isObserved: isObserved, cycle: cycle, isSeasonal: season != zeros(season))
    return values.indices.compactMap { step in
      let noise = noises[step]
      guard isObserved[step], noise > 0, abs(rest[step]) > limit * noise else { return nil }
      let expected = centres[step] + season[step]
      return Outlier(
        step: step, expected: expected,
        winsorised: expected + (rest[step] > 0 ? 1 : -1) * kept * noise,
        confidence: Robust.confidence(size: rest[step] / noise, among: values.count))
    }
  }

  private static func zeros(_ values: [Double]) -> [Double] { values.map { _ in 0 } }

  /// The usual deviation of each step: of all steps, or of its phase where that is wilder.
  private static func noise(
    _ rest: [Double], isObserved: [Bool], cycle: Int, isSeasonal: Bool
  ) -> [Double] {
    let known = rest.indices.filter { isObserved[$0] }
    // Exact zeros are values that are their own median; noise is what the others do.
    let all = known.map { abs(rest[$0]) }.filter { $0 > 0 }
    var overall = Robust.deviation(ofDistances: all)
    // Fitted factors take up freedom: half of it where there are two cycles.
    let count = Double(rest.count)
    if isSeasonal { overall *= (count / max(count - Double(cycle), count / 4)).squareRoot() }
    let enough = 8
    guard isSeasonal, rest.count >= enough * cycle else { return rest.map { _ in overall } }
    let byPhase = (0..<cycle).map { phase in
      let own = stride(from: phase, to: rest.count, by: cycle).filter { isObserved[$0] }
      return own.count < enough
        ? overall : max(overall, Robust.deviation(ofDistances: own.map { abs(rest[$0]) }))
    }
    return rest.indices.map { byPhase[$0 % cycle] }
  }
}
