import ArgumentParser
import LinearProgramming
import Organization
import Planning
import Reporting
import Simulation

/// Compares scenarios, or plans that were made earlier.
struct Compare: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare scenarios, or earlier plans, side by side in the same futures.",
    usage: """
      cadre compare models/storefront.yaml
      cadre compare models/storefront.yaml --scenario base --scenario aggressive --quick
      cadre compare models/storefront.yaml --plan last.json --plan next.json
      cadre compare <model> [options]
      """)

  @Argument(
    help: ArgumentHelp("The model file.", valueName: "model"),
    completion: .file(extensions: ["yaml", "yml"]))
  var model: String

  @Option(
    help: ArgumentHelp(
      "A scenario to compare; repeatable, up to \(Self.most). Left out, the base and all others.",
      valueName: "name"),
    completion: .custom { words, _, _ in ScenarioCompletion.names(for: words) })
  var scenario: [String] = []

  @Option(
    help: ArgumentHelp(
      "A plan to judge in the scenarios, written by `cadre plan`, with `--save` or `--format json`, in "
        + "place of plans made for them; repeatable, up to \(Self.most).", valueName: "file"),
    completion: .file(extensions: ["yaml", "json"]))
  var plan: [String] = []

  @OptionGroup var trial: TrialOptions
  @OptionGroup var effort: EffortOptions

  @Option(
    name: .customLong("allow-path"),
    help: ArgumentHelp(
      "A folder outside the project that may be read; repeatable.", valueName: "folder"),
    completion: .directory)
  var allowPath: [String] = []

  @Option(help: ArgumentHelp("Months to plan, 1 to 60; the model's if left out.", valueName: "n"))
  var months: Int?

  @Option(help: ArgumentHelp("Seed of the random numbers.", valueName: "n"))
  var seed: UInt64?

  @OptionGroup var progress: ProgressOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var copies: CopyOptions
  @OptionGroup var display: TableDisplayOptions

  static let most = 5

  func validate() throws {
    if let months, !(1...60).contains(months) {
      throw ValidationError("--months must be from 1 to 60, found \(months)")
    }
    for (name, values) in [("--scenario", scenario), ("--plan", plan)] {
      guard values.count <= Self.most else {
        throw ValidationError(
          "at most \(Self.most) of \(name) can be compared, found \(values.count)")
      }
      if let twice = values.first(where: { value in values.count { $0 == value } > 1 }) {
        throw ValidationError("\(name) \(twice) is named twice")
      }
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, seed: seed, toFile: output.file != nil)
    try copies.refuseExisting(beside: output)
    let files = DiskFiles(model: model, allowed: allowPath)
    return try console.diagnosing(settings, files) { try compare(settings, files, console) }
  }

  private func compare(
    _ settings: Console.Settings, _ files: DiskFiles, _ console: Console
  ) throws -> ExitStatus {
    if let file = output.file { try AtomicFile.refuseExisting(file, force: output.force) }
    let seed = settings.configuration.seed.value
    let scenarios = try scenarios(files, console, seed: seed)
    let organization = scenarios[0].organization
    let meter = console.meter(progress, quiet: display.quiet)
    let backfills = PlanComparison.Candidate(
      name: "backfills only", strategy: Strategy.asIs.rawValue, staffing: .asIs)
    let candidates =
      try plan.isEmpty
      ? planned(for: scenarios, console, meter, seed: seed) : brought(organization, files)
    var comparison = PlanComparison(
      [backfills] + candidates, in: scenarios, seed: seed,
      futures: effort.replications ?? EffortOptions.usualFutures)
    let work = FutureWork(threads: nil, meter: meter, logger: console.journal.logger)
    for scenario in scenarios.indices {
      comparison.take(
        try console.journal.measure("judging plans") {
          try work.judge(comparison.futures[scenario])
        }, of: scenario)
    }
    let report = ComparisonReport(
      comparison, of: organization, header: RunHeader(seed: seed, inputs: files.inputs))
    try console.deliver(
      report, settings, to: output, copies: copies, quiet: display.quiet)
    return .done
  }

  /// The scenarios to compare, with their traffic.
  private func scenarios(
    _ files: DiskFiles, _ console: Console, seed: UInt64
  ) throws -> [RobustScenario] {
    try console.refuseKeyboard(model)
    let names: [String]
    if scenario.isEmpty {
      let base = try Models.load(
        path: model, scenario: nil, settings: trial.settings, files: files
      ).organization
      let all = ["base"] + base.scenarios
      names = Array(all.prefix(Self.most))
      if names.count < all.count, !display.quiet {
        console.streams.note(
          "cadre: the model has \(all.count) scenarios; the first \(Self.most) are compared, "
            + "--scenario names others")
      }
    } else {
      names = scenario
    }
    let scenarios = try names.map { name in
      var loaded = try console.journal.measure("reading scenario \(name)") {
        try Models.load(path: model, scenario: name, settings: trial.settings, files: files)
      }
      if name == names.first, !display.quiet { console.show(loaded.warnings) }
      if let months { loaded.organization.months = months }
      return RobustScenario(
        loaded.organization, traffic: try console.outlook(of: loaded.organization, seed: seed))
    }
    console.journal.note(files.inputs)
    if case .differs(let scenario, let kind) = RobustScenario.obstacle(to: scenarios) {
      throw Fault.usage(
        "plans can be compared only with the same \(kind) in all scenarios, which '\(scenario)' does "
          + "not have", help: "cadre help model-file")
    }
    return scenarios
  }

  /// The plan that `cadre plan --scenario` recommends for each.
  private func planned(
    for scenarios: [RobustScenario], _ console: Console, _ meter: ProgressMeter, seed: UInt64
  ) throws -> [PlanComparison.Candidate] {
    let solver = effort.quick ? nil : try console.solver(quiet: display.quiet, required: nil)
    return try scenarios.enumerated().map { place, scenario in
      let observer = PlanObserver(meter: meter, logger: console.journal.logger)
      let work = PlanWork(
        console: console, effort: effort, observer: observer, meter: meter, solver: solver)
      let base = FuturePlan(scenario.organization, traffic: scenario.traffic, seed: seed)
      let search = try work.search(base, scenario.traffic, Set(Strategy.allCases))
      try Interruption.check()
      let best = search.unexplained().recommended
      return PlanComparison.Candidate(
        name: scenario.name, strategy: best.strategy.rawValue, staffing: best.plan,
        scenario: place)
    }
  }

  /// The plans of files, which are read for the first scenario.
  private func brought(
    _ organization: Organization, _ files: DiskFiles
  ) throws -> [PlanComparison.Candidate] {
    try zip(plan, Self.names(of: plan)).map { path, name in
      let planned = try PlannedSeats(
        files.bytes(named: path, limitMegabytes: Simulate.planMegabytes), file: path,
        strategy: nil, in: organization)
      return PlanComparison.Candidate(
        name: name, strategy: planned.strategy, staffing: StaffingPlan(planned))
    }
  }

  /// What tells files apart: their paths without the folders that all are in.
  private static func names(of paths: [String]) -> [String] {
    var parts = paths.map { $0.split(separator: "/") }
    while let folder = parts.first?.first, parts.allSatisfy({ $0.count > 1 && $0[0] == folder }) {
      for place in parts.indices { parts[place].removeFirst() }
    }
    return parts.map { $0.joined(separator: "/") }
  }
}
