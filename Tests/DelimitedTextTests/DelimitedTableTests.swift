import DelimitedText
import Testing

@Suite struct DelimitedTableTests {
  @Test(arguments: [
    "a,b\r\n1,2\r\n", "a,b\n1,2", "a,b\r1,2\r", "\u{FEFF}a;b\n1;2\n\n", "a\tb\n\n1\t2",
  ])
  func readsEveryLineEndingAndDelimiter(text: String) throws {
    let table = try DelimitedTable(Array(text.utf8))
    #expect(table.header == ["a", "b"])
    #expect(table.rowCount == 1)
    #expect(table.number(row: 0, column: 0) == 1)
    #expect(table.text(row: 0, column: 1) == "2")
  }

  @Test func quotedCellsKeepDelimitersQuotesAndLineBreaks() throws {
    let table = try DelimitedTable(
      Array("\"x,y\",z\r\n\"a \"\"b\"\"\r\nc\",\"é, 2\"\r\n,\r\n".utf8))
    #expect(table.header == ["x,y", "z"])
    #expect(table.text(row: 0, column: 0) == "a \"b\"\r\nc")
    #expect(table.text(row: 0, column: 1) == "é, 2")
    #expect(table.isEmpty(row: 1, column: 0))
    #expect(table.place(row: 0, column: 0) == (2, 1))
    #expect(table.place(row: 0, column: 1) == (3, 4))
    #expect(table.place(row: 1, column: 1) == (4, 2))
    #expect(table.sourceLine(row: 0, column: 1) == "c\",\"é, 2\"")
  }

  @Test func columnsCountScalarsAndNotBytes() throws {
    let table = try DelimitedTable(Array("name,n\nJosé,x\n".utf8))
    #expect(table.place(row: 0, column: 1) == (2, 6))
    #expect(table.column(named: "NAME") == 0)
    #expect(table.column(named: "nam") == nil)
  }

  @Test func aFileOfOneRowHasNoRowsBelowTheHeader() throws {
    #expect(try DelimitedTable(Array("a,b".utf8)).rowCount == 0)
  }

  @Test(arguments: [
    ("", [TableProblem(.noHeader, line: 1, column: 1)]),
    ("a,b\n1,\"2\n3", [TableProblem(.unterminatedQuote, line: 2, column: 3)]),
    (
      "a,b\n1\n2,3,4",
      [
        TableProblem(.unevenRow(expected: 2, found: 1), line: 2, column: 1),
        TableProblem(.unevenRow(expected: 2, found: 3), line: 3, column: 1),
      ]
    ),
    (
      "a,b\nx\"y,1\n\"x\"y,1",
      [
        TableProblem(.strayQuote, line: 2, column: 2),
        TableProblem(.strayQuote, line: 3, column: 4),
      ]
    ),
  ])
  func reportsProblemsWithTheirPlaces(text: String, problems: [TableProblem]) {
    #expect(throws: TableError(problems)) { try DelimitedTable(Array(text.utf8)) }
  }

  @Test func namesTheLineThatIsNotUTF8() {
    let bytes: [UInt8] = Array("a,b\n1,".utf8) + [0xFF, 0x0A]
    #expect(throws: TableError([TableProblem(.notUTF8, line: 2, column: 1)])) {
      try DelimitedTable(bytes)
    }
  }

  @Test func stopsAtTheLimitOfProblems() {
    let text = "a,b\n" + String(repeating: "1\n", count: 100)
    let error = #expect(throws: TableError.self) { try DelimitedTable(Array(text.utf8)) }
    #expect(error?.problems.count == 20)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let rows = [["plain", "with, comma"], ["\"quoted\"", "two\r\nlines"], ["", "ü"]]
    for delimiter in Delimiter.allCases {
      var writer = DelimitedWriter(delimiter: delimiter)
      for row in [["a", "b"]] + rows { writer.write(row) }
      let table = try DelimitedTable(writer.bytes)
      #expect(table.rowCount == rows.count)
      for (index, row) in rows.enumerated() {
        #expect((0..<2).map { table.text(row: index, column: $0) } == row)
      }
    }
  }

  @Test func aMarkThatIsTextIsNotTakenForThatOfTheFile() throws {
    var writer = DelimitedWriter()
    writer.write(["\u{feff}a"])
    let table = try DelimitedTable(writer.bytes)
    #expect(table.header.map { Array($0.utf8) } == [Array("\u{feff}a".utf8)])
  }
}
