import Organization
import DelimitedText

/// How the numbers of one column are written, found from all of its cells as they come.
///
/// `1.234` is a thousand and more in one country and one and a bit in another; one reading is taken for
/// the whole column, and where no cell decides, points are decimal points, and commas are refused.
struct NumberColumn {
  enum Comma { case refused, decimal, groups }

  private var (isDecimal, isGrouping, hasComma) = (false, false, false)

  /// A column of which nothing is known yet.
  init() {}

  /// Takes the next cell into account.
  mutating func look(at cell: String) {
    let parts = cell.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return }
    hasComma = true
    let isLast3 = parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.trimmedCount == 3 }
    if parts.count > 2 || parts.last?.contains(".") == true {
      if isLast3 { isGrouping = true }
    } else if !isLast3 {
      isDecimal = true
    }
  }

  var comma: Comma {
    !hasComma || isDecimal == isGrouping ? .refused : isDecimal ? .decimal : .groups
  }

  /// Takes a cell of a table into account.
  mutating func look(at table: DelimitedTable, row: Int, column: Int) {
    if Self.hasComma(table.raw(row: row, column: column)) {
      look(at: table.text(row: row, column: column))
    }
  }

  /// The number in a cell of a table; `nil` for anything else.
  func value(_ table: DelimitedTable, row: Int, column: Int) -> Double? {
    let raw = table.raw(row: row, column: column)
    if !Self.hasComma(raw), let number = DelimitedText.NumberText.double(raw) { return number }
    return value(table.text(row: row, column: column))
  }

  private static func hasComma(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains(UInt8(ascii: ","))
  }

  /// A number; `nil` for anything else.
  func value(_ cell: String) -> Double? {
    var text = cell.trimmedBlanks
    if text.contains(",") {
      switch comma {
      case .refused: return nil
      case .decimal: text = text.replacing(".", with: "").replacing(",", with: ".")
      case .groups: text = text.replacing(",", with: "")
      }
    }
    return DelimitedText.NumberText.double(Array(text.utf8)[...])
  }
}

extension Substring {
  /// How many signs there are without blanks.
  fileprivate var trimmedCount: Int { count { !$0.isWhitespace } }
}
