import ArgumentParser
import Organization
import Planning
import Reporting

/// Describes the seats of a plan to whoever fills them.
struct Brief: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the role brief of a seat of a plan, or list the seats.",
    usage: """
      cadre plan models/storefront.yaml --format json -o plan.json
      cadre brief models/storefront.yaml --plan plan.json
      cadre brief models/storefront.yaml --plan plan.json payments-mid-2027-01-1
      cadre brief <model> --plan <file> [<seat>] [options]
      """)

  @OptionGroup var model: ModelOptions

  @Argument(help: ArgumentHelp("Id of a seat; all are listed if left out.", valueName: "seat"))
  var seat: String?

  @Option(
    help: ArgumentHelp(
      "A plan written by `cadre plan`, with `--save` or `--format json`.", valueName: "file"),
    completion: .file(extensions: ["yaml", "json"]))
  var plan: String

  @Option(
    help: ArgumentHelp(
      "A strategy of that plan; the recommended one if left out.", valueName: "strategy"))
  var strategy: Strategy?

  @Option(help: ArgumentHelp("Seed of the random numbers.", valueName: "n"))
  var seed: UInt64?

  @OptionGroup var output: OutputOptions
  @OptionGroup var display: FormatOptions<PageFormat>

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, seed: seed, toFile: output.file != nil)
    let files = DiskFiles(model: model.model, allowed: model.selection.allowPath)
    return try console.diagnosing(settings, files) { try brief(settings, files, console) }
  }

  private func brief(
    _ settings: Console.Settings, _ files: DiskFiles, _ console: Console
  ) throws -> ExitStatus {
    let loaded = try console.load(model.model, model.selection, files: files, quiet: display.quiet)
    let organization = loaded.organization
    let book = SeatBook(
      try PlannedSeats(
        files.bytes(named: plan, limitMegabytes: Simulate.planMegabytes), file: plan,
        strategy: strategy?.rawValue, in: organization),
      in: organization)
    let seed = settings.configuration.seed.value
    let header = RunHeader(seed: seed, inputs: files.inputs)
    guard let seat else {
      let list = SeatListReport(book, header: header)
      try console.deliver(list, settings, to: output, quiet: display.quiet)
      return .done
    }
    guard let place = book.ids.firstIndex(of: seat) else {
      let nearest = Nearest.name(to: seat, among: book.ids).map { "; did you mean '\($0)'?" } ?? ""
      throw Fault.usage(
        "the plan has no seat '\(Printable.clipped(seat))'\(nearest)", help: "cadre brief --help")
    }
    let outlook = try console.outlook(of: organization, seed: seed)
    let report = BriefReport(
      book.brief(at: place), in: organization,
      traffic: TrafficLine.all(outlook, in: organization), header: header)
    try console.deliver(report, settings, to: output, quiet: display.quiet)
    return .done
  }
}
