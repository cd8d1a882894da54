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
      cadre assumptions oncall
      cadre assumptions --guesses --model models/storefront.yaml
      """)

  @Argument(help: ArgumentHelp("Only rows whose name starts so.", valueName: "prefix"))
  var prefix: String = ""

  @Option(
    help: ArgumentHelp("Show the values as this model overrides them.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var model: String?

  @Flag(help: "Only rows that rest on a guess (grades E and G).")
  var guesses = false

  @OptionGroup var selection: ScenarioOptions
  @OptionGroup var display: DisplayOptions

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display)
    let rows = try assumptions(console).rows.filter { row in
      row.id.rawValue.hasPrefix(prefix) && (row.grade.isGuess || !guesses)
    }
    guard !rows.isEmpty || guesses else {
      let nearest = NearestName.of(prefix, among: AssumptionID.allCases.map(\.rawValue))
      let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
      throw Fault.usage("no assumption starts with '\(prefix)'\(hint)", help: "cadre assumptions")
    }
    let report = AssumptionsReport(rows: rows)
    console.streams.write(
      settings.format == .json ? report.json.prettyText : report.text(settings.style))
    return .done
  }

  private func assumptions(_ console: Console) throws -> Assumptions {
    guard let model else { return try Models.assumptions() }
    let files = DiskFiles(model: model, allowed: selection.allowPath)
    return try console.load(model, selection, files: files, quiet: display.quiet)
      .organization.assumptions
  }
}
