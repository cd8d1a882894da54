import ArgumentParser
import Ledger
import Organization
import Reporting

/// Shows one recorded run.
struct RunsShow: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a recorded run.",
    usage: """
      cadre runs show 3
      cadre runs show 3 --document -o plan.json
      cadre runs show <run> [options]
      """)

  @Argument(help: ArgumentHelp("Number of the run.", valueName: "run"))
  var run: Int64

  @Flag(help: "Write the run's own JSON document, byte for byte, such as for --plan.")
  var document = false

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var display: FormatOptions<PageFormat>

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, toFile: output.file != nil)
    let place = try LedgerPlace(ledger.file, console.environment)
    let found = try place.run(run, in: try place.open())
    let report = RunReport(
      found, header: RunHeader(seed: settings.configuration.seed.value, inputs: []))
    let text =
      try document ? found.result.document : report.text(settings.format, settings.style)
    try console.deliver(text, to: output, quiet: display.quiet)
    return .done
  }
}
