import Organization

/// One number of the model that a lever moves.
package struct DialPart: Sendable {
  /// How the number stands in the file.
  enum Form: Sendable {
    case plain
    /// A demand of the policy, with how likely it must hold.
    case demand(word: String, probability: Double)
  }

  var path: String
  var quantity: Quantity
  /// As it is now.
  var value: ThreePoint
  /// As it is without what was changed here.
  var origin: ThreePoint
  var form = Form.plain

  /// The setting that moves it to a likely value; what it may be instead moves along.
  func setting(likely: Double, currency: String) -> Setting {
    let moved = moved(to: likely)
    switch form {
    case .plain: return Setting(path: path, value: text(moved, currency))
    case .demand(let word, let probability):
      let share = written(moved.likely, currency)
      let often = DecimalText.text(probability * 100) + " %"
      return Setting(path: path, value: "{\(word): \(share), probability: \(often)}")
    }
  }

  /// The range around another likely value: shifted for growth, which may change its sign, and scaled
  /// for all else.
  private func moved(to likely: Double) -> ThreePoint {
    let likely = clamped(likely)
    guard !origin.isExact, quantity.allowsThreePoints else { return ThreePoint(likely) }
    let (low, high): (Double, Double)
    if quantity.kind == .growth || origin.likely == 0 {
      (low, high) = (
        origin.low + likely - origin.likely, origin.high + likely - origin.likely
      )
    } else {
      let factor = likely / origin.likely
      (low, high) = (origin.low * factor, origin.high * factor)
    }
    return ThreePoint(
      low: min(likely, clamped(low)), likely: likely, high: max(likely, clamped(high)))
  }

  private func clamped(_ value: Double) -> Double {
    let inside = min(quantity.range.upperBound, max(quantity.range.lowerBound, value))
    return quantity.isWhole ? inside.rounded() : inside
  }

  private func text(_ value: ThreePoint, _ currency: String) -> String {
    guard !value.isExact else { return written(value.likely, currency) }
    let (low, likely, high) = (
      written(value.low, currency), written(value.likely, currency), written(value.high, currency)
    )
    return "{low: \(low), likely: \(likely), high: \(high)}"
  }

  private func written(_ value: Double, _ currency: String) -> String {
    switch quantity.kind {
    case .number: DecimalText.text(value)
    case .share, .growth: DecimalText.text(value * 100) + " %"
    case .yearlyShare: DecimalText.text(value * 100) + " % per year"
    case .money: "\(DecimalText.text(value)) \(currency)"
    case .moneyRate(let period): "\(DecimalText.text(value)) \(currency) per \(period.rawValue)"
    case .frequency(let period): "\(DecimalText.text(value)) per \(period.rawValue)"
    case .work: "\(DecimalText.text(value)) hours per month"
    case .effort: "\(DecimalText.text(value)) hours"
    case .duration(let period): "\(DecimalText.text(value)) \(period.plural)"
    case .elapsed: "\(DecimalText.text(value)) s"
    }
  }
}
