/// A plan as it is kept: for whom it was made, what was expected, and the seats with their states.
///
/// The same that a `cadre.plan/1` document says, without what can be worked out anew, so that people
/// can review it line by line and change states by hand.
package struct PlanFile: Hashable, Sendable {
  /// What somebody costs and how long it takes to find her, as reckoned when the plan was made.
  package struct LevelTerms: Hashable, Sendable {
    /// Months from opening to the first day, declined offers included.
    package var monthsToFill: Double
    package var costPerMonth: Double

    package init(monthsToFill: Double, costPerMonth: Double) {
      self.monthsToFill = monthsToFill
      self.costPerMonth = costPerMonth
    }
  }

  /// What was expected by the beginning of a month, with everything random at its mean.
  package struct Expectation: Hashable, Sendable {
    package var month: YearMonth
    /// Money spent since the plan's start.
    package var cash = 0.0
    /// What undone and late work has cost since then.
    package var undone = 0.0
    /// Mean traffic by driver, relative to the plan's start.
    package var traffic: [String: Double] = [:]
    /// Employees by team.
    package var people: [String: Double] = [:]
    /// Leavers by team since the plan's start.
    package var leavers: [String: Double] = [:]

    package init(month: YearMonth) { self.month = month }
  }

  /// Somebody who changes teams.
  package struct Transfer: Hashable, Sendable {
    package var level: String
    package var from: String
    package var to: String
    package var month: YearMonth

    package init(level: String, from: String, to: String, month: YearMonth) {
      self.level = level
      self.from = from
      self.to = to
      self.month = month
    }
  }

  /// Somebody of a level who rises to the next.
  package struct Promotion: Hashable, Sendable {
    package var team: String
    package var level: String
    package var month: YearMonth

    package init(team: String, level: String, month: YearMonth) {
      self.team = team
      self.level = level
      self.month = month
    }
  }

  /// The model's name.
  package var model: String
  package var scenario: String
  package var currency: String
  package var start: YearMonth
  package var months: Int
  package var seed: UInt64
  package var strategy: String
  /// By level.
  package var levels: [String: LevelTerms] = [:]
  /// Money per month by partner and level.
  package var partners: [String: [String: Double]] = [:]
  /// In order of months: the start, each quarter and the end.
  package var expected: [Expectation] = []
  /// Seats of the plan before that are filled, with the month in which somebody began.
  package var filled: [String: YearMonth] = [:]
  package var transfers: [Transfer] = []
  package var promotions: [Promotion] = []
  package var seats: [SeatRecord] = []

  package init(
    model: String, scenario: String, currency: String, start: YearMonth, months: Int, seed: UInt64,
    strategy: String
  ) {
    self.model = model
    self.scenario = scenario
    self.currency = currency
    self.start = start
    self.months = months
    self.seed = seed
    self.strategy = strategy
  }

  /// The month after the last.
  package var end: YearMonth { start + months }

  static let format = "cadre.plan-file/1.0"
  static let keys = [
    "format", "model", "scenario", "currency", "start", "months", "seed", "strategy", "terms",
    "expected", "filled", "transfers", "promotions", "seats",
  ]
  /// The most months that a plan may have.
  static let longest = 60
  /// Months that no search is reckoned to exceed.
  package static let longestSearch = 120
}
