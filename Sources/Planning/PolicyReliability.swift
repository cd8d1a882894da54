import Simulation

/// How often teams keep the policy, by month, over equally likely futures.
///
/// A chance constraint is a demand on every team and month: it holds there if the share of futures
/// in which the limit is kept is at least the probability that this demand wants.
package struct PolicyReliability: Hashable, Sendable {
  /// Number of futures that keep a demand, by demand, team and month from ``firstMonth`` on.
  private var keeping: [[[Int]]]
  /// Months before it are not judged.
  package let firstMonth: Int
  /// The probability that each demand wants.
  private let wanted: [Double]
  /// Number of futures, whose coarseness is forgiven.
  private let futures: Int

  init(teams: Int, months: Int, firstMonth: Int, wanted: [Double], futures: Int) {
    let none = [Int](repeating: 0, count: max(0, months - firstMonth))
    keeping = wanted.map { _ in [[Int]](repeating: none, count: teams) }
    self.firstMonth = firstMonth
    self.wanted = wanted
    self.futures = futures
  }

  /// How often demands hold in futures that leave everything to chance.
  init(_ estimate: FuturesEstimate, limits: Limits) {
    let demands = PolicyJudge.demands
    self.init(
      teams: estimate.teamCount, months: estimate.months, firstMonth: estimate.firstMonth,
      wanted: demands.map { limits.probability($0) }, futures: estimate.count)
    for (demand, limit) in demands.enumerated() {
      for team in 0..<estimate.teamCount {
        for month in firstMonth..<max(firstMonth, estimate.months) {
          keeping[demand][team][month - firstMonth] =
            estimate.count - estimate.broken(limit, team: team, month: month).happened
        }
      }
    }
  }

  /// Counts one future in which a team keeps a demand in a month.
  mutating func count(demand: Int, team: Int, month: Int) {
    keeping[demand][team][month - firstMonth] += 1
  }

  /// Whether each demand holds often enough, by team and month from ``firstMonth`` on.
  package var isKept: [[Bool]] {
    guard let first = keeping.first else { return [] }
    return first.indices.map { team in
      first[team].indices.map { month in
        wanted.indices.allSatisfy { holds(keeping[$0][team][month], wanted: wanted[$0]) }
      }
    }
  }

  /// Share of team-months in which the policy holds with the probabilities wanted, 0 to 1.
  package var kept: Double {
    let cells = isKept.flatMap(\.self)
    return cells.isEmpty ? 1 : Double(cells.count { $0 }) / Double(cells.count)
  }

  /// Share of team-months in which one demand of the policy holds with the probability wanted, 0 to 1;
  /// `nil` for what is no demand.
  package func kept(_ limit: Limit) -> Double? {
    guard let demand = PolicyJudge.demands.firstIndex(of: limit), keeping.indices.contains(demand)
    else { return nil }
    let cells = keeping[demand].flatMap { months in
      months.map { holds($0, wanted: wanted[demand]) }
    }
    return cells.isEmpty ? 1 : Double(cells.count { $0 }) / Double(cells.count)
  }

  /// The months in which a team does not keep the policy as often as wanted.
  package func missed(by team: Int) -> [Int] {
    let months = isKept[team]
    return months.indices.filter { !months[$0] }.map { $0 + firstMonth }
  }

  /// The months in which a team does not keep one demand as often as wanted.
  func missed(by team: Int, demand: Int) -> [Int] {
    let months = keeping[demand][team]
    return months.indices.filter { !holds(months[$0], wanted: wanted[demand]) }
      .map { $0 + firstMonth }
  }

  /// The months in which a team does not keep a limit as often as wanted; none of what is no demand.
  package func missed(by team: Int, of limit: Limit) -> [Int] {
    guard let demand = PolicyJudge.demands.firstIndex(of: limit), keeping.indices.contains(demand)
    else { return [] }
    return missed(by: team, demand: demand)
  }

  /// Share of futures in which a team keeps a demand in a month.
  func share(keeping demand: Int, team: Int, month: Int) -> Double {
    Double(keeping[demand][team][month - firstMonth]) / Double(max(1, futures))
  }

  /// Half a future of tolerance: with 21 futures 0.8 means 17 of them, not 16.8.
  private func holds(_ keeping: Int, wanted: Double) -> Bool {
    Double(keeping) >= wanted * Double(futures) - 0.5
  }
}
