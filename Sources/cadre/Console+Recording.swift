import Ledger
import Organization
import Reporting

extension Console {
  /// Records a run whose report has been handed over already, if that is wanted.
  ///
  /// - Parameters:
  ///   - options: of the command line.
  ///   - settings: in force.
  ///   - command: its name.
  ///   - arguments: what decided on the result, as it would be typed.
  ///   - organization: whom it was about.
  ///   - header: of its report.
  ///   - quiet: leaves out the note that it was recorded.
  ///   - result: what came out; made only if it is wanted.
  /// - Returns: the status to leave with. A failure is told here and not thrown, because the report is
  ///   still to be shown.
  func record(
    _ options: RecordOptions, _ settings: Settings, command: String, arguments: [String],
    _ organization: Organization, _ header: RunHeader, quiet: Bool, _ result: () -> RunResult
  ) -> ExitStatus {
    guard options.isWanted(settings.configuration.recording.value) else { return .done }
    do throws(Fault) {
      let place = try LedgerPlace(options.file, environment)
      let facts = RunFacts(
        recorded: Moment(seconds: Today.seconds(environment)), command: command,
        arguments: arguments, header: header, subject: RunFacts.Subject(organization))
      let ledger = try place.make()
      let run = try place.told { () throws(LedgerError) in try ledger.record(facts, result()) }
      if !quiet { streams.note("cadre: recorded run \(run) in \(SafeText.terminal(place.path))") }
      return .done
    } catch {
      for line in error.lines { streams.note(SafeText.terminal(line)) }
      streams.note("cadre: the run was not recorded")
      return error.status
    }
  }
}

/// Collects arguments as they would be typed.
struct TypedArguments {
  private(set) var words: [String] = []

  init(_ first: String...) { words = first }

  mutating func add(_ name: String, _ value: (some CustomStringConvertible)?) {
    if let value { words += [name, value.description] }
  }

  mutating func add(_ name: String, if isSet: Bool) {
    if isSet { words.append(name) }
  }
}
