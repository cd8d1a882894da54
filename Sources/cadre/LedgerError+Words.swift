import Ledger

extension LedgerError {
  var status: ExitStatus {
    switch self {
    case .missing: .missingInput
    case .notALedger, .newer, .damaged: .invalidInput
    case .cannotCreate: .cannotCreate
    case .cannotWrite: .cannotWrite
    case .busy: .stoppedAtLimit
    }
  }

  /// Lines for standard error.
  var lines: [String] {
    switch self {
    case .missing(let path):
      [
        "cadre: there is no ledger \(path)",
        "  = hint: 'cadre plan', 'cadre simulate' and 'cadre forecast' record with --record",
      ]
    case .notALedger(let path, let reason): ["cadre: \(path) is no ledger of cadre: \(reason)"]
    case .newer(let path):
      ["cadre: the ledger \(path) was written by a newer cadre; use that one, or another file"]
    case .damaged(let path, let finding):
      [
        "cadre: the ledger \(path) is damaged; the integrity check says: \(finding)",
        "  = hint: put a copy in its place, or move it away to begin a new one",
      ]
    case .cannotCreate(let path, let reason):
      ["cadre: cannot create or open the ledger \(path): \(reason)"]
    case .cannotWrite(let path, let reason):
      ["cadre: cannot write to the ledger \(path): \(reason)"]
    case .busy(let path, let seconds):
      [
        "cadre: the ledger \(path) is in use by another program, which did not let go of it for "
          + "\(seconds) seconds; try again"
      ]
    }
  }
}
