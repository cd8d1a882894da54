import Foundation

/// Growth a year, as a fraction: 0.2 is a fifth more each year.
package enum YearlyGrowth {
  /// Growth over the last year of a series, or over all of it if it is shorter.
  ///
  /// The median of how the steps of the last year compare with the same steps a year before; where
  /// fewer than half are known, the median of all slopes [Sen 1968] between logarithms without their
  /// season.
  ///
  /// - Parameters:
  ///   - series: without level shifts.
  ///   - stepsPerYear: 12, 52.18, 365.25 or 8766.
  /// - Returns: `nil` below six known values or where values are not positive.
  package static func now(_ series: Series, stepsPerYear: Double) -> Double? {
    guard let first = series.values.firstIndex(where: { !$0.isNaN }) else { return nil }
    let known = Array(series.values[first...])
    guard known.allSatisfy({ $0.isNaN || $0 > 0 }), known.count(where: { !$0.isNaN }) >= 6 else {
      return nil
    }
    let year = Int(stepsPerYear.rounded())
    let changes = known.indices.suffix(year).compactMap { step -> Double? in
      guard step >= year else { return nil }
      let change = log(known[step]) - log(known[step - year])
      return change.isNaN ? nil : change
    }
    if 2 * changes.count >= year { return expm1(Statistics.median(changes)) }
    let filled = GapFilling.filled(known.map { log($0) }, period: series.period)
    let season = SeasonalAdjustment.season(of: filled, period: series.period)
    let adjusted = zip(filled, season).map { $0 - $1 }
    let last = Array(adjusted.suffix(year))
    return expm1(slope(thinned(last)) * stepsPerYear)
  }

  /// Growth that a central forecast implies from the history's last year to the forecast's last.
  ///
  /// - Parameters:
  ///   - central: the forecast's central path, in the history's steps.
  ///   - history: without season only in so far as whole years are compared.
  ///   - stepsPerYear: 12, 52.18, 365.25 or 8766.
  /// - Returns: `nil` if either has no positive mean.
  package static func implied(
    by central: [Double], after history: Series, stepsPerYear: Double
  ) -> Double? {
    let year = Int(stepsPerYear.rounded())
    let past = history.values.suffix(year).filter { !$0.isNaN }
    let future = central.suffix(year)
    let (before, after) = (Statistics.mean(past), Statistics.mean(future))
    guard before > 0, after > 0 else { return nil }
    // From the middle of the one stretch to the middle of the other.
    let pastMiddle = Double(min(year, history.values.count)) / 2
    let steps = Double(central.count) - Double(future.count) / 2 + pastMiddle
    return expm1(log(after / before) * stepsPerYear / steps)
  }

  /// At most some 120 values, each with its step, so that all pairs are few.
  private static func thinned(_ values: [Double]) -> [(step: Double, value: Double)] {
    let most = 120
    let block = max(1, (values.count + most - 1) / most)
    return stride(from: 0, to: values.count, by: block).map { start in
      let end = min(start + block, values.count)
      return (Double(start + end - 1) / 2, Statistics.mean(values[start..<end]))
    }
  }

  private static func slope(_ values: [(step: Double, value: Double)]) -> Double {
    var slopes: [Double] = []
    for later in values.indices.dropFirst() {
      for earlier in 0..<later {
        let run = values[later].step - values[earlier].step
        slopes.append((values[later].value - values[earlier].value) / run)
      }
    }
    return slopes.isEmpty ? 0 : Statistics.median(slopes)
  }
}
