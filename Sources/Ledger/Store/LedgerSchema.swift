import GRDB

/// The tables of a ledger, as steps from the first version on; a step once released never changes.
enum LedgerSchema {
  /// "CDRL", by which SQLite files say whose they are.
  static let applicationID = 0x4344_524C

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 runs", migrate: first)
    return migrator
  }

  /// Months are text such as `2027-01`; seeds are text, because SQLite has no unsigned numbers.
  @Sendable private static func first(_ database: Database) throws {
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(
      sql: """
        CREATE TABLE run (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          recorded INTEGER NOT NULL,
          command TEXT NOT NULL,
          generator TEXT NOT NULL,
          seed TEXT NOT NULL,
          model TEXT NOT NULL,
          scenario TEXT NOT NULL,
          start TEXT NOT NULL,
          months INTEGER NOT NULL,
          document TEXT NOT NULL
        ) STRICT;
        CREATE TABLE argument (
          run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
          place INTEGER NOT NULL,
          text TEXT NOT NULL,
          PRIMARY KEY (run, place)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE input (
          run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
          place INTEGER NOT NULL,
          path TEXT NOT NULL,
          sha256 TEXT NOT NULL,
          PRIMARY KEY (run, place)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE figure (
          run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
          place INTEGER NOT NULL,
          name TEXT NOT NULL,
          number REAL,
          word TEXT,
          unit TEXT NOT NULL,
          PRIMARY KEY (run, place)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE seat (
          run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
          place INTEGER NOT NULL,
          id TEXT NOT NULL,
          team TEXT NOT NULL,
          level TEXT NOT NULL,
          partner TEXT,
          open TEXT NOT NULL,
          "end" TEXT,
          PRIMARY KEY (run, place)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE interval (
          run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
          place INTEGER NOT NULL,
          quantity TEXT NOT NULL,
          subject TEXT NOT NULL,
          start TEXT NOT NULL,
          months INTEGER NOT NULL,
          low REAL NOT NULL,
          median REAL NOT NULL,
          high REAL NOT NULL,
          probability REAL NOT NULL,
          aboveMedian REAL NOT NULL,
          PRIMARY KEY (run, place)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}
