import Organization
import Reporting
import Simulation

/// What a command may use of the world: streams, environment and settings.
struct Console {
  let environment: Environment
  let streams: StandardStreams
  let journal = Journal()

  /// What the user chose for this call.
  struct Settings {
    var configuration: Configuration
    var format: ReportFormat
    var style: TextStyle
  }

  /// Settings from flags, environment and files.
  ///
  /// A configured format that the command does not offer is only a wish and gives way to text. A
  /// result that goes to a file gets no colour unless asked for.
  func settings<Choice: FormatChoice>(
    _ display: FormatOptions<Choice>, seed: UInt64? = nil, toFile: Bool = false
  ) throws -> Settings {
    try journal.open(display.log, environment)
    var configuration = try Configuration(environment: environment)
    configuration.apply(seed: seed, color: display.color, format: display.format)
    let offered = Choice.allCases.map(\.format)
    let wish = configuration.format.value
    let terminal = Terminal(environment: environment)
    let ink = Ink(hasColor: terminal.hasColor(configuration.color.value, toFile: toFile))
    return Settings(
      configuration: configuration, format: offered.contains(wish) ? wish : .text,
      style: TextStyle(ink: ink, glyphs: terminal.glyphs, width: terminal.width))
  }

  /// Hands a finished result over: to a file at once, or to standard output at the end.
  func deliver(_ text: String, to output: OutputOptions, quiet: Bool) throws(Fault) {
    try Interruption.check()
    guard let file = output.file else { return streams.write(text) }
    try AtomicFile.write(text, to: file, force: output.force)
    if !quiet { streams.note("cadre: wrote \(SafeText.terminal(file))") }
  }

  /// Hands over what was found until a signal came; the result says itself that it is partial.
  ///
  /// It replaces no file: an earlier result may be whole.
  func deliverPartial(_ text: String, to output: OutputOptions, quiet: Bool) throws(Fault)
    -> ExitStatus
  {
    if let file = output.file {
      try AtomicFile.write(text, to: file, force: false, isPartial: true)
    } else {
      streams.write(text)
    }
    let place = output.file.map { " to \(SafeText.terminal($0))" } ?? ""
    if !quiet { streams.note("cadre: stopped; wrote a partial result\(place)") }
    return Interruption.signal == Interruption.terminate ? .terminated : .interrupted
  }

  /// Reads a model and shows its warnings.
  func load(
    _ path: String, _ selection: ScenarioOptions, files: DiskFiles, quiet: Bool
  ) throws -> LoadedModel {
    try refuseKeyboard(path)
    let model = try journal.measure("reading") {
      try Models.load(
        path: path, scenario: selection.scenario, settings: selection.settings, files: files)
    }
    journal.note(files.inputs)
    if !quiet { show(model.warnings) }
    try Interruption.check()
    return model
  }

  /// Projects the traffic of a model.
  func outlook(of organization: Organization, seed: UInt64) throws -> TrafficOutlook {
    let outlook = try journal.measure("projecting traffic") {
      try Traffic.outlook(of: organization, seed: seed)
    }
    try Interruption.check()
    return outlook
  }

  /// Runs a command whose failure is a document too where documents are asked for.
  ///
  /// The document goes to standard output even with `--output`, so that a good result of an earlier
  /// run is not replaced by the complaint about a bad one.
  func diagnosing(
    _ settings: Settings, _ files: DiskFiles, _ body: () throws -> ExitStatus
  ) throws -> ExitStatus {
    guard settings.format == .json else { return try body() }
    let report: (status: ExitStatus, findings: DiagnosticsReport.Findings)
    do {
      return try body()
    } catch let error as DiagnosticError {
      report = (error.status, .diagnostics(error.diagnostics))
    } catch Fault.insufficientData(let message) {
      report = (Fault.insufficientData(message).status, .message(message))
    }
    try Interruption.check()
    let header = RunHeader(seed: settings.configuration.seed.value, inputs: files.inputs)
    streams.write(DiagnosticsReport(report.findings, header: header).json.prettyText)
    return report.status
  }

  /// Shows findings of files on standard error.
  func show(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    let color = environment.value("NO_COLOR") == nil && Descriptor.standardError.isTerminal
    streams.note(Models.text(of: diagnostics, color: color))
  }

  /// Asks for a file instead of waiting for somebody to type one.
  func refuseKeyboard(_ path: String, for wanted: String = "a model file") throws(Fault) {
    guard path == DiskFiles.standardInput, Descriptor.standardInput.isTerminal else { return }
    throw .usage(
      "standard input is a terminal; name \(wanted), or send one through a pipe",
      help: "cadre help model-file")
  }
}
