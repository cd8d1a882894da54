/// How long and how exactly plans are searched.
package struct OptimiserSettings: Hashable, Sendable {
  /// Proved distance from the best of a programme, relative to the money that it decides on.
  package var gap = 0.02
  /// Seconds of the solver for one strategy.
  ///
  /// `nil` is ten minutes, and more for more than sixty teams. Its work is limited as well, and that ends
  /// first on all but the slowest machines, so that plans do not depend on how busy a machine is.
  package var seconds: Double?
  /// Simplex iterations for one strategy, for each team.
  package var iterationsPerTeam = 4_000
  /// Simplex iterations for one strategy, where there are few teams.
  package var leastIterations = 64_000
  /// More iterations than any search comes to.
  package static let noLimit = 1 << 50
  /// Futures that plans are made for.
  package var futures = 400
  /// Programmes solved in turn at most.
  package var rounds = 3
  /// Whether people may change teams.
  package var hasTransfers = true
  /// Whether people may be promoted by decision.
  package var hasRises = true

  package init() {}

  /// Standard errors by which demands are to hold more often than wanted: what holds as often as
  /// wanted in the futures that a plan was made for does so in only half of all others.
  static let margin = 1.0

  /// `transfers` says whether anybody may change teams, which joins teams and takes more work.
  func budget(teams: Int, transfers: Bool = false) -> SearchBudget {
    let iterations = max(leastIterations, iterationsPerTeam * teams)
    return SearchBudget(
      seconds: seconds ?? max(600, 10 * Double(teams)),
      iterations: transfers && iterations < Self.noLimit ? iterations * 3 / 2 : iterations)
  }

  /// Futures for planning have numbers of their own, so that others are fresh to judge by.
  var numbers: Range<Int> { Self.firstNumber..<Self.firstNumber + futures }
  private static let firstNumber = 1 << 24
}
