import Foundation

/// Finds stretches in which next to nothing was counted.
enum OutageFinder {
  /// At or below this part of what was expected, next to nothing was counted.
  private static let nearNothing = 0.05
  /// The steps on which it begins and ends may be cut off in the middle.
  private static let partial = 0.6
  /// Deviations below the usual that make even one step an outage.
  private static let limit = 5.0
  /// Where more of the steps are empty, emptiness is usual.
  private static let mostEmpty = 0.25
  /// An emptiness up to the last step that is longer than so many seasons is an end, no outage.
  private static let longestAtEnd = 4
  /// Neighbours of the same phase on either side that say what was expected.
  private static let neighbours = 3

  struct Outage {
    var steps: ClosedRange<Int>
    /// Observed over expected, over all its steps.
    var share: Double
    var confidence: Double
  }

  static func find(_ values: [Double], period: Int) -> [Outage] {
    let known = values.filter { !$0.isNaN }
    guard known.count >= 8, known.allSatisfy({ $0 >= 0 }) else { return [] }
    let empty = known.count { $0 == 0 }
    guard Double(empty) <= mostEmpty * Double(known.count) else { return [] }
    let expected = expectations(values, period: period)
    let shares = zip(values, expected).map { $1 > 0 ? $0 / $1 : .nan }
    let noise = Robust.deviation(ofDistances: shares.filter { !$0.isNaN }.map { abs($0 - 1) })
    guard noise > 0 else { return runs(shares, noise: 1e-6, count: known.count, period: period) }
    return runs(shares, noise: noise, count: known.count, period: period)
  }

  private static func runs(
    _ shares: [Double], noise: Double, count: Int, period: Int
  ) -> [Outage] {
    var result: [Outage] = []
    var step = 0
    while step < shares.count {
      guard isEmpty(shares[step], noise: noise) else {
        step += 1
        continue
      }
      var end = step
      while end + 1 < shares.count, isEmpty(shares[end + 1], noise: noise) { end += 1 }
      let next = end + 1
      defer { step = next }
      if end == shares.count - 1, end - step + 1 > max(longestAtEnd * period, 8) { continue }
      let (first, last) = widened(step...end, shares: shares, noise: noise)
      let inside = shares[first...last].filter { !$0.isNaN }
      result.append(
        Outage(
          steps: first...last, share: Statistics.mean(inside),
          confidence: Robust.confidence(size: (1 - nearNothing) / noise, among: count)))
    }
    return result
  }

  private static func isEmpty(_ share: Double, noise: Double) -> Bool {
    share <= nearNothing && (1 - share) / noise >= limit
  }

  /// With the half-empty step on either side.
  private static func widened(
    _ steps: ClosedRange<Int>, shares: [Double], noise: Double
  ) -> (first: Int, last: Int) {
    func isCut(_ step: Int) -> Bool {
      shares.indices.contains(step) && shares[step] <= partial
        && (1 - shares[step]) / noise >= limit
    }
    return (
      steps.lowerBound - (isCut(steps.lowerBound - 1) ? 1 : 0),
      steps.upperBound + (isCut(steps.upperBound + 1) ? 1 : 0)
    )
  }

  /// What neighbours of the same phase say that are not empty themselves.
  ///
  /// Months repeat by the year, which is too far apart to compare; they look at those next to them.
  private static func expectations(_ values: [Double], period: Int) -> [Double] {
    let cycle = SeasonalAdjustment.cycle(period: period, count: values.count)
    let apart = cycle == 7 || cycle == 24 || cycle == 168 ? cycle : 1
    return values.indices.map { index in
      let before = usable(values, from: index, by: -apart)
      let after = usable(values, from: index, by: apart)
      let all = before + after
      return all.isEmpty ? .nan : Statistics.median(all)
    }
  }

  private static func usable(_ values: [Double], from index: Int, by apart: Int) -> [Double] {
    var result: [Double] = []
    var step = index + apart
    while values.indices.contains(step), result.count < neighbours {
      if values[step] > 0 { result.append(values[step]) }
      step += apart
    }
    return result
  }
}
