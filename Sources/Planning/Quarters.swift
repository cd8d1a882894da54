/// A plan's months in groups of three from its first; the last may be shorter.
package enum Quarters {
  package static func all(of months: Int) -> [Range<Int>] {
    stride(from: 0, to: months, by: 3).map { $0..<min(months, $0 + 3) }
  }
}
