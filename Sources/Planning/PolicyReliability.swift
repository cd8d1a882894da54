/// How often teams keep the policy, by month, over equally likely futures.
///
/// A chance constraint is a demand on every team and month: it holds there if the share of futures
/// in which the limits are kept is at least the probability wanted.
package struct PolicyReliability: Hashable, Sendable {
  /// Number of futures that keep it, by team and month from ``firstMonth`` on.
  private var keeping: [[Int]]
  /// Months before it are not judged.
  package var firstMonth: Int
  package var wanted: Double
  /// Number of futures, whose coarseness is forgiven.
  private let futures: Int

  init(teams: Int, months: Int, firstMonth: Int, wanted: Double, futures: Int) {
    let none = [Int](repeating: 0, count: max(0, months - firstMonth))
    keeping = [[Int]](repeating: none, count: teams)
    self.firstMonth = firstMonth
    self.wanted = wanted
    self.futures = futures
  }

  /// Share of futures by team and month from ``firstMonth`` on.
  package var share: [[Double]] {
    keeping.map { months in months.map { Double($0) / Double(futures) } }
  }

  /// Counts one future in which a team keeps everything demanded of it in a month.
  mutating func count(team: Int, month: Int) {
    keeping[team][month - firstMonth] += 1
  }

  /// Share of team-months in which the policy holds with the probability wanted, 0 to 1.
  package var kept: Double {
    let cells = keeping.flatMap(\.self)
    guard !cells.isEmpty else { return 1 }
    return Double(cells.count { holds($0) }) / Double(cells.count)
  }

  /// The months in which a team does not keep the policy as often as wanted.
  package func missed(by team: Int) -> [Int] {
    keeping[team].indices.filter { !holds(keeping[team][$0]) }.map { $0 + firstMonth }
  }

  /// Half a future of tolerance: with 21 futures 0.8 means 17 of them, not 16.8.
  private func holds(_ keeping: Int) -> Bool { Double(keeping) >= wanted * Double(futures) - 0.5 }
}
