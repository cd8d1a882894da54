/// Why a ledger cannot be used.
package enum LedgerError: Error, Hashable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// The file is something else, as `reason` tells.
  case notALedger(path: String, reason: String)
  /// A later cadre wrote it.
  case newer(path: String)
  /// The file is broken; `finding` is the first thing that the integrity check says.
  case damaged(path: String, finding: String)
  case cannotCreate(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  /// Others did not let go of it for so many seconds.
  case busy(path: String, seconds: Int)
}
