import Foundation

/// Finds what repeats from period to period.
enum Seasonality {
  /// Whether anything repeats after `period` steps, by either of two tests.
  ///
  /// The autocorrelation sees weak patterns in long series, but is blinded by a trend; the phases
  /// see clear patterns in three years of growth. Below two whole periods there is nothing to test.
  static func isSignificant(_ values: [Double], period: Int) -> Bool {
    guard period > 1, values.count >= 2 * period else { return false }
    return hasAutocorrelation(values, period: period) || hasPhases(values, period: period)
  }

  /// Whether the means of the phases differ beyond chance once the moving mean is taken out.
  ///
  /// The analysis of variance at the 99.9 % level, with Paulson's normal approximation to F [1942]:
  /// what a wandering level leaves is not independent, and the high level makes up for it.
  static func hasPhases(_ values: [Double], period: Int) -> Bool {
    let trend = centredMean(values, period: period)
    var groups = [[Double]](repeating: [], count: period)
    for index in values.indices where !trend[index].isNaN {
      groups[index % period].append(values[index] - trend[index])
    }
    let count = groups.reduce(0) { $0 + $1.count }
    let (between, within) = (Double(period - 1), Double(count - period))
    guard groups.allSatisfy({ $0.count >= 2 }), within > 0 else { return false }
    let mean = Statistics.mean(groups.flatMap(\.self))
    var (explained, rest) = (0.0, 0.0)
    for group in groups {
      let own = Statistics.mean(group)
      explained += Double(group.count) * (own - mean) * (own - mean)
      rest += group.reduce(0) { $0 + ($1 - own) * ($1 - own) }
    }
    guard explained > 0 else { return false }
    guard rest > 0 else { return true }
    let root = cbrt(explained / between * within / rest)
    let (a, b) = (2 / (9 * between), 2 / (9 * within))
    return ((1 - b) * root - (1 - a)) / (b * root * root + a).squareRoot() > 3.09
  }

  /// Whether the autocorrelation at `period` stands out at the 90 % level.
  ///
  /// The test of the M4 competition's benchmark Naive 2 [Makridakis et al. 2020], with Bartlett's
  /// formula for the standard error.
  private static func hasAutocorrelation(_ values: [Double], period: Int) -> Bool {
    let mean = Statistics.mean(values)
    let centred = values.map { $0 - mean }
    let variance = centred.reduce(0) { $0 + $1 * $1 }
    guard variance > 0 else { return false }
    func autocorrelation(_ lag: Int) -> Double {
      var sum = 0.0
      for index in lag..<centred.count { sum += centred[index] * centred[index - lag] }
      return sum / variance
    }
    var squares = 0.0
    for lag in 1..<period {
      let value = autocorrelation(lag)
      squares += value * value
    }
    let normalQuantile = 1.645
    let limit = normalQuantile * ((1 + 2 * squares) / Double(values.count)).squareRoot()
    return abs(autocorrelation(period)) > limit
  }

  /// Whether values differ less from those `first` steps before than from those `second` before.
  static func repeats(_ values: [Double], better first: Int, than second: Int) -> Bool {
    let from = max(first, second)
    func difference(_ lag: Int) -> Double {
      Statistics.mean((from..<max(from, values.count)).map { abs(values[$0] - values[$0 - lag]) })
    }
    return difference(first) < difference(second)
  }

  /// Additive factors by classical decomposition: a centred moving average, then means by phase.
  ///
  /// With `isRobust`, medians stand for the means where there are three periods or more.
  ///
  /// - Precondition: there are at least two whole periods.
  static func pattern(_ values: [Double], period: Int, isRobust: Bool) -> SeasonalPattern {
    let trend = centredMean(values, period: period)
    var factors = [Double](repeating: 0, count: period)
    for phase in 0..<period {
      let rest = stride(from: phase, to: values.count, by: period).compactMap { index in
        trend[index].isNaN ? nil : values[index] - trend[index]
      }
      let usesMedian = isRobust && rest.count > 2
      factors[phase] = usesMedian ? Statistics.median(rest) : Statistics.mean(rest)
    }
    let centre = Statistics.mean(factors)
    return SeasonalPattern(factors: factors.map { $0 - centre }, cycle: Double(period))
  }

  /// A smooth pattern over the year in daily values without their weekly pattern.
  ///
  /// Means by day of the year of what a straight line leaves, smoothed over about three weeks.
  static func yearlyPattern(_ values: [Double]) -> SeasonalPattern {
    let year = 365.25
    let days = 366
    let line = StraightLine(values)
    var sums = [Double](repeating: 0, count: days)
    var counts = [Double](repeating: 0, count: days)
    for (index, value) in values.enumerated() {
      let day = Int(Double(index).truncatingRemainder(dividingBy: year))
      sums[day] += value - line.value(at: index)
      counts[day] += 1
    }
    let halfWidth = 10
    let smooth = (0..<days).map { day in
      var (sum, weight) = (0.0, 0.0)
      for shift in -halfWidth...halfWidth {
        let other = (day + shift + days) % days
        let kernel = Double(halfWidth + 1 - abs(shift))
        sum += kernel * sums[other]
        weight += kernel * counts[other]
      }
      return weight > 0 ? sum / weight : 0
    }
    let centre = Statistics.mean(smooth)
    return SeasonalPattern(factors: smooth.map { $0 - centre }, cycle: year)
  }

  /// The mean over one period around each step; NaN near the ends.
  private static func centredMean(_ values: [Double], period: Int) -> [Double] {
    var result = [Double](repeating: .nan, count: values.count)
    let half = period / 2
    var prefix: [Double] = [0]
    for value in values { prefix.append((prefix.last ?? 0) + value) }
    for index in half..<max(half, values.count - half) {
      // An even period is centred by half weights at both ends.
      let inner = period % 2 == 0 ? half - 1 : half
      var sum = prefix[index + inner + 1] - prefix[index - inner]
      if period % 2 == 0 { sum += (values[index - half] + values[index + half]) / 2 }
      result[index] = sum / Double(period)
    }
    return result
  }
}

/// The least-squares line through values at 0, 1, 2 and on.
struct StraightLine {
  let intercept: Double
  let slope: Double

  init(_ values: [Double]) {
    let centre = Double(values.count - 1) / 2
    let mean = Statistics.mean(values)
    var (cross, square) = (0.0, 0.0)
    for (index, value) in values.enumerated() {
      let distance = Double(index) - centre
      cross += distance * (value - mean)
      square += distance * distance
    }
    slope = square > 0 ? cross / square : 0
    intercept = mean - slope * centre
  }

  func value(at index: Int) -> Double { intercept + slope * Double(index) }
}
