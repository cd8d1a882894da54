import ArgumentParser
import Organization
import Reporting

/// Shows how traffic will grow.
struct Forecast: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how traffic will grow, with its uncertainty.",
    usage: """
      cadre forecast models/storefront.yaml
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
    help: ArgumentHelp(
      "Steps to forecast; needed with --series, the model's months if left out.", valueName: "n"))
  var horizon: Int?

  @Option(help: ArgumentHelp("Steps in a season; read off if left out.", valueName: "n"))
  var period: Int?

  @Flag(help: "Judge the methods on the series' own past.")
  var backtest = false

  @Option(help: ArgumentHelp("Seed of the random numbers.", valueName: "n"))
  var seed: UInt64?

  @OptionGroup var selection: ScenarioOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    guard (model == nil) != (series == nil) else {
      throw ValidationError("name either a model or --series FILE")
    }
    if series != nil, horizon == nil { throw ValidationError("--series needs --horizon") }
    if let horizon, horizon < 1 { throw ValidationError("--horizon must be at least 1") }
    if let period, period < 1 { throw ValidationError("--period must be at least 1") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(
      display, offered: [.text, .csv, .json], seed: seed, toFile: output.file != nil)
    let text = try report(settings, console)
    try console.deliver(text, to: output, quiet: display.quiet)
    return .done
  }

  /// Makes the forecast and the text, table or document that shows it.
  private func report(_ settings: Console.Settings, _ console: Console) throws -> String {
    throw Fault.broken("forecasting")
  }
}
