/// Reads a table that is too large to hold: takes its bytes as they come, and gives tables of some rows
/// each.
///
/// Every piece has the header of the whole, and places of the file. A piece ends with a row; what comes
/// behind stays until its row is complete, so that quoted cells may be cut anywhere.
package struct TablePieces {
  /// Longer rows are no rows: mostly a quote is open.
  private static let longestRow = 16_000_000
  private static let bytesPerMegabyte = 1_000_000

  private var delimiter: Delimiter?
  private let problemLimit: Int
  private var header: [String]?
  /// What no piece has had yet.
  private var pending: [UInt8] = []
  /// How much of that was looked at, whether it ends inside quotes, and where its last row ends.
  private var (seen, isQuoted, rowEnd) = (0, false, 0)
  private var nextLine = 1
  /// Whether something stands in what was looked at: lines before the header may be empty.
  private var hasText = false

  /// - Parameters:
  ///   - delimiter: found from the header if `nil`.
  ///   - problemLimit: how many problems to collect before giving up.
  package init(delimiter: Delimiter? = nil, problemLimit: Int = 20) {
    self.delimiter = delimiter
    self.problemLimit = problemLimit
  }

  /// Takes what comes next in the file.
  ///
  /// - Parameter bytes: UTF-8; the first with or without a byte order mark.
  /// - Returns: the rows that are complete now; `nil` where none is.
  /// - Throws: ``TableError`` with the problems of the first piece that has any, in file order.
  /// - Complexity: O(`bytes`), beside a row that goes on.
  package mutating func add(_ bytes: [UInt8]) throws(TableError) -> DelimitedTable? {
    pending += bytes
    look()
    guard rowEnd > 0 else {
      guard pending.count <= Self.longestRow else { throw tooLong() }
      return nil
    }
    let rows = Array(pending[..<rowEnd])
    pending.removeFirst(rowEnd)
    (seen, rowEnd) = (seen - rowEnd, 0)
    return try table(of: rows, isLast: false)
  }

  /// Takes the end of the file.
  ///
  /// - Returns: the last row where no line end is behind it; `nil` where there was one.
  /// - Throws: ``TableError``, also where there was no header.
  package mutating func finish() throws(TableError) -> DelimitedTable? {
    if pending.isEmpty, header != nil { return nil }
    let rows = pending
    pending = []
    return try table(of: rows, isLast: true)
  }

  /// Finds the last end of a row among bytes that were not looked at.
  ///
  /// Where a table is sound, a line end is that of a row exactly if an even number of quotes is before it.
  private mutating func look() {
    let mark = Byte.byteOrderMark
    if header == nil, seen < mark.count {
      if pending.count < mark.count { return }
      if pending.starts(with: mark) { seen = mark.count }
    }
    var (isQuoted, rowEnd, hasText) = (isQuoted, rowEnd, hasText)
    pending.withUnsafeBufferPointer { bytes in
      for index in seen..<bytes.count {
        let byte = bytes[index]
        if byte == Byte.lineFeed {
          if !isQuoted, hasText { rowEnd = index + 1 }
        } else if byte == Byte.carriageReturn {
          // Of a pair both are in one piece.
          if !isQuoted, hasText, index + 1 < bytes.count {
            rowEnd = bytes[index + 1] == Byte.lineFeed ? index + 2 : index + 1
          }
        } else {
          hasText = true
          if byte == Byte.quote { isQuoted.toggle() }
        }
      }
    }
    // The next look begins behind a carriage return that is the last byte, which then ends its row alone or
    // with what comes.
    let endsOpen = pending.last == Byte.carriageReturn && !isQuoted
    (self.isQuoted, self.rowEnd, self.hasText) = (isQuoted, rowEnd, hasText)
    seen = pending.count - (endsOpen ? 1 : 0)
  }

  private mutating func table(
    of rows: [UInt8], isLast: Bool
  ) throws(TableError) -> DelimitedTable? {
    if delimiter == nil {
      let mark = rows.starts(with: Byte.byteOrderMark) ? Byte.byteOrderMark.count : 0
      delimiter = Delimiter.detected(in: rows, from: mark)
    }
    do throws(TableError) {
      let table = try DelimitedTable(
        rows, header: header, delimiter: delimiter, problemLimit: problemLimit,
        firstLine: nextLine)
      header = table.header
      nextLine = table.nextLine
      return table
    } catch {
      // A piece of a table with stray quotes may be cut within a cell, which then does not end.
      guard !isLast, error.problems.count > 1, error.problems.last?.kind == .unterminatedQuote
      else {
        throw error
      }
      throw TableError(error.problems.dropLast())
    }
  }

  /// What is wrong with a row that does not end: the quote that is open, if one is.
  private mutating func tooLong() -> TableError {
    let long = TableError([
      TableProblem(
        .longRow(megabytes: Self.longestRow / Self.bytesPerMegabyte), line: nextLine, column: 1)
    ])
    guard isQuoted else { return long }
    do throws(TableError) {
      _ = try table(of: pending, isLast: true)
      return long
    } catch {
      return error
    }
  }
}
