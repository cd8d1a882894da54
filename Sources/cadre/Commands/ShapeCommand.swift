import ArgumentParser
import Organization
import Planning
import Reporting
import Simulation

/// Tries other cuts into teams.
struct ShapeCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "shape",
    abstract: "Try which teams to split, to merge or to start, in the same futures.",
    usage: """
      cadre shape models/storefront.yaml
      cadre shape models/storefront.yaml --scenario aggressive --replications 2000
      cadre shape <model> [options]
      """)

  @OptionGroup var model: ModelOptions

  @Option(help: ArgumentHelp("Futures to play of each shape.", valueName: "n"))
  var replications = 500

  @OptionGroup var threads: ThreadOptions

  @Option(help: ArgumentHelp("Seed of the random numbers.", valueName: "n"))
  var seed: UInt64?

  @OptionGroup var progress: ProgressOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var copies: CopyOptions
  @OptionGroup var display: TableDisplayOptions

  /// Every future of every shape is kept until they are compared.
  private static let mostFutures = 100_000

  func validate() throws {
    if !(2...Self.mostFutures).contains(replications) {
      throw ValidationError(
        "--replications must be from 2 to \(Self.mostFutures), found \(replications)")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, seed: seed, toFile: output.file != nil)
    try copies.refuseExisting(beside: output)
    let files = DiskFiles(model: model.model, allowed: model.selection.allowPath)
    return try console.diagnosing(settings, files) {
      let loaded = try console.load(
        model.model, model.selection, files: files, quiet: display.quiet)
      let seed = settings.configuration.seed.value
      let outlook = try console.outlook(of: loaded.organization, seed: seed)
      let trial = ShapeTrial(
        ShapeAdvice(loaded.organization), traffic: outlook, seed: seed, futures: replications)
      let work = console.futureWork(threads, progress, quiet: display.quiet)
      let outcome = try console.journal.measure("trying shapes") { try work.shapes(trial) }
      let report = ShapeReport(outcome, header: RunHeader(seed: seed, inputs: files.inputs))
      try console.deliver(
        report, settings, to: output, copies: copies, quiet: display.quiet)
      return .done
    }
  }
}
