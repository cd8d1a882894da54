/// Finds single values far from their neighbours.
enum OutlierFinder {
  /// Robust deviations; normal noise goes beyond once in two million values.
  ///
  /// Where the deviation
  /// itself is known from few values, more are asked, see ``tailFreedom``.
  static let limit = 5.0
  /// Student's quantile at ``limit`` is about 1 + this / freedom times the normal one.
  private static let tailFreedom = 8.0
  /// What a line through seven values says of its ends errs by so much more.
  private static let endStretch = 1.3
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

  /// Finds them in time's order.
  ///
  /// - Parameters:
  ///   - values: on the work scale, without gaps and level shifts.
  ///   - isObserved: false where a value was filled in.
  ///   - period: steps per season.
  /// - Returns: none for fewer than twelve values.
  static func find(_ values: [Double], isObserved: [Bool], period: Int) -> [Outlier] {
    guard values.count >= 4 * reach else { return [] }
    let first = find(values, isObserved: isObserved, period: period, seasonOf: values)
    guard !first.isEmpty else { return [] }
    // Once more with a season that the outliers found did not bend.
    var tamed = values
    for outlier in first { tamed[outlier.step] = outlier.expected }
    return find(values, isObserved: isObserved, period: period, seasonOf: tamed)
  }

  private static func find(
    _ values: [Double], isObserved: [Bool], period: Int, seasonOf tamed: [Double]
  ) -> [Outlier] {
    let season = SeasonalAdjustment.season(of: tamed, period: period)
    let adjusted = zip(values, season).map { $0 - $1 }
    let centres = centres(adjusted)
    let rest = zip(adjusted, centres).map { $0 - $1 }
    let cycle = SeasonalAdjustment.cycle(period: period, count: values.count)
    let noises = noise(
      rest, isObserved: isObserved, cycle: cycle, isSeasonal: season != zeros(season))
    let freedom = Double(max(values.count - (season == zeros(season) ? 0 : cycle), 1))
    let limit = limit * (1 + tailFreedom / freedom)
    return values.indices.compactMap { step in
      let isAtEnd = step < reach || step >= values.count - reach
      let noise = noises[step] * (isAtEnd ? endStretch : 1)
      guard isObserved[step], noise > 0, abs(rest[step]) > limit * noise else { return nil }
      let expected = centres[step] + season[step]
      return Outlier(
        step: step, expected: expected,
        winsorised: expected + (rest[step] > 0 ? 1 : -1) * kept * noise,
        confidence: Robust.confidence(size: rest[step] / noise, among: values.count))
    }
  }

  /// What the neighbours let expect: their median, along a line at the ends, where neighbours are
  /// on one side only.
  private static func centres(_ values: [Double]) -> [Double] {
    let width = 2 * reach + 1
    var result = Robust.runningMedian(values, reach: reach)
    for start in [0, values.count - width] {
      let window = Array(values[start..<start + width])
      let slope = Robust.slope(window)
      let steps = start == 0 ? 0..<reach : values.count - reach..<values.count
      for step in steps {
        let moved = window.indices.map { window[$0] + slope * Double(step - start - $0) }
        result[step] = Statistics.median(moved)
      }
    }
    return result
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
