import ArgumentParser
import Organization
import Reporting

/// A command that writes through a console instead of printing.
protocol ConsoleCommand: ParsableCommand {
  /// Does the work; what it wrote is flushed afterwards.
  func execute(_ console: Console) throws -> ExitStatus
}

/// Parses arguments, runs the command and turns whatever happened into an exit status.
struct Runner {
  let console = Console(environment: Environment(), streams: StandardStreams())

  func run(_ arguments: [String]) -> ExitStatus {
    do {
      let status = try perform(arguments)
      try console.streams.flush()
      return status
    } catch {
      return report(error)
    }
  }

  private func perform(_ given: [String]) throws -> ExitStatus {
    let arguments = Self.helpOfDefault(Self.versionAsCommand(given))
    if let text = try HelpTopic.text(for: arguments) {
      console.streams.write(text)
      return .done
    }
    try suggestCommand(for: arguments)
    var command = try Cadre.parseAsRoot(arguments)
    if let command = command as? any ConsoleCommand { return try command.execute(console) }
    try command.run()
    return .done
  }

  /// `--version` with a format is the command `version`; the parser knows only the bare flag.
  private static func versionAsCommand(_ arguments: [String]) -> [String] {
    guard let flag = arguments.firstIndex(of: "--version"), arguments.count > 1,
      arguments.first?.hasPrefix("--format") == true || flag == 0
    else { return arguments }
    return ["version"] + arguments[..<flag] + arguments[(flag + 1)...]
  }

  /// `plan` without a further word makes plans, so that its help is the help of that; the parser would
  /// show only which words there are.
  private static func helpOfDefault(_ arguments: [String]) -> [String] {
    let asks = [["plan", "--help"], ["plan", "-h"], ["help", "plan"]]
    return asks.contains(arguments) ? ["plan", "make", "--help"] : arguments
  }

  /// The one place that maps errors to exit codes.
  private func report(_ error: any Error) -> ExitStatus {
    if let signal = Interruption.signal { return report(Fault.interrupted(signal: signal)) }
    switch error {
    case let fault as Fault: return report(fault)
    case let error as DiagnosticError: return report(error)
    default: return report(parsing: error)
    }
  }

  private func report(_ fault: Fault) -> ExitStatus {
    for line in fault.lines { console.streams.note(SafeText.terminal(line)) }
    return fault.status
  }

  private func report(_ error: DiagnosticError) -> ExitStatus {
    console.show(error.diagnostics)
    return error.status
  }

  /// Errors of the argument parser, which also asks for help and completions by throwing.
  private func report(parsing error: any Error) -> ExitStatus {
    switch Cadre.exitCode(for: error) {
    case .success:
      console.streams.write(Cadre.fullMessage(for: error) + "\n")
      do {
        try console.streams.flush()
        return .done
      } catch {
        return report(error)
      }
    case .validationFailure:
      return report(Fault.usage(usageMessage(error), help: helpCommand(error)))
    default:
      return report(Fault.broken("\(error)"))
    }
  }

  /// The parser's sentence in our style: lower case and without a full stop.
  private func usageMessage(_ error: any Error) -> String {
    let message = Cadre.message(for: error)
    let line = message.split(separator: "\n").first.map(String.init) ?? "unknown problem"
    let end = line.hasSuffix(".") ? line.dropLast() : line[...]
    let words = end.prefix(1).lowercased() + end.dropFirst()
    return words.replacing(". Did you", with: "; did you")
  }

  /// The help of the command in question, which the parser names in its last line.
  private func helpCommand(_ error: any Error) -> String {
    let lines = Cadre.fullMessage(for: error).split(separator: "\n")
    let quoted = lines.last { $0.contains("See '") }?.split(separator: "'")
    let command = quoted.map { $0.count > 1 ? String($0[1]) : "cadre --help" } ?? "cadre --help"
    // What is the default need not be said.
    return command.replacing("plan make", with: "plan")
  }

  /// The parser calls an unknown command an unexpected argument; say what it is, and what is near.
  private func suggestCommand(for arguments: [String]) throws(Fault) {
    guard let first = arguments.first, !first.hasPrefix("-") else { return }
    let names = Cadre.commandNames
    guard !names.contains(first) else { return }
    let nearest = Nearest.name(to: first, among: names)
    let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
    throw .usage("unknown command '\(first)'\(hint)")
  }
}

extension DiagnosticError {
  /// Whether files are wrong, or only missing.
  var status: ExitStatus {
    let errors = diagnostics.filter { $0.severity == .error }
    let areMissing = errors.allSatisfy { diagnostic in
      if case .cannotRead = diagnostic.problem { return true }
      return false
    }
    return areMissing && !errors.isEmpty ? .missingInput : .invalidInput
  }
}
