import Foundation

extension ExplanationWords {
  /// Whole per cents.
  func percent(_ fraction: Double) -> String { "\(rounded(100 * fraction)) %" }

  func signed(_ fraction: Double) -> String {
    let whole = rounded(100 * fraction)
    return whole < 0 ? "-\(-whole) %" : "+\(whole) %"
  }

  /// Two decimals of a number from 0 to 1.
  func fraction(_ value: Double) -> String {
    let hundredths = min(max(rounded(100 * value), 0), 100)
    if hundredths == 100 { return "1.00" }
    return "0.\(hundredths < 10 ? "0" : "")\(hundredths)"
  }

  /// One decimal of a number that is not negative.
  func tenth(_ value: Double) -> String {
    let tenths = rounded(10 * value)
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Three significant digits, which is all that sizes of changes are known to.
  func plain(_ value: Double) -> String {
    guard value > 0, value.isFinite else { return "0" }
    let unit = pow(10, (log10(value)).rounded(.down) - 2)
    guard unit < 1 else { return "\(rounded((value / unit).rounded() * unit))" }
    return value >= 1 ? tenth(value) : fraction(value)
  }

  /// A whole number that fits, whatever comes in.
  private func rounded(_ value: Double) -> Int {
    value.isNaN ? 0 : Int(min(max(value.rounded(), -1e15), 1e15))
  }
}
