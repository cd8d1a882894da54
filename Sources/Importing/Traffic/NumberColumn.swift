import Organization
import DelimitedText

/// How the numbers of one column are written, found from all of its cells.
///
/// `1.234` is a thousand and more in one country and one and a bit in another; one reading is taken for
/// the whole column, and where no cell decides, points are decimal points, and commas are refused.
struct NumberColumn {
  enum Comma { case refused, decimal, groups }

  let comma: Comma

  init(_ cells: some Sequence<String>) {
    var (isDecimal, isGrouping, hasComma) = (false, false, false)
    for cell in cells {
      let parts = cell.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count > 1 else { continue }
      hasComma = true
      let isLast3 = parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.trimmedCount == 3 }
      if parts.count > 2 || parts.last?.contains(".") == true {
        if isLast3 { isGrouping = true }
      } else if !isLast3 {
        isDecimal = true
      }
    }
    comma = !hasComma || isDecimal == isGrouping ? .refused : isDecimal ? .decimal : .groups
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
