import ArgumentParser
import Ledger
import Organization
import Reporting
import Simulation

/// Shows how traffic will grow.
struct Forecast: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how traffic will grow, with its uncertainty.",
    usage: """
      cadre forecast models/storefront.yaml
      cadre forecast models/storefront.yaml --driver orders
      cadre forecast models/storefront.yaml --backtest
      cadre forecast --series data/orders.csv --horizon 90 --period 7 --format csv
      cadre forecast (<model> | --series <file>) [options]
      """)

  @Argument(
    help: ArgumentHelp("The model file; `-` is standard input.", valueName: "model"),
    completion: .file(extensions: ["yaml", "yml"]))
  var model: String?

  @Option(
    help: ArgumentHelp("A CSV file to forecast instead of a model.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv"]))
  var series: String?

  @Option(
    help: ArgumentHelp("The only driver of the model to show.", valueName: "id"))
  var driver: String?

  @Option(
    help: ArgumentHelp(
      "Steps to forecast; needed with --series, the model's months if left out.", valueName: "n"))
  var horizon: Int?

  @Option(help: ArgumentHelp("Steps in a season; read off if left out.", valueName: "n"))
  var period: Int?

  @Flag(help: "Judge the methods on the series' own past.")
  var backtest = false

  @Option(
    help: ArgumentHelp(
      "Write so many possible futures of each series instead of bands.", valueName: "n"))
  var paths: Int?

  @Option(help: ArgumentHelp("Seed of the random numbers.", valueName: "n"))
  var seed: UInt64?

  @OptionGroup var selection: ScenarioOptions
  @OptionGroup var recording: RecordOptions
  @OptionGroup var progress: ProgressOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var copies: CopyOptions
  @OptionGroup var display: TableDisplayOptions

  /// The longest forecast; over eleven years of hours.
  static let mostSteps = 100_000
  private static let mostPaths = 100_000

  func validate() throws {
    guard (model == nil) != (series == nil) else {
      throw ValidationError("name either a model or --series FILE")
    }
    if series != nil, horizon == nil { throw ValidationError("--series needs --horizon") }
    let most = series == nil ? 60 : Self.mostSteps
    if let horizon, !(1...most).contains(horizon) {
      throw ValidationError("--horizon must be from 1 to \(most), found \(horizon)")
    }
    if period != nil, series == nil { throw ValidationError("--period belongs to --series") }
    if let period, !(1...Self.mostSteps).contains(period) {
      throw ValidationError("--period must be from 1 to \(Self.mostSteps), found \(period)")
    }
    if let paths {
      guard series != nil, !backtest else {
        throw ValidationError("--paths belongs to --series without --backtest")
      }
      guard (1...Self.mostPaths).contains(paths) else {
        throw ValidationError("--paths must be from 1 to \(Self.mostPaths), found \(paths)")
      }
    }
    if series != nil, seed != nil, paths == nil, !backtest {
      throw ValidationError(
        "--seed belongs to a model or --paths; the bands of series are computed, not drawn")
    }
    if driver != nil, series != nil || backtest {
      throw ValidationError("--driver belongs to the forecast of a model")
    }
    if series != nil || backtest, recording.record == true || recording.file != nil {
      throw ValidationError("--record belongs to the forecast of a model")
    }
    if series != nil, selection.scenario != nil {
      throw ValidationError("--scenario belongs to a model")
    }
    if series != nil, !selection.trial.set.isEmpty {
      throw ValidationError("--set belongs to a model")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, seed: seed, toFile: output.file != nil)
    try copies.refuseExisting(beside: output)
    if paths != nil, ![.csv, .json].contains(settings.format) {
      throw Fault.usage(
        "--paths needs --format csv or json; a page has no room for futures",
        help: "cadre forecast --help")
    }
    let files = DiskFiles(
      model: series ?? model ?? DiskFiles.standardInput, allowed: selection.allowPath)
    return try console.diagnosing(settings, files) { try report(settings, files, console) }
  }

  private func report(
    _ settings: Console.Settings, _ files: DiskFiles, _ console: Console
  ) throws -> ExitStatus {
    if let series, let horizon {
      let request = SeriesForecast.Request(
        horizon: horizon, period: period, seed: settings.configuration.seed.value,
        futures: paths ?? 0)
      let report = try report(series: series, request, settings, files, console)
      try console.deliver(
        report, settings, to: output, copies: copies, quiet: display.quiet)
      return .done
    }
    return try report(model: model ?? DiskFiles.standardInput, settings, files, console)
  }

  private func report(
    series path: String, _ request: SeriesForecast.Request, _ settings: Console.Settings,
    _ files: DiskFiles, _ console: Console
  ) throws -> any TableReport {
    try console.refuseKeyboard(path, for: "a CSV file")
    let series = try console.journal.measure("reading") {
      try SeriesTable.read(path: path, source: files, allowsNegative: false)
    }
    console.journal.note(files.inputs)
    try Interruption.check()
    let meter = console.meter(progress, quiet: display.quiet)
    let header = RunHeader(seed: request.seed, inputs: files.inputs)
    return try console.journal.measure("forecasting") {
      if backtest {
        return try BacktestWork.report(series, request, header: header, meter: meter)
      }
      return try SeriesWork.forecast(series, request, header: header, meter: meter)
    }
  }

  private func report(
    model path: String, _ settings: Console.Settings, _ files: DiskFiles, _ console: Console
  ) throws -> ExitStatus {
    let loaded = try console.load(path, selection, files: files, quiet: display.quiet)
    var organization = loaded.organization
    if let horizon { organization.months = horizon }
    let seed = settings.configuration.seed.value
    let header = RunHeader(seed: seed, inputs: files.inputs)
    if backtest {
      let report = try BacktestWork.report(organization, seed: seed, header: header)
      try console.deliver(
        report, settings, to: output, copies: copies, quiet: display.quiet)
      return .done
    }
    let shown = try driver.map { try place(of: $0, in: organization) }
    let (outlook, stories) = try console.journal.measure("projecting traffic") {
      try Traffic.explained(of: organization, seed: seed)
    }
    let report = TrafficForecastReport(
      outlook, stories, of: organization, driver: shown, header: header)
    try console.deliver(
      report, settings, to: output, copies: copies, quiet: display.quiet)
    return console.record(
      recording, settings, command: "forecast", arguments: typed(path), organization, header,
      quiet: display.quiet
    ) {
      .forecast(outlook, of: organization, driver: shown, document: report.json.prettyText)
    }
  }

  /// What decides on the answer.
  private func typed(_ model: String) -> [String] {
    var typed = TypedArguments(model)
    typed.add(selection)
    typed.add("--driver", driver)
    typed.add("--horizon", horizon)
    return typed.words
  }

  private func place(of driver: String, in organization: Organization) throws -> Int {
    let names = organization.drivers.map(\.id)
    if let place = names.firstIndex(of: driver) { return place }
    let hint = Nearest.name(to: driver, among: names).map { "; did you mean '\($0)'?" } ?? ""
    throw Fault.usage("there is no driver '\(driver)'\(hint)", help: "cadre forecast --help")
  }
}
