import ArgumentParser
import Ledger
import Organization
import Reporting

/// Removes recorded runs.
struct RunsPrune: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Remove old runs for good.",
    usage: """
      cadre runs prune --keep 50 --dry-run
      cadre runs prune --before 2026-01-01
      cadre runs prune (--keep <n> | --before <date>) [options]
      """)

  @Option(help: ArgumentHelp("Keep so many of the newest.", valueName: "n"))
  var keep: Int?

  @Option(
    help: ArgumentHelp("Remove those recorded before a day, in UTC.", valueName: "date"))
  var before: String?

  @Flag(help: "Only say what would be removed.")
  var dryRun = false

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    guard (keep == nil) != (before == nil) else {
      throw ValidationError("name either --keep or --before")
    }
    if let keep, keep < 0 { throw ValidationError("--keep must be 0 or more, found \(keep)") }
    if let before, Moment(day: before) == nil {
      throw ValidationError("--before must be a day such as 2026-01-31, found '\(before)'")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display)
    let place = try LedgerPlace(ledger.file, console.environment)
    let found = try place.open()
    let pruning: Ledger.Pruning =
      before.flatMap(Moment.init(day:)).map { .before($0) } ?? .keeping(keep ?? 0)
    let doomed = try place.told { () throws(LedgerError) in try found.doomed(by: pruning) }
    if !dryRun {
      try place.told { () throws(LedgerError) in try found.remove(doomed.map(\.id)) }
    }
    let header = RunHeader(seed: settings.configuration.seed.value, inputs: [])
    if settings.format == .json {
      let document = header.document(
        "cadre.pruned/1.0",
        [
          "isDryRun": .bool(dryRun),
          "runs": .array(doomed.map { .integer(Int($0.id)) }),
        ])
      console.streams.write(document.prettyText)
      return .done
    }
    let count = NumberText.count(doomed.count, "run", "runs")
    console.streams.write(dryRun ? "would remove \(count)\n" : "removed \(count)\n")
    if !doomed.isEmpty {
      console.streams.write(RunListReport(doomed, header: header).page.text(settings.style))
    }
    return .done
  }
}
