import ArgumentParser
import Ledger
import Organization
import Reporting

/// Checks recorded runs against what came.
struct RunsCalibrate: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Check what recorded runs stated against what came, and say what to change.",
    usage: """
      cadre runs calibrate --model models/storefront.yaml
      cadre runs calibrate 3 4 --actuals actuals.csv
      cadre runs calibrate [<run> ...] (--model <file> | --actuals <file>) [options]
      """,
    discussion: """
      The drivers' histories in the model tell what traffic came; leavers, pages and times to fill \
      come from a file with the columns quantity (traffic, leavers, pages or time_to_fill), subject \
      (driver, team or level), month and value. docs/ledger.md tells how to read the answer.
      """)

  @Argument(
    help: ArgumentHelp(
      "Numbers of the runs; all of the model's scenario if left out.", valueName: "run"))
  var runs: [Int64] = []

  @Option(
    help: ArgumentHelp("The model as it is now, with its histories.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var model: String?

  @Option(
    help: ArgumentHelp("A CSV file of what came; repeatable.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv"]))
  var actuals: [String] = []

  @OptionGroup var selection: ScenarioOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var display: TableDisplayOptions

  func validate() throws {
    if model == nil, actuals.isEmpty {
      throw ValidationError("name --model or --actuals, which tell what came")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, toFile: output.file != nil)
    let files = DiskFiles(
      model: model ?? actuals.first ?? DiskFiles.standardInput, allowed: selection.allowPath)
    return try console.diagnosing(settings, files) { try calibrate(settings, files, console) }
  }

  private func calibrate(
    _ settings: Console.Settings, _ files: DiskFiles, _ console: Console
  ) throws -> ExitStatus {
    let organization = try model.map {
      try console.load($0, selection, files: files, quiet: display.quiet).organization
    }
    var came = Actuals()
    if let organization { came.add(trafficOf: organization) }
    for file in actuals {
      for value in try ActualsTable.read(path: file, source: files) { came.add(value) }
    }
    let place = try LedgerPlace(ledger.file, console.environment)
    let found = try place.open()
    let chosen = try numbers(of: organization, in: found, place).map {
      try place.run($0, in: found)
    }
    let report = CalibrationReport(
      Calibration(chosen, actuals: came), runs: chosen.map(\.id),
      header: RunHeader(seed: settings.configuration.seed.value, inputs: files.inputs))
    try console.deliver(report, settings, to: output, quiet: display.quiet)
    return .done
  }

  /// Those that were named, or all of the same scenario: what was asked of another was a what-if.
  private func numbers(
    of organization: Organization?, in ledger: Ledger, _ place: LedgerPlace
  ) throws(Fault) -> [Int64] {
    guard runs.isEmpty else { return Set(runs).sorted() }
    let scenario = organization?.scenario ?? selection.scenario ?? "base"
    return try place.told { () throws(LedgerError) in try ledger.runs() }.filter { run in
      let subject = run.facts.subject
      return subject.scenario == scenario && (organization?.name ?? subject.name) == subject.name
    }.map(\.id)
  }
}
