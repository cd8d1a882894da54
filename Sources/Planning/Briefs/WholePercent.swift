/// Shares as whole percentages that add up to a hundred.
enum WholePercent {
  /// The shares of `points` by largest remainder; of equal remainders the first is rounded up.
  ///
  /// Rounding each by itself would let a scorecard weigh 99 or 101 %. More points for one and as many
  /// for all others never lower its percentage.
  /// - Precondition: no points are negative, and some are not 0.
  static func of(_ points: [Double]) -> [Int] {
    let sum = points.reduce(0, +)
    precondition(sum > 0 && points.allSatisfy { $0 >= 0 }, "something to share")
    let exact = points.map { $0 / sum * 100 }
    var whole = exact.map { Int($0) }
    let left = 100 - whole.reduce(0, +)
    let order = points.indices.sorted {
      (Double(whole[$0]) - exact[$0], $0) < (Double(whole[$1]) - exact[$1], $1)
    }
    for index in order.prefix(max(0, left)) { whole[index] += 1 }
    return whole
  }
}
