/// A value whose shape, unit and range are known to be right.
package struct Checked: Sendable {
  package enum Content: Sendable {
    case fields([String: Checked])
    case entries([Entry])
    case list([Checked])
    case number(ThreePoint)
    case text(String)
    case flag(Bool)
    case month(YearMonth)
    /// Days since 1970-01-01.
    case day(Int)
  }

  /// An id with its value, in file order.
  package struct Entry: Sendable {
    package var id: String
    package var position: SourcePosition
    package var value: Checked
  }

  package var position: SourcePosition
  package var content: Content
}

extension Checked {
  package subscript(key: String) -> Checked? {
    guard case .fields(let fields) = content else { return nil }
    return fields[key]
  }

  package var entries: [Entry] {
    guard case .entries(let entries) = content else { return [] }
    return entries
  }

  package var items: [Checked] {
    guard case .list(let items) = content else { return [] }
    return items
  }

  package var number: ThreePoint? {
    guard case .number(let number) = content else { return nil }
    return number
  }

  package var exact: Double? { number?.likely }

  package var text: String? {
    guard case .text(let text) = content else { return nil }
    return text
  }

  package var flag: Bool? {
    guard case .flag(let flag) = content else { return nil }
    return flag
  }

  package var month: YearMonth? {
    guard case .month(let month) = content else { return nil }
    return month
  }

  /// Days since 1970-01-01.
  package var day: Int? {
    guard case .day(let day) = content else { return nil }
    return day
  }

  package var isFields: Bool {
    guard case .fields = content else { return false }
    return true
  }
}
