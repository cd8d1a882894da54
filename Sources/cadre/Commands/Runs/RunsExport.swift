import ArgumentParser
import Ledger
import Organization
import Reporting

/// Writes recorded runs for other programs.
struct RunsExport: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write recorded runs as CSV or JSON.",
    usage: """
      cadre runs export --format csv -o runs.csv
      cadre runs export 3 4 --format json
      cadre runs export [<run> ...] [options]
      """)

  @Argument(help: ArgumentHelp("Numbers of the runs; all if left out.", valueName: "run"))
  var runs: [Int64] = []

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var display: FormatOptions<ExportFormat>

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, toFile: output.file != nil)
    let place = try LedgerPlace(ledger.file, console.environment)
    let found = try place.open()
    let numbers =
      runs.isEmpty
      ? try place.told { () throws(LedgerError) in try found.runs() }.map(\.id) : runs
    let export = RunExport(
      try numbers.map { try place.run($0, in: found) },
      header: RunHeader(seed: settings.configuration.seed.value, inputs: []))
    let text = settings.format == .json ? export.json.prettyText : export.csv
    try console.deliver(text, to: output, quiet: display.quiet)
    return .done
  }
}
