import ArgumentParser
import Organization
import Reporting

/// Finds whom to hire, and when.
struct Plan: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find whom to hire, for which team, at which level and when.",
    usage: """
      cadre plan models/storefront.yaml
      cadre plan models/storefront.yaml --scenario downturn --strategy in-house --strategy partner
      cadre plan models/storefront.yaml --format json -o plan.json
      cadre plan <model> [options]
      """)

  /// Where the seats of a plan come from.
  enum Strategy: String, CaseIterable, ExpressibleByArgument {
    case asIs = "as-is"
    case inHouse = "in-house"
    case partner
    case hybrid
  }

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "A strategy to plan and compare; repeatable, all four if left out.", valueName: "strategy"))
  var strategy: [Strategy] = []

  @Option(help: ArgumentHelp("Months to plan, 1 to 60; the model's if left out.", valueName: "n"))
  var months: Int?

  @Option(help: ArgumentHelp("Seed of the random numbers.", valueName: "n"))
  var seed: UInt64?

  @Flag(help: "Leave the time of the run out of the report.")
  var reproducible = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if let months, !(1...60).contains(months) {
      throw ValidationError("--months must be from 1 to 60, found \(months)")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, seed: seed, toFile: output.file != nil)
    let files = DiskFiles(model: model.model, allowed: model.selection.allowPath)
    let loaded = try console.load(
      model.model, model.selection, files: files, quiet: display.quiet)
    let (text, status) = try report(loaded, inputs: files.inputs, settings, console)
    try console.deliver(text, to: output, quiet: display.quiet)
    return status
  }

  /// Makes the plan and the text or document that shows it.
  private func report(
    _ model: LoadedModel, inputs: [DiskFiles.Input], _ settings: Console.Settings,
    _ console: Console
  ) throws -> (text: String, status: ExitStatus) {
    throw Fault.notBuiltIn("planning")
  }
}
