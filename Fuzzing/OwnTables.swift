import DelimitedText
import Organization

/// CSV files that models name.
enum OwnTables {
  /// Every reader of such files, as a file of one may be given to another.
  static func read(_ bytes: [UInt8]) {
    let file = LoneFile(path: "table.csv", content: bytes)
    let places = Places(of: bytes)
    let tables = CSVDataFiles()
    check(places) {
      _ = try tables.history(path: file.path, column: nil, timeColumn: nil, source: file)
    }
    check(places) { _ = try tables.roster(path: file.path, source: file) }
    check(places) { _ = try tables.incidents(path: file.path, source: file) }
    check(places) {
      _ = try tables.rotaPeople(
        path: file.path, source: file, levels: ["mid"], sites: ["lisbon"])
    }
    check(places) {
      _ = try tables.leave(path: file.path, source: file, people: ["Kim", "Lou"])
    }
    check(places) { _ = try ActualsTable.read(path: file.path, source: file) }
  }

  private static func check(_ places: Places, _ read: () throws -> Void) {
    do {
      try read()
    } catch let error as DiagnosticError {
      places.check(error.diagnostics)
    } catch {
      fatalError("it fails with something else: \(error)")
    }
  }

  /// What is written of a table's cells is read as the same cells.
  static func readDelimited(_ bytes: [UInt8]) {
    let table: DelimitedTable
    do throws(TableError) {
      table = try DelimitedTable(bytes)
    } catch {
      require(!error.problems.isEmpty, "a table is refused without a reason")
      for problem in error.problems {
        Places(of: bytes).check(
          SourcePosition(file: "", line: problem.line, column: problem.column), of: "a table")
      }
      return
    }
    var writer = DelimitedWriter(delimiter: .semicolon)
    writer.write(table.header)
    var cells: [[String]] = []
    for row in 0..<table.rowCount {
      cells.append(table.header.indices.map { table.text(row: row, column: $0) })
      writer.write(cells[row])
      for column in table.header.indices {
        let place = table.place(row: row, column: column)
        Places(of: bytes).check(
          SourcePosition(file: "", line: place.line, column: place.column), of: "a cell")
        _ = table.sourceLine(row: row, column: column)
        _ = table.number(row: row, column: column)
      }
    }
    guard let again = try? DelimitedTable(writer.bytes, delimiter: .semicolon) else {
      fatalError("a table is not read as it was written")
    }
    require(again.rowCount == table.rowCount, "rows were lost")
    for row in 0..<again.rowCount {
      for column in again.header.indices {
        let text = again.text(row: row, column: column)
        // An apostrophe keeps spreadsheets from running a cell.
        let isSame = text == cells[row][column] || text == "'" + cells[row][column]
        require(isSame, "a cell is not read as it was written")
      }
    }
  }
}
