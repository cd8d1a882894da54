import ArgumentParser
import Ledger
import Organization
import Planning
import Reporting
import Simulation

/// Plays many futures of a plan.
struct Simulate: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play many futures, person by person, and say what breaks how often.",
    usage: """
      cadre simulate models/storefront.yaml
      cadre simulate models/storefront.yaml --plan plan.json --replications 10000
      cadre simulate models/storefront.yaml --precision 0.02 --resilience
      cadre simulate models/storefront.yaml --trace 7
      cadre simulate <model> [options]
      """)

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "A plan written by `cadre plan`, with `--save` or `--format json`; backfills only if left out.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "json"]))
  var plan: String?

  @Option(
    help: ArgumentHelp(
      "A strategy of that plan; the recommended one if left out.", valueName: "strategy"))
  var strategy: Strategy?

  @Option(
    help: ArgumentHelp(
      "Futures to play, 1,000 if left out; at most so many with --precision.", valueName: "n"))
  var replications: Int?

  @Option(
    help: ArgumentHelp(
      "Stop when chances and the relative mean cost are known to so much, such as 0.02.",
      valueName: "p"))
  var precision: Double?

  @Flag(
    help:
      "Also try what shocks would do: a person or partner lost, slow hiring, ten times the traffic."
  )
  var resilience = false

  @Option(help: ArgumentHelp("Tell one future as a story instead.", valueName: "n"))
  var trace: Int?

  @OptionGroup var threads: ThreadOptions

  @Option(help: ArgumentHelp("Months to play, 1 to 60; the model's if left out.", valueName: "n"))
  var months: Int?

  @Option(help: ArgumentHelp("Seed of the random numbers.", valueName: "n"))
  var seed: UInt64?

  @OptionGroup var recording: RecordOptions
  @OptionGroup var progress: ProgressOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var copies: CopyOptions
  @OptionGroup var display: TableDisplayOptions

  /// Numbers of futures are kept in 32 bits.
  static let mostFutures = 10_000_000
  private static let usualFutures = 1_000

  func validate() throws {
    if let months, !(1...60).contains(months) {
      throw ValidationError("--months must be from 1 to 60, found \(months)")
    }
    if let replications, !(1...Self.mostFutures).contains(replications) {
      throw ValidationError(
        "--replications must be from 1 to \(Self.mostFutures), found \(replications)")
    }
    if let precision, !(precision >= 0.001 && precision < 1) {
      throw ValidationError("--precision must be from 0.001 to below 1, found \(precision)")
    }
    if let trace, !(0..<Self.mostFutures).contains(trace) {
      throw ValidationError("--trace must be from 0 to \(Self.mostFutures - 1), found \(trace)")
    }
    if trace != nil, replications != nil || precision != nil || resilience {
      throw ValidationError("--trace tells one future; it goes with none of the other counts")
    }
    if trace != nil, recording.record == true || recording.file != nil {
      throw ValidationError("--record is for many futures, not for the story of one")
    }
    if strategy != nil, plan == nil { throw ValidationError("--strategy belongs to --plan") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, seed: seed, toFile: output.file != nil)
    try copies.refuseExisting(beside: output)
    if trace != nil, settings.format == .csv {
      throw Fault.usage(
        "a story is no table; use text, markdown, html or json", help: "cadre simulate --help")
    }
    let files = DiskFiles(model: model.model, allowed: model.selection.allowPath)
    return try console.diagnosing(settings, files) { try simulate(settings, files, console) }
  }

  private func simulate(
    _ settings: Console.Settings, _ files: DiskFiles, _ console: Console
  ) throws -> ExitStatus {
    let loaded = try console.load(model.model, model.selection, files: files, quiet: display.quiet)
    var organization = loaded.organization
    if let months { organization.months = months }
    let seed = settings.configuration.seed.value
    var (name, staffing) = (Strategy.asIs.rawValue, StaffingPlan.asIs)
    if let plan {
      let planned = try PlannedSeats(
        files.bytes(named: plan, limitMegabytes: Self.planMegabytes), file: plan,
        strategy: strategy?.rawValue, in: organization)
      (name, staffing) = (planned.strategy, StaffingPlan(planned))
    }
    let outlook = try console.outlook(of: organization, seed: seed)
    let judge = FutureJudge(
      FuturePlan(organization, traffic: outlook, staffing: staffing, seed: seed))
    let header = RunHeader(seed: seed, inputs: files.inputs)
    if let trace {
      let report = StoryReport(judge, future: trace, header: header)
      try console.deliver(
        report, settings, to: output, copies: copies, quiet: display.quiet)
      return .done
    }
    let work = console.futureWork(threads, progress, quiet: display.quiet)
    let most = precision == nil ? Self.usualFutures : 100_000
    let goal = FuturesRun.Goal(futures: replications ?? most, precision: precision)
    let played = try console.journal.measure("playing futures") {
      try work.play(FuturesRun(judge, goal: goal))
    }
    var shocks: [ResilienceOutcome] = []
    if resilience, !played.isPartial {
      shocks = try console.journal.measure("trying shocks") {
        try work.shocks(
          Shock.all(in: organization), judge,
          futures: min(played.run.estimate.count, Self.shockFutures))
      }
    }
    let report = FuturesReport(
      played.run, strategy: name, resilience: shocks, isPartial: played.isPartial,
      header: header)
    if played.isPartial {
      // A table of rows has no place to say that futures are missing.
      guard settings.format != .csv else {
        throw Fault.interrupted(signal: Interruption.signal ?? Interruption.interrupt)
      }
      return try console.deliverPartial(
        report.text(settings.format, settings.style), to: output, quiet: display.quiet)
    }
    try console.deliver(
      report, settings, to: output, copies: copies, quiet: display.quiet)
    return console.record(
      recording, settings, command: "simulate", arguments: typed, organization, header,
      quiet: display.quiet
    ) {
      .simulate(played.run, strategy: name, traffic: outlook, document: report.json.prettyText)
    }
  }

  /// What decides on the answer.
  private var typed: [String] {
    var typed = TypedArguments(model.model)
    typed.add(model.selection)
    typed.add("--plan", plan)
    typed.add("--strategy", strategy?.rawValue)
    typed.add("--replications", replications)
    typed.add("--precision", precision)
    typed.add("--resilience", if: resilience)
    typed.add("--months", months)
    return typed.words
  }

  /// A plan with the months of every strategy takes a few.
  static let planMegabytes = 16
  /// Futures that each shock is played in; differences on the same luck need fewer.
  private static let shockFutures = 1_000
}
