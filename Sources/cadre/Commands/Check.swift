import ArgumentParser
import Organization
import Reporting

/// Checks a model and audits who owns what.
struct Check: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a model and audit who owns, runs and answers for what.",
    usage: """
      cadre check models/storefront.yaml
      cadre check models/storefront.yaml --strict --format json
      cadre check <model> [options]
      """)

  /// What must hold, or the exit code says no.
  enum Requirement: String, CaseIterable, ExpressibleByArgument {
    case ownership
  }

  @OptionGroup var model: ModelOptions

  @Flag(help: "Exit with 1 if there is any finding above a note.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Exit with 1 unless it holds; `ownership`: one team with people owns each service.",
      valueName: "what"))
  var require: [Requirement] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var display: TableDisplayOptions

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, toFile: output.file != nil)
    let files = DiskFiles(model: model.model, allowed: model.selection.allowPath)
    let seed = settings.configuration.seed.value
    let report: CheckReport
    do {
      // Warnings are part of a JSON document, and notes of a text.
      let quiet = display.quiet || settings.format == .json
      let loaded = try console.load(
        model.model, model.selection, files: files, quiet: quiet)
      report = CheckReport(
        loaded, header: RunHeader(seed: seed, inputs: files.inputs))
    } catch let error as DiagnosticError where settings.format == .json {
      let document = CheckReport.json(
        failure: error.diagnostics, header: RunHeader(seed: seed, inputs: files.inputs))
      try console.deliver(document.prettyText, to: output, quiet: display.quiet)
      return error.status
    }
    try console.deliver(report.text(in: settings), to: output, quiet: display.quiet)
    return isAnsweredNo(report) ? .answeredNo : .done
  }

  private func isAnsweredNo(_ report: CheckReport) -> Bool {
    let isBad = report.warnings.contains { $0.severity != .note }
    if strict, isBad || report.findings.contains(where: { $0.severity != .note }) { return true }
    guard require.contains(.ownership) else { return false }
    return report.findings.contains { Self.ownershipRules.contains($0.rule) }
  }

  private static let ownershipRules: Set<AuditRule> = [
    .unownedService, .severalOwners, .ownerIsNotATeam, .ownerWithoutPeople,
    .complianceWithoutOwner, .partnerWithoutOwner,
  ]
}
