/// A pattern that repeats, found so that changes and short histories do not bend it much.
enum SeasonalAdjustment {
  private static let (day, week) = (24, 168)
  /// Fisher's F beyond this is rarer than one in a thousand for weeks and years of some length.
  private static let leastQuotient = 3.5

  /// Steps per cycle worth taking out: hours follow the week once there are four of them.
  static func cycle(period: Int, count: Int) -> Int {
    period == day && count >= 4 * week ? week : period
  }

  /// The amount to take off each of `values`; zeros if nothing repeats.
  ///
  /// Medians by phase of what a centred moving mean leaves, where the mean goes on in a straight
  /// line at both ends. `values` has no gaps.
  static func season(of values: [Double], period: Int) -> [Double] {
    let none = [Double](repeating: 0, count: values.count)
    let cycle = cycle(period: period, count: values.count)
    guard cycle > 1, values.count >= 2 * cycle else { return none }
    let trend = smoothTrend(values, cycle: cycle)
    let rest = zip(values, trend).map { $0 - $1 }
    guard isSeasonal(rest, cycle: cycle) else { return none }
    let phases = (0..<cycle).map { phase in
      let known = stride(from: phase, to: rest.count, by: cycle).map { rest[$0] }
      return known.count > 2 ? Statistics.median(known) : Statistics.mean(known)
    }
    let centre = Statistics.mean(phases)
    return values.indices.map { phases[$0 % cycle] - centre }
  }

  /// Whether phases differ by more than cycles do, by the quotient of the analysis of variance.
  ///
  /// The usual test by autocorrelation does not see a smooth season in two or three cycles.
  private static func isSeasonal(_ rest: [Double], cycle: Int) -> Bool {
    let means = (0..<cycle).map { phase in
      Statistics.mean(stride(from: phase, to: rest.count, by: cycle).map { rest[$0] })
    }
    var (between, within) = (0.0, 0.0)
    for (index, value) in rest.enumerated() {
      let mean = means[index % cycle]
      between += mean * mean
      within += (value - mean) * (value - mean)
    }
    let freedom = Double(max(rest.count - cycle, 1))
    return between / Double(cycle - 1) > leastQuotient * within / freedom
  }

  /// The mean over one cycle around each step, extrapolated over half a cycle at either end.
  static func smoothTrend(_ values: [Double], cycle: Int) -> [Double] {
    let half = cycle / 2
    guard values.count > 2 * half else {
      let line = StraightLine(values)
      return values.indices.map { line.value(at: $0) }
    }
    var prefix: [Double] = [0]
    for value in values { prefix.append((prefix.last ?? 0) + value) }
    var inner: [Double] = []
    for index in half..<values.count - half {
      // An even cycle is centred by half weights at both ends.
      let reach = cycle % 2 == 0 ? half - 1 : half
      var sum = prefix[index + reach + 1] - prefix[index - reach]
      if cycle % 2 == 0 { sum += (values[index - half] + values[index + half]) / 2 }
      inner.append(sum / Double(cycle))
    }
    let head = StraightLine(Array(inner.prefix(cycle)))
    let tail = StraightLine(Array(inner.suffix(cycle)))
    let tailStart = inner.count - min(inner.count, cycle)
    return (0..<half).map { head.value(at: $0 - half) } + inner
      + (0..<half).map { tail.value(at: inner.count + $0 - tailStart) }
  }
}
