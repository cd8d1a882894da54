import ArgumentParser
import Planning

/// How hard a plan is searched for, and how surely it is judged.
struct EffortOptions: ParsableArguments {
  @Flag(help: "Only the hire-up-to heuristic on courses of traffic: an answer in a moment.")
  var quick = false

  @Option(
    help: ArgumentHelp(
      "Judge every compared plan in so many futures, person by person; 2000, and none with --quick.",
      valueName: "n"))
  var replications: Int?

  @Option(
    help: ArgumentHelp(
      "Stop once a plan is proved to be so near to the best, in percent of the money that it decides "
        + "on.", valueName: "percent"))
  var gap = 2.0

  @Option(
    help: ArgumentHelp(
      "Seconds of the solver for each strategy, instead of a limit of work that gives the same plan on "
        + "every machine.", valueName: "seconds"))
  var timeLimit: Double?

  func validate() throws {
    if let replications, !(2...Simulate.mostFutures).contains(replications) {
      throw ValidationError(
        "--replications must be from 2 to \(Simulate.mostFutures), found \(replications)")
    }
    guard gap.isFinite, (0...100).contains(gap) else {
      throw ValidationError("--gap must be from 0 to 100 percent, found \(gap)")
    }
    if let timeLimit, !(timeLimit.isFinite && timeLimit > 0) {
      throw ValidationError("--time-limit must be more than 0 seconds, found \(timeLimit)")
    }
  }

  /// Futures to judge plans in; `nil` is none.
  var futures: Int? { replications ?? (quick ? nil : Self.usualFutures) }

  static let usualFutures = 2_000

  var robustSettings: RobustSettings { RobustSettings(gap: gap / 100, seconds: timeLimit) }

  var settings: OptimiserSettings {
    var settings = OptimiserSettings()
    settings.gap = gap / 100
    if let timeLimit {
      settings.seconds = timeLimit
      settings.leastIterations = OptimiserSettings.noLimit
    }
    return settings
  }
}
