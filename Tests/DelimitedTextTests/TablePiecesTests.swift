import Testing

@testable import DelimitedText

/// A table in pieces is the same table, wherever its bytes are cut.
@Suite struct TablePiecesTests {
  private static let samples = [
    "a,b\r\n1,\"x\r\ny\"\r\n\r\n3,4", "\u{feff}\n\na;b\n1;2\n", "a\n", "a,b\r1,2\r\"3\",4\r",
    "ä,b\né,\"ü\"\"ö\"\n", "a\tb\n\"1\n\n2\"\t\"\"\n", "\r\n\r\na,b\r\n,\r\n",
  ]
  private static let broken = [
    "a,b\n1\n", "a,b\n1,x\"y\n2,\"z\n", "", "\n\n", "a,b\n\"1\n,2\n", "a,b\n\"1\"x,2\n3,4\n",
  ]

  private struct Cell: Hashable {
    var text: String
    var line: Int
    var column: Int
  }

  private func cells(of table: DelimitedTable) -> [Cell] {
    (0..<table.rowCount).flatMap { row in
      table.header.indices.map { column in
        let place = table.place(row: row, column: column)
        return Cell(
          text: table.text(row: row, column: column), line: place.line, column: place.column)
      }
    }
  }

  private func cells(
    of text: String, cutTo size: Int
  ) throws(TableError) -> (header: [String], cells: [Cell]) {
    let bytes = Array(text.utf8)
    var reader = TablePieces()
    var pieces: [DelimitedTable] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      let part = Array(bytes[start..<min(bytes.count, start + size)])
      if let piece = try reader.add(part) { pieces.append(piece) }
    }
    if let piece = try reader.finish() { pieces.append(piece) }
    return (pieces.first?.header ?? [], pieces.flatMap(cells))
  }

  @Test(arguments: samples, 1...9)
  func aTableInPiecesIsTheSame(text: String, size: Int) throws {
    let whole = try DelimitedTable(Array(text.utf8))
    let found = try cells(of: text, cutTo: size)
    #expect(found.header == whole.header)
    #expect(found.cells == cells(of: whole))
  }

  @Test(arguments: broken, 1...9)
  func brokenTablesAreRefusedForTheSameReason(text: String, size: Int) throws {
    let whole = #expect(throws: TableError.self) { try DelimitedTable(Array(text.utf8)) }
    let found = #expect(throws: TableError.self) { try cells(of: text, cutTo: size) }
    #expect(found?.problems.first == whole?.problems.first)
  }

  @Test func aQuoteThatIsNeverClosedIsFoundBeforeAllOfTheFileIsHeld() {
    var reader = TablePieces()
    let part = Array(String(repeating: "text\n", count: 100_000).utf8)
    let error = #expect(throws: TableError.self) {
      _ = try reader.add(Array("a\n1\n\"".utf8))
      for _ in 0..<1_000 { _ = try reader.add(part) }
    }
    #expect(error?.problems == [TableProblem(.unterminatedQuote, line: 3, column: 1)])
  }

  @Test func aRowWithoutEndIsRefused() {
    var reader = TablePieces()
    let part = [UInt8](repeating: 0x61, count: 500_000)
    let error = #expect(throws: TableError.self) {
      for _ in 0..<1_000 { _ = try reader.add(part) }
    }
    #expect(error?.problems == [TableProblem(.longRow(megabytes: 16), line: 1, column: 1)])
  }
}
