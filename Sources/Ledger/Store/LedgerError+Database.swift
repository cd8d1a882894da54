import GRDB

extension LedgerError {
  /// What an error of SQLite means for whoever uses a ledger.
  init(_ error: any Error, path: String) {
    guard let database = error as? DatabaseError else {
      // Rows that hold something else than was written.
      self = .damaged(path: path, finding: "\(error)")
      return
    }
    let message = database.message ?? "SQLite error \(database.resultCode.rawValue)"
    switch database.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path, seconds: Ledger.patience)
    case .SQLITE_NOTADB: self = .notALedger(path: path, reason: "it is not a database")
    case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_MISMATCH:
      self = .damaged(path: path, finding: message)
    case .SQLITE_FULL: self = .cannotWrite(path: path, reason: "no space left on the device")
    case .SQLITE_READONLY: self = .cannotWrite(path: path, reason: "it may not be written")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self = .cannotCreate(
        path: path, reason: "it cannot be opened, or its folder may not be written")
    default: self = .cannotWrite(path: path, reason: message)
    }
  }
}
