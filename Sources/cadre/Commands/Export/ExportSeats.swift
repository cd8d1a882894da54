import ArgumentParser
import Organization
import Planning
import Reporting

/// Writes the seats of a plan.
struct ExportSeats: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "seats",
    abstract: "The seats of a plan, a row each, with what recruiters and controllers ask for.",
    usage: """
      cadre plan models/storefront.yaml --save plan.yaml
      cadre export seats models/storefront.yaml --plan plan.yaml -o seats.csv
      cadre export seats <model> --plan <file> [options]
      """)

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "A plan written by `cadre plan`, with `--save` or `--format json`.", valueName: "file"),
    completion: .file(extensions: ["yaml", "json"]))
  var plan: String

  @Option(
    help: ArgumentHelp(
      "A strategy of that plan; the recommended one if left out.", valueName: "strategy"))
  var strategy: Strategy?

  @OptionGroup var output: OutputOptions

  @Flag(name: .shortAndLong, help: "Leave out warnings and notes on standard error.")
  var quiet = false

  func execute(_ console: Console) throws -> ExitStatus {
    let files = DiskFiles(model: model.model, allowed: model.selection.allowPath)
    let organization = try console.load(
      model.model, model.selection, files: files, quiet: quiet
    ).organization
    let seats = try PlannedSeats(
      files.bytes(named: plan, limitMegabytes: Simulate.planMegabytes), file: plan,
      strategy: strategy?.rawValue, in: organization)
    try console.deliver(
      SeatExport(SeatBook(seats, in: organization)).csv, to: output, quiet: quiet)
    return .done
  }
}
