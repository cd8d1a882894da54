import GRDB

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs that were recorded, in one SQLite file.
///
/// A run is written in one transaction, so that it is there completely or not at all, and whoever
/// writes at the same time waits. Nothing but the machine's own loss of power can undo what
/// ``record(_:_:)`` has returned from, and that only where the disk lies about having written.
package struct Ledger: Sendable {
  package let path: String
  let queue: DatabaseQueue

  /// Seconds to wait for others who write.
  static let patience = 5

  /// What to do where there is no file.
  package enum Absence: Sendable {
    case refuse
    /// Make one, and its folder too where that is asked for.
    case create(makesFolder: Bool)
  }

  /// Opens a ledger and checks that it is one, and sound.
  ///
  /// - Throws: ``LedgerError``.
  /// - Complexity: O(size of the file), for the integrity check.
  package init(path: String, ifAbsent absence: Absence) throws(LedgerError) {
    try LedgerFile.refuseOthers(path)
    if !LedgerFile.exists(path) {
      guard case .create(let makesFolder) = absence else { throw .missing(path: path) }
      try LedgerFile.create(path, makesFolder: makesFolder)
    }
    self.path = path
    queue = try Self.queue(path)
    try prepare()
  }

  private static func queue(_ path: String) throws(LedgerError) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "ledger"
    configuration.busyMode = .timeout(Double(patience))
    configuration.prepareDatabase { database in
      // A run that was acknowledged is on the disk.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    do {
      // Names such as `:memory:` have a meaning of their own to SQLite, paths do not.
      let file = path.hasPrefix("/") ? path : "./" + path
      return try DatabaseQueue(path: file, configuration: configuration)
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Turns SQLite's errors into ours.
  func told<Result>(_ body: () throws -> Result) throws(LedgerError) -> Result {
    do {
      return try body()
    } catch let error as LedgerError {
      throw error
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  // MARK: Opening

  /// Makes the tables that are missing, if this is a ledger.
  ///
  /// Two who make the same file at once get in each other's way, where SQLite does not always wait by
  /// itself; then the one who comes second looks again.
  private func prepare() throws(LedgerError) {
    let deadline = ContinuousClock.now + .seconds(Self.patience)
    while true {
      do {
        return try told { try migrate() }
      } catch {
        guard ContinuousClock.now < deadline else { throw error }
        guard case .busy = error else { throw error }
        usleep(20_000)
      }
    }
  }

  private func migrate() throws {
    let migrator = LedgerSchema.migrator
    let isComplete = try queue.read { database in
      try refuseStrangers(database)
      guard try !migrator.hasBeenSuperseded(database) else {
        throw LedgerError.newer(path: path)
      }
      return try migrator.hasCompletedMigrations(database)
    }
    if !isComplete {
      // Readers then do not stand in the way of whoever writes, nor the other way round.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      do {
        try migrator.migrate(queue)
      } catch {
        // Somebody else may have made the same tables meanwhile.
        guard try queue.read(migrator.hasCompletedMigrations) else { throw error }
      }
    }
    try queue.read(check)
  }

  /// An empty file will be a ledger; any other has to say that it is one.
  private func refuseStrangers(_ database: Database) throws {
    let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard id != LedgerSchema.applicationID else { return }
    let tables = try String.fetchAll(
      database,
      sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    // Whoever was stopped while making a ledger leaves at most this one.
    guard id == 0, tables.allSatisfy({ $0 == "grdb_migrations" }) else {
      throw LedgerError.notALedger(path: path, reason: "it is a database of something else")
    }
  }

  private func check(_ database: Database) throws {
    let finding = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") ?? "no answer"
    guard finding == "ok" else { throw LedgerError.damaged(path: path, finding: finding) }
  }
}
