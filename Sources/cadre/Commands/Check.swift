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
    case ownership, limits
  }

  @OptionGroup var model: ModelOptions

  @Flag(help: "Exit with 1 if there is any finding above a note.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Exit with 1, and name each that is broken, unless it holds; `ownership`: one team with people "
        + "owns each service; `limits`: no published limit is broken today; repeatable.",
      valueName: "what"))
  var require: [Requirement] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var copies: CopyOptions
  @OptionGroup var display: TableDisplayOptions

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, toFile: output.file != nil)
    try copies.refuseExisting(beside: output)
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
    try console.deliver(
      report, settings, to: output, copies: copies, quiet: display.quiet)
    let isStrictlyBad =
      strict
      && (report.warnings.map(\.severity) + report.findings.map(\.severity)).contains {
        $0 != .note
      }
    let broken = broken(report)
    // A script that asked has to know which.
    for finding in broken {
      console.streams.note(
        "cadre: not so: \(SafeText.terminal("\(finding.subject): \(finding.message)")) "
          + "[\(finding.code)]")
    }
    return isStrictlyBad || !broken.isEmpty ? .answeredNo : .done
  }

  /// What keeps that from being true which has to hold.
  private func broken(_ report: CheckReport) -> [AuditFinding] {
    report.findings.filter { finding in
      require.contains { requirement in
        switch requirement {
        case .ownership: Self.ownershipRules.contains(finding.rule)
        case .limits: finding.measured != nil && finding.citation != nil
        }
      }
    }
  }

  private static let ownershipRules: Set<AuditRule> = [
    .unownedService, .severalOwners, .ownerIsNotATeam, .ownerWithoutPeople,
    .complianceWithoutOwner, .partnerWithoutOwner,
  ]
}
