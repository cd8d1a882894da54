/// A calendar month, written `2027-01`.
package struct YearMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since the start of year 0; the only stored value, so that arithmetic cannot go wrong.
  package let index: Int

  package init(index: Int) { self.index = index }

  /// - Precondition: `month` is in `1...12`. Check input from files with ``init(_:)-(Substring)``.
  package init(year: Int, month: Int) {
    precondition((1...12).contains(month), "a month is from 1 to 12")
    index = year * 12 + month - 1
  }

  /// Reads `2027-01`; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (48...57).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  package var year: Int { index >= 0 ? index / 12 : (index - 11) / 12 }
  package var month: Int { index - year * 12 + 1 }

  package var description: String {
    let digits = String(year)
    let padding = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(padding)\(digits)-\(month < 10 ? "0" : "")\(month)"
  }

  package static func < (a: YearMonth, b: YearMonth) -> Bool { a.index < b.index }
  package static func + (a: YearMonth, months: Int) -> YearMonth {
    YearMonth(index: a.index + months)
  }
  package static func - (a: YearMonth, b: YearMonth) -> Int { a.index - b.index }
}
