import GRDB
import Organization
import Reporting

extension Ledger {
  /// Records a run.
  ///
  /// - Returns: its number, larger than that of any run before.
  /// - Throws: ``LedgerError``; nothing of the run is then in the ledger.
  package func record(_ facts: RunFacts, _ result: RunResult) throws(LedgerError) -> Int64 {
    try told {
      try queue.write { database in
        let run = try insert(facts, document: result.document, database)
        try insert(facts, of: run, database)
        try insert(result, of: run, database)
        return run
      }
    }
  }

  private func insert(
    _ facts: RunFacts, document: String, _ database: Database
  ) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO run (recorded, command, generator, seed, model, scenario, start, months, document)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        facts.recorded.seconds, facts.command, facts.header.generator, String(facts.header.seed),
        facts.subject.name, facts.subject.scenario, facts.subject.start.description,
        facts.subject.months, document,
      ])
    return database.lastInsertedRowID
  }

  private func insert(_ facts: RunFacts, of run: Int64, _ database: Database) throws {
    for (place, text) in facts.arguments.enumerated() {
      try database.execute(
        sql: "INSERT INTO argument VALUES (?, ?, ?)", arguments: [run, place, text])
    }
    for (place, input) in facts.header.inputs.enumerated() {
      try database.execute(
        sql: "INSERT INTO input VALUES (?, ?, ?, ?)",
        arguments: [run, place, input.path, input.sha256])
    }
  }

  private func insert(_ result: RunResult, of run: Int64, _ database: Database) throws {
    for (place, figure) in result.figures.enumerated() {
      var (number, word): (Double?, String?) = (nil, nil)
      switch figure.value {
      case .number(let value): number = value.isFinite ? value : nil
      case .word(let text): word = text
      }
      try database.execute(
        sql: "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [run, place, figure.name, number, word, figure.unit])
    }
    for (place, seat) in result.seats.enumerated() {
      try database.execute(
        sql: "INSERT INTO seat VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          run, place, seat.id, seat.team, seat.level, seat.partner, seat.open.description,
          seat.end?.description,
        ])
    }
    let statement = try database.makeStatement(
      sql: "INSERT INTO interval VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (place, interval) in result.intervals.enumerated() {
      try statement.execute(arguments: [
        run, place, interval.quantity.rawValue, interval.subject, interval.start.description,
        interval.months, interval.low, interval.median, interval.high, interval.probability,
        interval.aboveMedian,
      ])
    }
  }
}
