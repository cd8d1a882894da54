import ArgumentParser
import Organization
import Reporting

/// Compares two plans.
struct PlanDiffCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show which seats two plans add, remove and move, and why.",
    usage: """
      cadre plan diff plan.yaml next.yaml
      cadre plan diff plan.yaml next.json --exit-code --format json
      cadre plan diff <before> <after> [options]
      """)

  @Argument(
    help: ArgumentHelp(
      "The earlier plan, written by `cadre plan --save` or `--format json`.", valueName: "before"),
    completion: .file(extensions: ["yaml", "json"]))
  var before: String

  @Argument(
    help: ArgumentHelp("The later plan.", valueName: "after"),
    completion: .file(extensions: ["yaml", "json"]))
  var after: String

  @Flag(help: "Exit with 1 where anything is different.")
  var exitCode = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var display: TableDisplayOptions

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, toFile: output.file != nil)
    let files = DiskFiles(model: before)
    return try console.diagnosing(settings, files) {
      let diff = PlanDiff(try plan(before, files), try plan(after, files))
      let report = PlanDiffReport(
        diff, header: RunHeader(seed: settings.configuration.seed.value, inputs: files.inputs))
      try console.deliver(report, settings, to: output, quiet: display.quiet)
      return exitCode && !diff.isEmpty ? .answeredNo : .done
    }
  }

  private func plan(_ file: String, _ files: DiskFiles) throws -> PlanFile {
    try PlanFile(
      files.bytes(named: file, limitMegabytes: Simulate.planMegabytes), file: file)
  }
}
