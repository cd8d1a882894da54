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

  /// A quantity in few characters, such as `410 k` or `23.6 M`.
  static func short(_ value: Double) -> String {
    let units: [(size: Double, name: String)] = [(1e9, " G"), (1e6, " M"), (1e3, " k")]
    for unit in units where abs(value) / unit.size >= 0.9995 {
      let scaled = value / unit.size
      return plain(scaled, decimals: abs(scaled) < 9.995 ? 2 : abs(scaled) < 99.95 ? 1 : 0)
        + unit.name
    }
    return figure(value)
  }
}
