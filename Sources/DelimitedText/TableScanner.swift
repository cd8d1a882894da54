/// Finds the cells of delimited text in one pass over its bytes [RFC 4180].
///
/// Beyond the RFC: line feed and carriage return alone end a row too, a byte order mark is
/// skipped, and so are empty lines.
struct TableScanner {
  let bytes: [UInt8]
  let delimiter: UInt8
  let problemLimit: Int
  private(set) var cells: [CellRange] = []
  /// The line on which each row starts, header included.
  private(set) var lines: [UInt32] = []
  private(set) var problems: [TableProblem] = []
  private(set) var columnCount: Int
  private var position: Int
  private(set) var line: Int
  /// Where the current line starts; needed only for the columns of problems.
  private var lineStart: Int

  /// - Parameters:
  ///   - bytes: a table, or rows of one behind its header.
  ///   - delimiter: found from the header if `nil`.
  ///   - problemLimit: how many problems to collect before giving up.
  ///   - columnCount: how many cells a row has; those of the first if `nil`.
  ///   - firstLine: the number of the line that the bytes begin with.
  init(
    bytes: [UInt8], delimiter: Delimiter?, problemLimit: Int, columnCount: Int? = nil,
    firstLine: Int = 1
  ) {
    self.bytes = bytes
    self.problemLimit = problemLimit
    self.columnCount = columnCount ?? 0
    line = firstLine
    position =
      firstLine == 1 && bytes.starts(with: Byte.byteOrderMark) ? Byte.byteOrderMark.count : 0
    lineStart = position
    self.delimiter = (delimiter ?? Delimiter.detected(in: bytes, from: position)).rawValue
  }

  mutating func scan() {
    while position < bytes.count, problems.count < problemLimit {
      if isAtLineEnd {
        skipLineEnd()
      } else {
        scanRow()
      }
    }
    if columnCount == 0, problems.isEmpty { report(.noHeader, at: position) }
  }

  private mutating func scanRow() {
    let (rowLine, rowStart, rowLineStart) = (line, position, lineStart)
    let firstCell = cells.count
    while true {
      scanCell()
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
    }
    let found = cells.count - firstCell
    if columnCount == 0 { columnCount = found }
    lines.append(UInt32(rowLine))
    if found != columnCount {
      let column = scalars(from: rowLineStart, to: rowStart) + 1
      let kind = TableProblem.Kind.unevenRow(expected: columnCount, found: found)
      problems.append(TableProblem(kind, line: rowLine, column: column))
    }
    skipLineEnd()
  }

  private mutating func scanCell() {
    if position < bytes.count, bytes[position] == Byte.quote {
      scanQuotedCell()
    } else {
      scanPlainCell()
    }
  }

  private mutating func scanPlainCell() {
    let start = position
    var firstQuote: Int?
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
      if byte == Byte.quote, firstQuote == nil { firstQuote = position }
      position += 1
    }
    if let firstQuote { report(.strayQuote, at: firstQuote) }
    cells.append(CellRange(start..<position, isQuoted: false, hasDoubledQuotes: false))
  }

  private mutating func scanQuotedCell() {
    let (openLine, openColumn) = (line, scalars(from: lineStart, to: position) + 1)
    position += 1
    let start = position
    var hasDoubledQuotes = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Byte.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Byte.quote else { break }
        hasDoubledQuotes = true
        position += 2
      } else if byte == Byte.lineFeed || byte == Byte.carriageReturn {
        skipLineEnd()
      } else {
        position += 1
      }
    }
    let content = start..<position
    cells.append(CellRange(content, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes))
    guard position < bytes.count else {
      problems.append(TableProblem(.unterminatedQuote, line: openLine, column: openColumn))
      return
    }
    position += 1
    skipTextAfterQuote()
  }

  private mutating func skipTextAfterQuote() {
    guard position < bytes.count, bytes[position] != delimiter, !isAtLineEnd else { return }
    report(.strayQuote, at: position)
    while position < bytes.count, bytes[position] != delimiter, !isAtLineEnd { position += 1 }
  }

  private var isAtLineEnd: Bool {
    bytes[position] == Byte.lineFeed || bytes[position] == Byte.carriageReturn
  }

  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    let isPair =
      bytes[position] == Byte.carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == Byte.lineFeed
    position += isPair ? 2 : 1
    line += 1
    lineStart = position
  }

  private mutating func report(_ kind: TableProblem.Kind, at offset: Int) {
    let column = scalars(from: lineStart, to: offset) + 1
    problems.append(TableProblem(kind, line: line, column: column))
  }

  private func scalars(from start: Int, to end: Int) -> Int {
    bytes[start..<end].count { $0 & 0xC0 != 0x80 }
  }
}
