import ArgumentParser
import Organization

/// Where recorded runs are kept.
struct LedgerOptions: ParsableArguments {
  @Option(
    name: .customLong("ledger"),
    help: ArgumentHelp(
      "The file of recorded runs; cadre/ledger.sqlite in $XDG_STATE_HOME or ~/.local/state if left "
        + "out.", valueName: "file"),
    completion: .file())
  var file: String?
}

/// Whether a run is recorded, and where.
struct RecordOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help:
      "Record the run, to be compared and checked later; as the setting `recording` if left out.")
  var record: Bool?

  @Option(
    name: .customLong("ledger"),
    help: ArgumentHelp("Record it in this file; see `cadre runs --help`.", valueName: "file"),
    completion: .file())
  var file: String?

  func validate() throws {
    if record == false, file != nil {
      throw ValidationError("--ledger asks for what --no-record forbids")
    }
  }

  /// Whether to record where the settings say `recording`.
  func isWanted(_ recording: Recording) -> Bool {
    record ?? (file != nil || recording == .always)
  }
}

/// When to record runs.
enum Recording: String, CaseIterable {
  case always, never
}
