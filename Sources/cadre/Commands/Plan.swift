import ArgumentParser
import Ledger
import LinearProgramming
import Organization
import Planning
import Reporting
import Simulation

/// Finds whom to hire, and when.
struct Plan: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: "Find whom to hire, for which team, at which level and when.",
    usage: """
      cadre plan models/storefront.yaml
      cadre plan models/storefront.yaml --scenario downturn --strategy in-house --strategy partner
      cadre plan models/storefront.yaml --quick
      cadre plan models/storefront.yaml --gap 0.5 --time-limit 60 --frontier
      cadre plan models/storefront.yaml --robust
      cadre plan models/storefront.yaml --format json -o plan.json --require policy
      cadre plan models/storefront.yaml --save plan.yaml
      cadre plan models/storefront.yaml --from plan.yaml --save next.yaml
      cadre plan diff plan.yaml next.yaml
      cadre plan <model> [options]
      """,
    discussion: """
      A plan file that --save writes is text to keep in git and to edit: seats have states, owners and \
      notes. 'cadre plan diff' compares two of them; docs/seats.md tells the rest.
      """)

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "A strategy to plan and compare; repeatable, all four if left out.", valueName: "strategy"))
  var strategy: [Strategy] = []

  @OptionGroup var search: SearchOptions

  @Flag(help: "Also plan for lower and higher coverage, and show cost against risk.")
  var frontier = false

  @Flag(
    help:
      "Also say what to decide this quarter for all scenarios, and what later and on which sign.")
  var robust = false

  /// What must hold of the recommended plan, or the exit code says no.
  enum Requirement: String, CaseIterable, ExpressibleByArgument {
    case policy
  }

  @Option(
    help: ArgumentHelp(
      "Exit with 1 unless it holds; `policy`: the recommended plan keeps every demand of the policy.",
      valueName: "what"))
  var require: [Requirement] = []

  @Option(help: ArgumentHelp("Months to plan, 1 to 60; the model's if left out.", valueName: "n"))
  var months: Int?

  @Option(help: ArgumentHelp("Seed of the random numbers.", valueName: "n"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Also write the plan file; its comments are its own, notes on seats are kept.",
      valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var save: String?

  @Option(
    help: ArgumentHelp(
      "The last plan: what it decided is kept, ids too, and what has changed since is explained.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "json"]))
  var from: String?

  @OptionGroup var recording: RecordOptions
  @OptionGroup var progress: ProgressOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var copies: CopyOptions
  @OptionGroup var display: TableDisplayOptions

  func validate() throws {
    if let months, !(1...60).contains(months) {
      throw ValidationError("--months must be from 1 to 60, found \(months)")
    }
    if robust, search.effort.quick {
      throw ValidationError("--robust solves programmes, which --quick leaves out")
    }
    if from != nil, robust || frontier {
      throw ValidationError(
        "\(robust ? "--robust" : "--frontier") plans anew, so that it cannot keep the seats of --from"
      )
    }
    if robust, !search.lock.isEmpty {
      throw ValidationError(
        "--robust decides every seat of the first quarter, so that --lock cannot be kept")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, seed: seed, toFile: output.file != nil)
    try copies.refuseExisting(beside: output)
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
    // Said before the search, not after it.
    for file in [output.file, search.writeModel, save].compactMap(\.self) {
      try AtomicFile.refuseExisting(file, force: output.force)
    }
    let carried = try from.map { file in
      CarriedPlan(
        try PlanFile(
          files.bytes(named: file, limitMegabytes: Simulate.planMegabytes), file: file,
          in: organization), in: organization)
    }
    let seed = settings.configuration.seed.value
    let robustWork = RobustWork(
      console: console, model: model, files: files, months: months, seed: seed,
      effort: search.effort)
    let scenarios = robust ? try robustWork.scenarios(of: organization) : []
    let outlook = try console.outlook(of: organization, seed: seed)
    let asked = strategy.isEmpty ? Set(Strategy.allCases) : Set(strategy)
    let meter = console.meter(progress, quiet: display.quiet)
    let observer = PlanObserver(meter: meter, logger: console.journal.logger)
    let base = FuturePlan(organization, traffic: outlook, seed: seed)
    let solver =
      search.effort.quick ? nil : try console.solver(quiet: display.quiet, required: needsSolver)
    let work = PlanWork(
      console: console, effort: search.effort, observer: observer, meter: meter, solver: solver)
    let planning = try work.search(
      base, outlook, asked, committed: carried?.committed ?? [],
      locked: try search.locked(in: organization))
    var recommendation = console.journal.measure("explaining") {
      observer.follow { planning.recommendation() }
    }
    if let file = search.writeModel {
      let strategy = recommendation.recommended.strategy
      try AtomicFile.write(
        try planning.programme(of: strategy), to: file, force: output.force)
    }
    var points = [FrontierPoint]()
    if frontier {
      points = try console.journal.measure("planning for less and more") {
        try observer.follow { try planning.frontier(of: recommendation) }
      }
    }
    var hedge: RobustAnswer?
    if robust, let solver, recommendation.stopped == nil {
      do {
        hedge = try console.journal.measure("planning for all scenarios") {
          try observer.follow {
            try robustWork.answer(
              for: scenarios, beside: recommendation, solver: solver, watch: observer.watch)
          }
        }
      } catch is PlanningStopped {
        // The plan for one scenario is not lost by it.
        recommendation.stopped = .hedging
      }
    }
    if let carried { recommendation.seats = carried.named(recommendation.seats) }
    let review = carried.map { PlanReview($0, recommendation) }
    let header = RunHeader(seed: seed, inputs: files.inputs)
    let report = PlanReport(
      recommendation, frontier: points, robust: hedge, review: review,
      traffic: TrafficLine.all(outlook, in: organization), header: header)
    if recommendation.stopped != nil {
      // A table of rows has no place to say that rows are missing.
      guard settings.format != .csv else {
        throw Fault.interrupted(signal: Interruption.signal ?? Interruption.interrupt)
      }
      return try console.deliverPartial(
        report.text(settings.format, settings.style), to: output, quiet: display.quiet)
    }
    try console.deliver(
      report, settings, to: output, copies: copies, quiet: display.quiet)
    if let save {
      let file = PlanFile(recommendation, seed: seed, match: carried?.match)
      try AtomicFile.write(file.text, to: save, force: output.force)
      if !display.quiet { console.streams.note("cadre: wrote \(SafeText.terminal(save))") }
    }
    let recorded = console.record(
      recording, settings, command: "plan", arguments: typed, organization, header,
      quiet: display.quiet
    ) { .plan(recommendation, traffic: outlook, seed: seed, document: report.json.prettyText) }
    guard recorded == .done, require.contains(.policy) else { return recorded }
    return answer(toBroken: report.brokenDemands, console)
  }

  /// Names each demand of the policy that is broken, as a script that asked has to know which.
  private func answer(toBroken demands: [String], _ console: Console) -> ExitStatus {
    guard !demands.isEmpty else { return .done }
    for demand in demands { console.streams.note("cadre: policy not kept: \(demand)") }
    return .answeredNo
  }
}

extension Plan {
  /// The options that mean nothing without a solver; `nil` where none is used.
  private var needsSolver: String? {
    search.lock.isEmpty && search.writeModel == nil && !robust
      ? nil : "--lock, --write-model and --robust"
  }

  /// What decides on the answer.
  private var typed: [String] {
    var typed = TypedArguments(model.model)
    typed.add(model.selection)
    for strategy in strategy { typed.add("--strategy", strategy.rawValue) }
    typed.add("--quick", if: search.effort.quick)
    typed.add("--replications", search.effort.replications)
    if !search.effort.quick {
      typed.add("--gap", search.effort.gap)
      typed.add("--time-limit", search.effort.timeLimit)
    }
    for seat in search.lock { typed.add("--lock", seat) }
    typed.add("--from", from)
    typed.add("--frontier", if: frontier)
    typed.add("--robust", if: robust)
    for requirement in require { typed.add("--require", requirement.rawValue) }
    typed.add("--months", months)
    return typed.words
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
