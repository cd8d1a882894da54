extension NumberText {
  /// A quantity of any size with about three digits that count.
  static func figure(_ value: Double) -> String {
    switch abs(value) {
    case 100...: fixed(value)
    case 10..<100: plain(value, decimals: 1)
    case 1..<10: plain(value, decimals: 2)
    default: plain(value, decimals: 4)
    }
  }

  /// A share as a percentage that says whether it grows, such as `+12 %`.
  static func signedPercent(_ share: Double) -> String {
    (share >= 0 ? "+" : "") + percent(share)
  }
}
