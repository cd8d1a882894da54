/// Numbers as the model file takes them.
enum DecimalText {
  /// The number with at most six digits that count and without an exponent.
  static func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "0" }
    var decimals = 6
    var size = abs(value)
    while size >= 1, decimals > 0 {
      size /= 10
      decimals -= 1
    }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    let whole = Int(scaled / scale)
    var fraction = String(Int(scaled - Double(whole) * scale))
    fraction = String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
