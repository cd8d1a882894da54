/// How long and how exactly plans for several scenarios are searched.
package struct RobustSettings: Hashable, Sendable {
  /// Futures of each scenario that plans are made for.
  package var futures = 200
  /// Programmes solved in turn to find out what each scenario asks for.
  package var rounds = 2
  /// Proved distance from the best of such a programme, relative to the money that it decides on.
  package var roughGap = 0.03
  package var roughSeconds = 1.5
  /// The same of programmes whose costs are compared.
  package var gap = 0.005
  /// Seconds of the solver for one scenario.
  package var seconds = 2.0
  /// Seconds of the solver for all scenarios together.
  package var secondsTogether = 6.0
  /// Seats that open before this month are decided before anything is known.
  package var decidedBefore = 3

  package init() {}

  var optimiser: OptimiserSettings {
    var settings = OptimiserSettings()
    settings.futures = futures
    return settings
  }
}
