/// Whole numbers that add up to what they are rounded from.
///
/// Rounding each by itself would let a scorecard weigh 99 or 101 %.
package enum LargestRemainder {
  /// `exact` rounded down, but up where the remainders are largest until they add up to `sum`; of
  /// equal remainders the first is rounded up.
  ///
  /// - Precondition: no number is negative.
  package static func whole(_ exact: [Double], sum: Int) -> [Int] {
    precondition(exact.allSatisfy { $0 >= 0 }, "nothing below 0 to round")
    var whole = exact.map { Int($0) }
    let left = sum - whole.reduce(0, +)
    let order = exact.indices.sorted {
      (Double(whole[$0]) - exact[$0], $0) < (Double(whole[$1]) - exact[$1], $1)
    }
    for index in order.prefix(max(0, left)) { whole[index] += 1 }
    return whole
  }

  /// The shares of `points` as percentages, a hundred in all.
  ///
  /// More points for one and as many for all others never lower its percentage.
  /// - Precondition: no points are negative, and some are not 0.
  static func percentages(of points: [Double]) -> [Int] {
    let sum = points.reduce(0, +)
    precondition(sum > 0, "something to share")
    return whole(points.map { $0 / sum * 100 }, sum: 100)
  }
}
