import Organization
import Reporting

/// A lever: one number of the model, or several that move together.
package struct Dial: Sendable, Identifiable {
  package enum Group: String, CaseIterable, Sendable {
    case traffic = "Traffic"
    case hiring = "Hiring"
    case partners = "Partners"
    case services = "Services"
    case rotas = "Rotas"
    case policy = "Policy"
    case assumptions = "Assumptions"
    case single = "One by one"
  }

  package var id: String
  var group: Group
  var title: String
  var parts: [DialPart]
  /// Whether it is a factor on several numbers, where 1 leaves them as they are.
  var isFactor = false
  /// What the number means.
  var meaning: String
  /// Where the range comes from.
  var source: String?
  var grade: EvidenceGrade?

  /// Its value now: of the number itself, or the factor.
  var value: Double {
    guard isFactor else { return parts.first?.value.likely ?? 0 }
    guard let part = parts.first(where: { $0.origin.likely != 0 }) else { return 1 }
    return part.value.likely / part.origin.likely
  }

  var origin: Double { isFactor ? 1 : parts.first?.origin.likely ?? 0 }

  var isChanged: Bool { abs(value - origin) > 1e-9 * max(1, abs(origin)) }

  /// What it may be by its source, where that is a range.
  var expected: ClosedRange<Double>? {
    guard !isFactor, let part = parts.first, !part.origin.isExact else { return nil }
    return part.origin.low...part.origin.high
  }

  /// Values that the model takes.
  var allowed: ClosedRange<Double> {
    isFactor ? 0...10 : parts.first?.quantity.range ?? 0...1
  }

  /// What has to be set so that it has a value; nothing where that is the model's own.
  func settings(_ value: Double, currency: String) -> [Setting] {
    let value = min(allowed.upperBound, max(allowed.lowerBound, value))
    guard abs(value - origin) > 1e-9 * max(1, abs(origin)) else { return [] }
    return parts.map { part in
      part.setting(likely: isFactor ? part.origin.likely * value : value, currency: currency)
    }
  }

  // MARK: Steps and words

  private var isPercent: Bool {
    if isFactor { return true }
    switch parts.first?.quantity.kind {
    case .share, .growth, .yearlyShare: return true
    default: return false
    }
  }

  /// How far one press of an arrow goes.
  func step(isLarge: Bool) -> Double {
    if isFactor { return isLarge ? 0.25 : 0.05 }
    if isPercent { return isLarge ? 0.05 : 0.01 }
    if parts.first?.quantity.isWhole == true { return isLarge ? 5 : 1 }
    let size = max(abs(origin), abs(value))
    var step = 0.01
    while step * 20 < size { step *= 10 }
    return isLarge ? step * 5 : step
  }

  /// The value after so many steps, on a multiple of a step.
  func moved(by steps: Int, isLarge: Bool) -> Double {
    let step = step(isLarge: isLarge)
    let target = (value / step).rounded() + Double(steps)
    let moved = target * step
    return min(allowed.upperBound, max(allowed.lowerBound, moved))
  }

  /// What somebody typed, in the unit that is shown; `nil` where it is no number.
  func typed(_ text: String) -> Double? {
    guard let number = Double(text), number.isFinite else { return nil }
    return isPercent ? number / 100 : number
  }

  /// A value with its unit, short.
  func text(_ value: Double) -> String {
    if isPercent { return NumberText.plain(value * 100, decimals: 1) + " %" }
    let number = NumberText.plain(value, decimals: abs(value) < 1 ? 3 : abs(value) < 100 ? 2 : 0)
    switch parts.first?.quantity.kind {
    case .duration(let period):
      return "\(number) \(abs(value) == 1 ? period.rawValue : period.plural)"
    case .frequency(let period): return "\(number) a \(period.rawValue)"
    case .moneyRate(let period): return "\(number) a \(period.rawValue)"
    case .work: return "\(number) h a month"
    case .effort: return "\(number) h"
    default: return number
    }
  }
}
