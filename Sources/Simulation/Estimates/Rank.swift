/// Which of so many sorted numbers is a quantile.
enum Rank {
  /// ⌈`share` · `count`⌉, counted from 0 and held between the first and the last.
  static func of(_ share: Double, among count: Int) -> Int {
    let last = count - 1
    guard share > 0, last > 0 else { return 0 }
    guard share < 1 else { return last }
    // A rounding error above a whole number is not a rank more.
    let exact = share * Double(count)
    let rank = Int((exact - 2 * exact.ulp).rounded(.up)) - 1
    return min(max(rank, 0), last)
  }
}
