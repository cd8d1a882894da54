import ArgumentParser
import Ledger
import Reporting

/// Compares two recorded runs.
struct RunsDiff: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what is different between two recorded runs.",
    usage: """
      cadre runs diff 1 2
      cadre runs diff 1 2 --exit-code --format json
      cadre runs diff <before> <after> [options]
      """)

  @Argument(help: ArgumentHelp("Number of the earlier run.", valueName: "before"))
  var before: Int64

  @Argument(help: ArgumentHelp("Number of the later run.", valueName: "after"))
  var after: Int64

  @Flag(help: "Exit with 1 where anything is different.")
  var exitCode = false

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var display: TableDisplayOptions

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, toFile: output.file != nil)
    let place = try LedgerPlace(ledger.file, console.environment)
    let found = try place.open()
    let diff = RunDiff(try place.run(before, in: found), try place.run(after, in: found))
    let report = RunDiffReport(
      diff, header: RunHeader(seed: settings.configuration.seed.value, inputs: []))
    try console.deliver(report, settings, to: output, quiet: display.quiet)
    return exitCode && !diff.isEmpty ? .answeredNo : .done
  }
}
