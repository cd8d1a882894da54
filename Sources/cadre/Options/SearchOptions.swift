import ArgumentParser
import Organization
import Planning
import Simulation

/// How hard a plan is searched for.
struct SearchOptions: ParsableArguments {
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

  @Option(
    help: ArgumentHelp(
      "A seat that the plan has to have, named as in its report; repeatable.", valueName: "seat"))
  var lock: [String] = []

  @Option(
    help: ArgumentHelp(
      "Also write the last programme solved as MPS, for any solver to check.", valueName: "file"))
  var writeModel: String?

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
    if quick, !lock.isEmpty || writeModel != nil {
      throw ValidationError("--quick solves no programme, so --lock and --write-model do nothing")
    }
  }

  /// Futures to judge plans in; `nil` is none.
  var futures: Int? { replications ?? (quick ? nil : Self.usualFutures) }

  private static let usualFutures = 2_000

  var settings: OptimiserSettings {
    var settings = OptimiserSettings()
    settings.gap = gap / 100
    if let timeLimit {
      settings.seconds = timeLimit
      settings.leastIterations = OptimiserSettings.noLimit
    }
    return settings
  }

  /// The seats to lock.
  ///
  /// - Throws: ``Fault`` where a name is not that of a seat the organisation could open.
  func locked(in organization: Organization) throws -> [Seat] {
    try lock.map { name in
      guard let seat = SeatID.seat(name, in: organization) else {
        throw Fault.usage(
          "no seat is called '\(name)'; a name is team-level-month-number or "
            + "team-level-partner-month-number, such as those in 'cadre plan --format json'",
          help: "cadre plan --help")
      }
      return seat
    }
  }
}
