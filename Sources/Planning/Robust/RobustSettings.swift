/// How long and how exactly plans for several scenarios are searched.
package struct RobustSettings: Hashable, Sendable {
  /// Futures of each scenario that plans are made for.
  package var futures = 200
  /// Programmes solved in turn to find out what each scenario asks for.
  package var rounds = 2
  /// Proved distance from the best of such a programme, relative to the money that it decides on.
  package var roughGap = 0.03
  package var roughWork = SearchBudget(iterations: 5_000)
  /// The same of programmes whose costs are compared.
  package var gap = 0.005
  /// Of the solver for one scenario.
  package var work = SearchBudget(iterations: 7_000)
  /// Of the solver for all scenarios together.
  package var workTogether = SearchBudget(iterations: 20_000)
  /// Seats that open before this month are decided before anything is known.
  package var decidedBefore = 3

  package init() {}

  /// - Parameters:
  ///   - gap: proved distance from the best at which a plan is good enough, relative to the money that
  ///     it decides on; a quarter of it where costs of plans are compared.
  ///   - seconds: of the solver for all scenarios together, a third of it for each, in place of limits of
  ///     work; `nil` leaves these.
  package init(gap: Double, seconds: Double?) {
    self.gap = gap / 4
    roughGap = max(roughGap, gap)
    guard let seconds else { return }
    let unlimited = OptimiserSettings.noLimit
    roughWork = SearchBudget(seconds: seconds / 3, iterations: unlimited)
    work = roughWork
    workTogether = SearchBudget(seconds: seconds, iterations: unlimited)
  }

  var optimiser: OptimiserSettings {
    var settings = OptimiserSettings()
    settings.futures = futures
    return settings
  }
}
