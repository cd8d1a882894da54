import ArgumentParser
import Organization
import Planning
import Reporting
import Simulation

/// Finds whom to hire, and when.
struct Plan: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find whom to hire, for which team, at which level and when.",
    usage: """
      cadre plan models/storefront.yaml
      cadre plan models/storefront.yaml --scenario downturn --strategy in-house --strategy partner
      cadre plan models/storefront.yaml --replications 1000 --frontier
      cadre plan models/storefront.yaml --format json -o plan.json
      cadre plan <model> [options]
      """)

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "A strategy to plan and compare; repeatable, all four if left out.", valueName: "strategy"))
  var strategy: [Strategy] = []

  @Option(
    help: ArgumentHelp(
      "Judge every compared plan in so many futures, person by person.", valueName: "n"))
  var replications: Int?

  @Flag(help: "Also plan for lower and higher coverage, and show cost against risk.")
  var frontier = false

  @Option(help: ArgumentHelp("Months to plan, 1 to 60; the model's if left out.", valueName: "n"))
  var months: Int?

  @Option(help: ArgumentHelp("Seed of the random numbers.", valueName: "n"))
  var seed: UInt64?

  @OptionGroup var progress: ProgressOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var display: TableDisplayOptions

  func validate() throws {
    if let months, !(1...60).contains(months) {
      throw ValidationError("--months must be from 1 to 60, found \(months)")
    }
    if let replications, !(2...Simulate.mostFutures).contains(replications) {
      throw ValidationError(
        "--replications must be from 2 to \(Simulate.mostFutures), found \(replications)")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, seed: seed, toFile: output.file != nil)
    let files = DiskFiles(model: model.model, allowed: model.selection.allowPath)
    return try console.diagnosing(settings, files) { try plan(settings, files, console) }
  }

  private func plan(
    _ settings: Console.Settings, _ files: DiskFiles, _ console: Console
  ) throws -> ExitStatus {
    let loaded = try console.load(
      model.model, model.selection, files: files, quiet: display.quiet)
    var organization = loaded.organization
    if let months { organization.months = months }
    let seed = settings.configuration.seed.value
    let outlook = try console.outlook(of: organization, seed: seed)
    let asked = strategy.isEmpty ? Set(Strategy.allCases) : Set(strategy)
    let meter = console.meter(progress, quiet: display.quiet)
    let observer = PlanObserver(meter: meter, logger: console.journal.logger)
    let recommendation = try console.journal.measure("planning") {
      try observer.recommend(for: organization, traffic: outlook, strategies: asked)
    }
    var futures: StrategyFutures?
    if let replications, recommendation.stopped == nil {
      let work = FutureWork(threads: nil, meter: meter, logger: console.journal.logger)
      futures = try console.journal.measure("judging plans") {
        try work.judge(
          StrategyFutures(recommendation, traffic: outlook, seed: seed, futures: replications))
      }
    }
    var points = [FrontierPoint]()
    var prices = [ShadowPrice]()
    if frontier, recommendation.stopped == nil {
      points = try console.journal.measure("planning for less and more") {
        try observer.frontier(of: recommendation, traffic: outlook, seed: seed)
      }
      prices = try console.journal.measure("pricing what is scarce") {
        try observer.shadowPrices(of: recommendation, traffic: outlook, seed: seed)
      }
    }
    let report = PlanReport(
      recommendation, futures: futures, frontier: points, shadowPrices: prices,
      traffic: TrafficLine.all(outlook, in: organization),
      header: RunHeader(seed: seed, inputs: files.inputs))
    let text = console.journal.measure("reporting") { report.text(in: settings) }
    if recommendation.stopped != nil {
      // A table of rows has no place to say that rows are missing.
      guard settings.format != .csv else {
        throw Fault.interrupted(signal: Interruption.signal ?? Interruption.interrupt)
      }
      return try console.deliverPartial(text, to: output, quiet: display.quiet)
    }
    try console.deliver(text, to: output, quiet: display.quiet)
    return .done
  }
}

extension Strategy: ExpressibleByArgument {}

extension RunHeader {
  init(seed: UInt64, inputs: [DiskFiles.Input]) {
    self.init(
      generator: Version.line, seed: seed,
      inputs: inputs.map { Input(path: $0.path, sha256: $0.fingerprint) })
  }
}
