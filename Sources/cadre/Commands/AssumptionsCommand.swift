import ArgumentParser
import Organization
import Reporting

/// Prints the table of defaults.
struct AssumptionsCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "assumptions",
    abstract: "Print the default numbers with range, source and grade.",
    usage: """
      cadre assumptions
      cadre assumptions --only oncall
      cadre assumptions models/storefront.yaml --overridden
      cadre assumptions [<model>] [options]
      """)

  @Argument(
    help: ArgumentHelp(
      "Show the values as this model overrides them; `-` is standard input.", valueName: "model"),
    completion: .file(extensions: ["yaml", "yml"]))
  var model: String?

  @Option(help: ArgumentHelp("Only rows whose name starts so.", valueName: "prefix"))
  var only: String = ""

  @Flag(help: "Only rows that the model overrides.")
  var overridden = false

  @Flag(help: "Only rows that rest on a guess (grades E and G).")
  var guesses = false

  @OptionGroup var selection: ScenarioOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var display: TableDisplayOptions

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, toFile: output.file != nil)
    let files = DiskFiles(model: model ?? ".", allowed: selection.allowPath)
    return try console.diagnosing(settings, files) { try list(settings, files, console) }
  }

  private func list(
    _ settings: Console.Settings, _ files: DiskFiles, _ console: Console
  ) throws -> ExitStatus {
    let rows = try assumptions(console, files).rows.filter { row in
      row.id.rawValue.hasPrefix(only) && (row.grade.isGuess || !guesses)
        && (row.isOverridden || !overridden)
    }
    guard !rows.isEmpty || guesses || overridden else {
      let nearest = Nearest.name(to: only, among: AssumptionID.allCases.map(\.rawValue))
      let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
      throw Fault.usage("no assumption starts with '\(only)'\(hint)", help: "cadre assumptions")
    }
    let report = AssumptionsReport(
      rows: rows,
      header: RunHeader(seed: settings.configuration.seed.value, inputs: files.inputs))
    try console.deliver(report, settings, to: output, quiet: display.quiet)
    return .done
  }

  private func assumptions(_ console: Console, _ files: DiskFiles) throws -> Assumptions {
    guard let model else { return try Models.assumptions() }
    let isPrefix = AssumptionID.allCases.contains { $0.rawValue.hasPrefix(model) }
    if isPrefix, !SystemPath.exists(model) {
      throw Fault.usage(
        "there is no model '\(model)'; did you mean '--only \(model)'?",
        help: "cadre assumptions --help")
    }
    return try console.load(model, selection, files: files, quiet: display.quiet)
      .organization.assumptions
  }
}
