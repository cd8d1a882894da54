import Foundation

/// A series on its work scale, without gaps.
struct PreparedSeries {
  let scale: WorkScale
  let period: Int
  /// What was observed, on the work scale; gaps are filled by interpolation.
  var values: [Double]
  /// False where a value was filled in; such values are never scored.
  var isObserved: [Bool]
  /// True if no value is below zero, so that no forecast may be.
  let isNonNegative: Bool
  /// Forecasts on the work scale stay within this.
  private let plausible: ClosedRange<Double>

  /// How often the past's own range a future may leave it by, up and down.
  private static let reach = 2.0
  /// On the logarithmic scale a future is at most so many times the largest value seen, and at
  /// least such a part of the smallest: drawn compound growth otherwise explodes.
  private static let largestMultiple = 30.0

  /// Steps before the first value are dropped.
  init(_ series: Series) throws(ForecastError) {
    if let index = series.values.firstIndex(where: \.isInfinite) { throw .infinite(index: index) }
    guard let first = series.values.firstIndex(where: { !$0.isNaN }) else { throw .noValues }
    let known = PreparedSeries.recent(series.values[first...], period: series.period)
    scale = WorkScale.stabilising(known, period: series.period)
    period = series.period
    isObserved = known.map { !$0.isNaN }
    isNonNegative = known.allSatisfy { $0.isNaN || $0 >= 0 }
    let scale = scale
    let low = scale.work(known.lazy.filter { !$0.isNaN }.min() ?? 0)
    let high = scale.work(known.lazy.filter { !$0.isNaN }.max() ?? 0)
    let margin = PreparedSeries.reach * (high - low)
    // Values that hardly moved may still double.
    let room =
      scale == .logarithmic
      ? min(max(margin, log(2)), log(PreparedSeries.largestMultiple))
      : max(margin, abs(high), abs(low), high == 0 && low == 0 ? 1 : 0)
    plausible = (low - room)...(high + room)
    var worked = known.map { scale.work($0) }
    values = GapFilling.filled(worked, period: series.period)
    let gaps = CountingGaps.gaps(values, longest: max(series.period, 12))
    guard !gaps.isEmpty else { return }
    for index in gaps.joined() {
      isObserved[index] = false
      worked[index] = .nan
    }
    values = GapFilling.filled(worked, period: series.period)
  }

  /// What is older tells little about the future and costs time.
  private static func recent(_ values: ArraySlice<Double>, period: Int) -> [Double] {
    let kept = Array(values.suffix(max(mostValues, min(4 * period, 2 * mostValues))))
    // Steps before the first value are dropped again.
    let first = kept.firstIndex { !$0.isNaN }
    return first.map { Array(kept[$0...]) } ?? Array(values)
  }

  /// Five years of days, twelve weeks of hours.
  private static let mostValues = 2_000

  /// The first `count` steps.
  func prefix(_ count: Int) -> PreparedSeries {
    var copy = self
    copy.values = Array(values[..<count])
    copy.isObserved = Array(isObserved[..<count])
    return copy
  }

  /// From the work scale back, kept plausible, and not below zero if the series never is.
  func original(_ value: Double) -> Double {
    let back = scale.original(min(max(value, plausible.lowerBound), plausible.upperBound))
    return isNonNegative ? max(0, back) : back
  }
}
