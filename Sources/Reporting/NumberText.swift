/// Numbers for people: the same digits in every locale.
package enum NumberText {
  /// Digits with a comma every three, such as `1,234,567`.
  package static func grouped(_ integer: Int) -> String {
    (integer < 0 ? "-" : "") + grouped(digits: String(integer.magnitude))
  }

  /// A number with a fixed count of decimals, such as `1,234.50`; "n/a" where it is not finite.
  package static func fixed(_ value: Double, decimals: Int = 0) -> String {
    guard value.isFinite else { return "n/a" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    // Beyond 2^53 a Double has no decimals left to round.
    guard scaled < 9_007_199_254_740_992 else { return value.description }
    var digits = String(Int(scaled))
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let whole = grouped(digits: String(digits.dropLast(decimals)))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + whole + (decimals > 0 ? "." + digits.suffix(decimals) : "")
  }

  /// As few decimals as the number needs, at most `decimals`.
  package static func plain(_ value: Double, decimals: Int = 2) -> String {
    var text = fixed(value, decimals: decimals)
    guard value.isFinite, text.contains("."), !text.contains("e") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// A share as a percentage, such as `12.5 %`.
  package static func percent(_ share: Double, decimals: Int = 0) -> String {
    share.isFinite ? fixed(share * 100, decimals: decimals) + " %" : "n/a"
  }

  /// Money in full, such as `1,250,000 EUR`.
  package static func money(_ amount: Double, _ currency: String) -> String {
    amount.isFinite ? "\(fixed(amount)) \(currency)" : "n/a"
  }

  /// Money with three digits that count, such as `1.25 M EUR`.
  package static func shortMoney(_ amount: Double, _ currency: String) -> String {
    guard amount.isFinite else { return "n/a" }
    let units: [(size: Double, name: String)] = [(1e9, "bn "), (1e6, "M "), (1e3, "k ")]
    for unit in units where abs(amount) / unit.size >= 0.9995 {
      let value = amount / unit.size
      let decimals = abs(value) < 9.995 ? 2 : abs(value) < 99.95 ? 1 : 0
      return "\(plain(value, decimals: decimals)) \(unit.name)\(currency)"
    }
    return "\(fixed(amount)) \(currency)"
  }

  /// A duration in months, such as `1 month` or `4.5 months`.
  package static func months(_ months: Double) -> String {
    let text = plain(months, decimals: 1)
    return text == "1" ? "1 month" : "\(text) months"
  }

  /// A count with its noun, such as `1 team` or `1,200 teams`.
  package static func count(_ count: Int, _ one: String, _ many: String) -> String {
    "\(grouped(count)) \(count == 1 ? one : many)"
  }

  private static func grouped(digits: String) -> String {
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
