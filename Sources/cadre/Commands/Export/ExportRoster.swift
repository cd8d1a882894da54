import ArgumentParser
import Organization
import Reporting

/// Writes the people of a model.
struct ExportRoster: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: "The people whom a model counts, a row each, without names.",
    usage: """
      cadre export roster models/storefront.yaml -o roster.csv
      cadre export roster <model> [options]
      """,
    discussion: "The file is what `roster: {file: …}` of a team reads.")

  @OptionGroup var model: ModelOptions
  @OptionGroup var output: OutputOptions

  @Flag(name: .shortAndLong, help: "Leave out warnings and notes on standard error.")
  var quiet = false

  func execute(_ console: Console) throws -> ExitStatus {
    let files = DiskFiles(model: model.model, allowed: model.selection.allowPath)
    let loaded = try console.load(model.model, model.selection, files: files, quiet: quiet)
    try console.deliver(RosterExport(loaded.organization).csv, to: output, quiet: quiet)
    return .done
  }
}
