/// A table read from delimited text, kept as bytes until somebody asks for a cell.
///
/// Rows and columns count from 0, and row 0 is the one after the header. Every row has as many
/// cells as the header.
package struct DelimitedTable: Sendable {
  /// The names in the first row, without spaces around them.
  package let header: [String]
  package let rowCount: Int
  private let bytes: [UInt8]
  private let cells: [CellRange]
  private let lines: [UInt32]
  /// Rows of ``lines`` and ``cells`` that are the header: none in pieces behind the first.
  private let headerRows: Int
  /// The line behind the last row.
  let nextLine: Int

  /// Reads a whole table.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark; at most a gigabyte.
  ///   - delimiter: found from the header if `nil`.
  ///   - problemLimit: how many problems to collect before giving up.
  /// - Throws: ``TableError`` with every problem of shape found, in file order.
  /// - Complexity: O(bytes); 8 bytes of memory for each cell.
  package init(
    _ bytes: [UInt8], delimiter: Delimiter? = nil, problemLimit: Int = 20
  ) throws(TableError) {
    try self.init(
      bytes, header: nil, delimiter: delimiter, problemLimit: problemLimit, firstLine: 1)
  }

  /// Reads a table, or some rows of one.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - header: that of the table where the bytes do not begin with it.
  ///   - delimiter: found from the header if `nil`.
  ///   - problemLimit: how many problems to collect before giving up.
  ///   - firstLine: the number of the line that the bytes begin with.
  /// - Throws: ``TableError`` with every problem of shape found, in file order.
  init(
    _ bytes: [UInt8], header: [String]?, delimiter: Delimiter?, problemLimit: Int, firstLine: Int
  ) throws(TableError) {
    precondition(bytes.count <= CellRange.largestFile, "a table is at most a gigabyte")
    var scanner = TableScanner(
      bytes: bytes, delimiter: delimiter, problemLimit: problemLimit, columnCount: header?.count,
      firstLine: firstLine)
    scanner.scan()
    var problems = scanner.problems
    if let broken = brokenLine(of: bytes, firstLine: firstLine) { problems.append(broken) }
    guard problems.isEmpty else {
      throw TableError(problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    self.bytes = bytes
    cells = scanner.cells
    lines = scanner.lines
    headerRows = header == nil ? 1 : 0
    rowCount = scanner.lines.count - headerRows
    nextLine = scanner.line
    self.header =
      header
      ?? scanner.cells[..<scanner.columnCount].map { cell in
        DelimitedTable.trimmed(DelimitedTable.text(of: cell, in: bytes))
      }
  }

  /// The first column whose name is `name`, letters of either case.
  package func column(named name: String) -> Int? {
    let wanted = name.lowercased()
    return header.firstIndex { $0.lowercased() == wanted }
  }

  /// The content of a cell as it stands in the file, doubled quotes still doubled.
  ///
  /// Two cells have equal raw content exactly if they have equal text.
  package func raw(row: Int, column: Int) -> ArraySlice<UInt8> {
    bytes[cell(row, column).range]
  }

  /// The content of a cell.
  package func text(row: Int, column: Int) -> String {
    DelimitedTable.text(of: cell(row, column), in: bytes)
  }

  /// The content of a cell as a number; `nil` for anything that is not one.
  package func number(row: Int, column: Int) -> Double? {
    NumberText.double(bytes[cell(row, column).range])
  }

  package func isEmpty(row: Int, column: Int) -> Bool {
    bytes[cell(row, column).range].allSatisfy { $0 == Byte.space || $0 == Byte.tab }
  }

  /// Where a cell starts: line and column from 1, the column in Unicode scalars.
  package func place(row: Int, column: Int) -> (line: Int, column: Int) {
    let offset = opening(of: cell(row, column))
    var (line, lineStart) = (Int(lines[row + headerRows]), lineStart(row: row))
    var index = lineStart
    while index < offset {
      let byte = bytes[index]
      index += 1
      let isPair =
        byte == Byte.carriageReturn && index < bytes.count && bytes[index] == Byte.lineFeed
      guard byte == Byte.lineFeed || (byte == Byte.carriageReturn && !isPair) else { continue }
      line += 1
      lineStart = index
    }
    return (line, bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// The line of the file on which a cell starts, as written.
  package func sourceLine(row: Int, column: Int) -> String {
    let start = opening(of: cell(row, column))
    let isBreak = { (byte: UInt8) in byte == Byte.lineFeed || byte == Byte.carriageReturn }
    let before = bytes[..<start].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
    let after = bytes[start...].firstIndex(where: isBreak) ?? bytes.count
    return String(decoding: bytes[before..<after], as: UTF8.self)
  }

  private func cell(_ row: Int, _ column: Int) -> CellRange {
    precondition(column >= 0 && column < header.count, "the table has no such column")
    return cells[(row + headerRows) * header.count + column]
  }

  private func opening(of cell: CellRange) -> Int {
    cell.range.lowerBound - (cell.isQuoted ? 1 : 0)
  }

  private func lineStart(row: Int) -> Int { opening(of: cell(row, 0)) }

  private static func text(of cell: CellRange, in bytes: [UInt8]) -> String {
    let content = bytes[cell.range]
    guard cell.hasDoubledQuotes else { return String(decoding: content, as: UTF8.self) }
    var single: [UInt8] = []
    var index = content.startIndex
    while index < content.endIndex {
      single.append(content[index])
      index += content[index] == Byte.quote ? 2 : 1
    }
    return String(decoding: single, as: UTF8.self)
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace = { (character: Character) in character == " " || character == "\t" }
    var rest = text.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return String(rest)
  }
}

/// The first line that is not UTF-8, if there is one.
private func brokenLine(of bytes: [UInt8], firstLine: Int) -> TableProblem? {
  guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil
  else { return nil }
  var line = firstLine
  for content in bytes.split(separator: Byte.lineFeed, omittingEmptySubsequences: false) {
    if String(validating: content, as: UTF8.self) == nil { break }
    line += 1
  }
  return TableProblem(.notUTF8, line: line, column: 1)
}
