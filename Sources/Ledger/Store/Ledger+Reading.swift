import GRDB
import Organization
import Reporting

extension Ledger {
  /// The newest runs, in the order of their numbers.
  ///
  /// - Parameter limit: how many at most; `nil` for all.
  /// - Returns: runs without their documents.
  /// - Throws: ``LedgerError``.
  package func runs(limit: Int? = nil) throws(LedgerError) -> [ListedRun] {
    try told {
      try queue.read { database in
        let rows = try Row.fetchAll(
          database,
          sql: """
            SELECT id, recorded, command, generator, seed, model, scenario, start, months FROM run
            ORDER BY id DESC LIMIT ?
            """, arguments: [limit ?? -1])
        return try rows.reversed().map { row in
          let id: Int64 = try row.decode(forColumn: "id")
          return ListedRun(
            id: id, facts: try facts(row, of: id, database), figures: try figures(of: id, database))
        }
      }
    }
  }

  /// A run with all that came out of it; `nil` where there is none of that number.
  package func run(_ id: Int64) throws(LedgerError) -> RecordedRun? {
    try told {
      try queue.read { database in
        guard
          let row = try Row.fetchOne(
            database, sql: "SELECT * FROM run WHERE id = ?", arguments: [id])
        else { return nil }
        return RecordedRun(
          id: id, facts: try facts(row, of: id, database),
          result: RunResult(
            document: try row.decode(forColumn: "document"),
            figures: try figures(of: id, database), seats: try seats(of: id, database),
            intervals: try intervals(of: id, database)))
      }
    }
  }

  private func facts(_ row: Row, of id: Int64, _ database: Database) throws -> RunFacts {
    let arguments = try String.fetchAll(
      database, sql: "SELECT text FROM argument WHERE run = ? ORDER BY place", arguments: [id])
    let inputs = try Row.fetchAll(
      database, sql: "SELECT path, sha256 FROM input WHERE run = ? ORDER BY place", arguments: [id])
    let seed: String = try row.decode(forColumn: "seed")
    return RunFacts(
      recorded: Moment(
        seconds: try known(row.decode(forColumn: "recorded"), in: Self.times, "time")),
      command: try row.decode(forColumn: "command"), arguments: arguments,
      header: RunHeader(
        generator: try row.decode(forColumn: "generator"),
        seed: try known(UInt64(seed), "seed"),
        inputs: try inputs.map {
          RunHeader.Input(
            path: try $0.decode(forColumn: "path"), sha256: try $0.decode(forColumn: "sha256"))
        }),
      subject: RunFacts.Subject(
        name: try row.decode(forColumn: "model"), scenario: try row.decode(forColumn: "scenario"),
        start: try month(row, "start"), months: try months(row)))
  }

  /// From 1970 to 9999, in seconds.
  private static let times = 0...253_402_300_799
  /// Far more than any plan has.
  private static let lengths = 1...1_200

  private func months(_ row: Row) throws -> Int {
    try known(row.decode(forColumn: "months"), in: Self.lengths, "number of months")
  }

  private func known(_ number: Int, in range: ClosedRange<Int>, _ what: String) throws -> Int {
    try known(range.contains(number) ? number : nil, what)
  }

  private func figures(of id: Int64, _ database: Database) throws -> [KeyFigure] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM figure WHERE run = ? ORDER BY place", arguments: [id]
    ).map { row in
      let name: String = try row.decode(forColumn: "name")
      if let word: String = try row.decode(forColumn: "word") { return KeyFigure(name, word) }
      let number: Double? = try row.decode(forColumn: "number")
      return KeyFigure(name, number ?? .nan, unit: try row.decode(forColumn: "unit"))
    }
  }

  private func seats(of id: Int64, _ database: Database) throws -> [RecordedSeat] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM seat WHERE run = ? ORDER BY place", arguments: [id]
    ).map { row in
      let end: String? = try row.decode(forColumn: "end")
      return RecordedSeat(
        id: try row.decode(forColumn: "id"), team: try row.decode(forColumn: "team"),
        level: try row.decode(forColumn: "level"), partner: try row.decode(forColumn: "partner"),
        open: try month(row, "open"), end: try end.map { try known(YearMonth($0), "month") })
    }
  }

  private func intervals(of id: Int64, _ database: Database) throws -> [StatedInterval] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM interval WHERE run = ? ORDER BY place", arguments: [id]
    ).map { row in
      func number(_ column: String) throws -> Double {
        let number: Double = try row.decode(forColumn: column)
        return try known(number.isFinite ? number : nil, "range")
      }
      return StatedInterval(
        quantity: try known(
          ObservedQuantity(rawValue: try row.decode(forColumn: "quantity")), "quantity"),
        subject: try row.decode(forColumn: "subject"), start: try month(row, "start"),
        months: try months(row), low: try number("low"), median: try number("median"),
        high: try number("high"), probability: try number("probability"),
        aboveMedian: try number("aboveMedian"))
    }
  }

  private func month(_ row: Row, _ column: String) throws -> YearMonth {
    try known(YearMonth(try row.decode(String.self, forColumn: column)), "month")
  }

  /// What somebody else wrote into the file may be anything.
  private func known<Value>(_ value: Value?, _ what: String) throws -> Value {
    guard let value else { throw LedgerError.damaged(path: path, finding: "a \(what) is none") }
    return value
  }
}
