/// Writes delimited text: rows end in CR LF, cells are quoted where they must be [RFC 4180].
///
/// Spreadsheets run cells that start with `=`, `+`, `-`, `@`, a tab or a carriage return as
/// formulas. A text cell that does, and is not a number, gets an apostrophe in front, which
/// spreadsheets take for "this is text". Such text therefore does not come back byte for byte.
package struct DelimitedWriter: Sendable {
  /// One cell to write.
  package enum Cell: Hashable, Sendable {
    case text(String)
    case integer(Int)
    /// Written with the fewest digits that read back as the same number; empty if not finite.
    case number(Double)
    case empty
  }

  /// Everything written so far.
  package private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8

  package init(delimiter: Delimiter = .comma) { self.delimiter = delimiter.rawValue }

  /// Writes one row of text, such as the header.
  package mutating func write(_ row: [String]) { write(row.map(Cell.text)) }

  package mutating func write(_ row: [Cell]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      write(cell)
    }
    // A row of one empty cell would be an empty line, which readers skip.
    if row == [.empty] || row == [.text("")] { bytes += [Byte.quote, Byte.quote] }
    bytes += [Byte.carriageReturn, Byte.lineFeed]
  }

  private mutating func write(_ cell: Cell) {
    switch cell {
    case .text(let text): write(text: text)
    case .integer(let value): bytes += "\(value)".utf8
    case .number(let value) where value.isFinite: bytes += DelimitedWriter.digits(of: value).utf8
    case .number, .empty: break
    }
  }

  private mutating func write(text: String) {
    var content = Array(text.utf8)
    if DelimitedWriter.isFormula(content) { content.insert(0x27, at: 0) }
    // At the beginning of a file such bytes would be taken for its mark, and left out.
    let isMark = content.starts(with: Byte.byteOrderMark)
    guard isMark || content.contains(where: needsQuotes) else {
      bytes += content
      return
    }
    bytes.append(Byte.quote)
    for byte in content {
      if byte == Byte.quote { bytes.append(Byte.quote) }
      bytes.append(byte)
    }
    bytes.append(Byte.quote)
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Byte.quote || byte == Byte.lineFeed
      || byte == Byte.carriageReturn
  }

  private static func isFormula(_ content: [UInt8]) -> Bool {
    guard let first = content.first else { return false }
    let starters: [UInt8] = [0x3D, 0x2B, 0x2D, 0x40, Byte.tab, Byte.carriageReturn]
    return starters.contains(first) && NumberText.double(content[...]) == nil
  }

  private static func digits(of value: Double) -> String {
    // Every whole number below 2⁵³ is exact, so the integer says the same without ".0".
    if value == value.rounded(), abs(value) < 9_007_199_254_740_992 { return "\(Int(value))" }
    return "\(value)"
  }
}
