/// Reliability work that is planned whatever services ask for: load tests, game days, migrations.
package struct PlannedWork: Hashable, Sendable {
  package enum Hours: Hashable, Sendable {
    /// So much in every month.
    case monthly(ThreePoint)
    /// So much in all, spread evenly over its months.
    case inAll(ThreePoint)
  }

  package var id: String
  /// Indices into ``Organization/teams``, each once; they share it evenly.
  package var teams: [Int]
  package var hours: Hours
  /// First month; `nil` goes on already.
  package var from: YearMonth?
  /// Last month; `nil` goes on for good.
  package var to: YearMonth?
  /// The aim of the business that it serves, in its own words.
  package var goal: String?

  package init(
    id: String, teams: [Int], hours: Hours, from: YearMonth? = nil, to: YearMonth? = nil,
    goal: String? = nil
  ) {
    self.id = id
    self.teams = teams
    self.hours = hours
    self.from = from
    self.to = to
    self.goal = goal
  }

  /// The number that ``hours`` holds.
  var size: ThreePoint {
    get {
      switch hours {
      case .monthly(let size), .inAll(let size): size
      }
    }
    set {
      switch hours {
      case .monthly: hours = .monthly(newValue)
      case .inAll: hours = .inAll(newValue)
      }
    }
  }

  /// The same work for other teams, `factor` times as large.
  package func scaled(by factor: Double, for teams: [Int]) -> PlannedWork {
    var work = self
    work.teams = teams
    if factor != 1 { work.size = size.scaled(by: factor) }
    return work
  }

  /// Hours a month of all its teams together while it lasts.
  package var hoursPerMonth: Double {
    switch hours {
    case .monthly(let hours): hours.mean
    case .inAll(let hours): hours.mean / Double(months ?? 1)
    }
  }

  /// Hours in a month of each of its teams; 0 while it does not last.
  package func hoursPerTeam(in month: YearMonth) -> Double {
    lasts(in: month) ? hoursPerMonth / Double(max(1, teams.count)) : 0
  }

  /// How many months it lasts; `nil` is without an end.
  package var months: Int? {
    guard let from, let to else { return nil }
    return max(1, to - from + 1)
  }

  /// Whether it is done in a month.
  package func lasts(in month: YearMonth) -> Bool {
    (from.map { $0 <= month } ?? true) && (to.map { month <= $0 } ?? true)
  }
}
