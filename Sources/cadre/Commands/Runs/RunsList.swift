import ArgumentParser
import Ledger
import Reporting

/// Lists recorded runs.
struct RunsList: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List recorded runs, the newest last.",
    usage: """
      cadre runs list
      cadre runs list --limit 100 --format csv
      cadre runs list [options]
      """)

  @Option(help: ArgumentHelp("How many at most.", valueName: "n"))
  var limit = 20

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var display: TableDisplayOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be 1 or more, found \(limit)") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, toFile: output.file != nil)
    let place = try LedgerPlace(ledger.file, console.environment)
    let found = try place.open()
    let runs = try place.told { () throws(LedgerError) in try found.runs(limit: limit) }
    let report = RunListReport(
      runs, header: RunHeader(seed: settings.configuration.seed.value, inputs: []))
    try console.deliver(report, settings, to: output, quiet: display.quiet)
    return .done
  }
}
