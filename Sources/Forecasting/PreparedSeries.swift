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

  /// Steps before the first value are dropped.
  init(_ series: Series) throws(ForecastError) {
    if let index = series.values.firstIndex(where: \.isInfinite) { throw .infinite(index: index) }
    guard let first = series.values.firstIndex(where: { !$0.isNaN }) else { throw .noValues }
    let known = Array(series.values[first...])
    scale = WorkScale(for: known)
    period = series.period
    isObserved = known.map { !$0.isNaN }
    isNonNegative = known.allSatisfy { $0.isNaN || $0 >= 0 }
    let scale = scale
    values = GapFilling.filled(known.map { scale.work($0) }, period: series.period)
  }

  /// The first `count` steps.
  func prefix(_ count: Int) -> PreparedSeries {
    var copy = self
    copy.values = Array(values[..<count])
    copy.isObserved = Array(isObserved[..<count])
    return copy
  }

  /// From the work scale back, not below zero if the series never is.
  func original(_ value: Double) -> Double {
    let back = scale.original(value)
    return isNonNegative ? max(0, back) : back
  }
}
