import ArgumentParser
import Organization
import Reporting

/// Writes a first model from a few answers.
struct Init: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a first model from a few questions.",
    usage: """
      cadre init -o model.yaml
      cadre init --archetype marketplace --defaults -o model.yaml
      cadre init --answers answers.yaml -o model.yaml
      cadre init [options]
      """)

  @Option(
    help: ArgumentHelp("The kind of site whose answers are the usual ones.", valueName: "kind"))
  var archetype: Archetype?

  @Option(
    help: ArgumentHelp(
      "Answers in YAML instead of questions; `-` is standard input. Keys: "
        + ModelQuestion.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var answers: String?

  @Flag(help: "Ask nothing: take the usual answers to all questions.")
  var defaults = false

  @OptionGroup var output: OutputOptions

  @Flag(name: .shortAndLong, help: "Leave out notes on standard error.")
  var quiet = false

  @OptionGroup var log: LogOptions

  func validate() throws {
    if defaults, answers != nil {
      throw ValidationError("--defaults and --answers exclude each other")
    }
    if defaults, archetype == nil {
      throw ValidationError("--defaults needs --archetype, whose answers it takes")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    try console.journal.open(log, console.environment)
    var target = output
    // Nobody should answer all questions only to learn that the file is there.
    if let file = target.file { try AtomicFile.refuseExisting(file, force: target.force) }
    let start = Today.nextMonth(console.environment)
    let sheet = try sheet(console, start: start, &target)
    let text = ModelDraft(sheet, start: start).text
    try Self.prove(text)
    try console.deliver(text, to: target, quiet: quiet)
    if !quiet, let file = target.file {
      let name = SafeText.terminal(file)
      console.streams.note("next: cadre check \(name), then cadre plan \(name)")
    }
    return .done
  }

  private func sheet(
    _ console: Console, start: YearMonth, _ target: inout OutputOptions
  ) throws -> AnswerSheet {
    var sheet = AnswerSheet()
    if let answers {
      try console.refuseKeyboard(answers, for: "an answers file")
      sheet = try AnswerSheet(Self.bytes(of: answers), file: answers)
    }
    if let archetype { _ = sheet.take(archetype.rawValue, for: .archetype) }
    if answers != nil || defaults {
      guard sheet.archetype != nil else {
        throw DiagnosticError([
          Diagnostic(
            .missingKey(ModelQuestion.archetype.rawValue),
            at: SourcePosition(file: answers ?? "", line: 1, column: 1))
        ])
      }
      return sheet
    }
    guard Descriptor.standardInput.isTerminal, Descriptor.standardError.isTerminal else {
      throw Fault.usage(
        "there is no terminal to ask questions on; bring answers with --answers FILE, or take the "
          + "usual ones with --archetype KIND --defaults", help: "cadre init --help")
    }
    let interview = Interview(console: console, start: start)
    sheet = try interview.ask(sheet)
    if target.output == nil, Descriptor.standardOutput.isTerminal {
      target.output = try Self.file(interview, force: target.force)
    }
    return sheet
  }

  /// Where a model goes that would only scroll by on the terminal.
  private static func file(_ interview: Interview, force: Bool) throws(Fault) -> String {
    while true {
      let line = try interview.answer("Write the model to which file? [model.yaml] ")
      let file = line.isEmpty ? "model.yaml" : line
      if file == DiskFiles.standardInput { return file }
      do throws(Fault) {
        try AtomicFile.refuseExisting(file, force: force)
        return file
      } catch {
        for line in error.lines { interview.console.streams.note(SafeText.terminal(line)) }
      }
    }
  }

  private static func bytes(of path: String) throws(DiagnosticError) -> [UInt8] {
    path == DiskFiles.standardInput
      ? try DiskFiles.standardInputBytes(limitMegabytes: 1)
      : try DiskFiles.read(file: path, shown: path, limitMegabytes: 1)
  }

  /// Reads the model back before anybody gets it.
  ///
  /// - Throws: what is wrong with it, where answers do not go together.
  private static func prove(_ text: String) throws(DiagnosticError) {
    _ = try ModelFile.load(
      path: "the model", source: DraftFile(text: text), dataFiles: CSVDataFiles())
  }
}

/// A model that is no file yet.
private struct DraftFile: FileSource {
  let text: String

  func bytes(of path: String, limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    Array(text.utf8)
  }
}

extension Archetype: ExpressibleByArgument {}
