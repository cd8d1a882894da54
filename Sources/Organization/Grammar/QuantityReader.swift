import Foundation

extension Problem: Error {}

/// Reads numbers with units and normalises them.
package struct QuantityReader: Sendable {
  package var currency: String
  /// Hours and days that a salaried person works, for rates per hour and per day.
  package var hoursPerDay: Double
  package var daysPerYear: Double

  package init(currency: String = "EUR", hoursPerDay: Double = 8, daysPerYear: Double = 221) {
    self.currency = currency
    self.hoursPerDay = hoursPerDay
    self.daysPerYear = daysPerYear
  }

  /// The number in the quantity's own unit.
  package func value(of text: String, as quantity: Quantity) throws(Problem) -> Double {
    guard let (number, rest) = NumberText.parse(text), isUnitStart(rest.first) else {
      throw .notANumber(text)
    }
    let units = Substring(rest).split(separator: " ").map(String.init)
    let value = try normalised(number, units, text, quantity)
    guard quantity.range.contains(value) else {
      throw .outOfRange(value: text, allowed: quantity.rangeText)
    }
    guard quantity.isWhole else { return value }
    // Two years are 24 months but for the last bits.
    guard abs(value - value.rounded()) < 1e-6 else {
      throw .outOfRange(value: text, allowed: quantity.rangeText)
    }
    return value.rounded()
  }

  private func isUnitStart(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    return byte == 0x20 || byte == UInt8(ascii: "%") || (65...90).contains(byte)
      || (97...122).contains(byte)
  }

  private func normalised(
    _ number: Double, _ units: [String], _ text: String, _ quantity: Quantity
  ) throws(Problem) -> Double {
    let expected = example(of: quantity)
    if units.isEmpty {
      switch quantity.kind {
      case .number, .share: return number
      default: throw .missingUnit(value: text, expected: expected)
      }
    }
    switch quantity.kind {
    case .number: break
    case .share: if units == ["%"] { return number / 100 }
    case .growth:
      guard let periods = percentPeriods(units) else { break }
      return periods == 1 ? number / 100 : pow(max(0, 1 + number / 100), periods) - 1
    case .yearlyShare:
      // Without a period the percentage is of a year, like growth.
      guard let periods = percentPeriods(units) else { break }
      guard (0...100).contains(number) else {
        throw .outOfRange(value: text, allowed: quantity.rangeText)
      }
      return periods == 1 ? number / 100 : 1 - pow(1 - number / 100, periods)
    case .money:
      try checkCurrency(units[0], expected, text)
      if units.count == 1 { return number }
    case .moneyRate(let period):
      try checkCurrency(units[0], expected, text)
      if units.count == 1 { throw .missingUnit(value: text, expected: expected) }
      if let given = rate(units.dropFirst()) {
        return number * workingPeriods(given) / workingPeriods(period)
      }
    case .frequency(let period):
      if let given = rate(units[...]) { return number * given.perYear / period.perYear }
    case .work:
      guard units[0] == "hours" || units[0] == "hour" else { break }
      if units.count == 1 { throw .missingUnit(value: text, expected: expected) }
      if let given = rate(units.dropFirst()) { return number * workingWeeks(given) / 12 }
    case .effort: if units == ["hours"] || units == ["hour"] { return number }
    case .duration(let period):
      if units.count == 1, let given = duration(units[0]) {
        return number * length(given, in: period)
      }
    case .elapsed:
      if units.count == 1, let seconds = Self.seconds[units[0]] { return number * seconds }
    }
    throw .wrongUnit(value: text, expected: expected)
  }

  private func example(of quantity: Quantity) -> String {
    quantity.example.replacing("EUR", with: currency)
  }

  /// `per year` as a period.
  private func rate(_ units: ArraySlice<String>) -> Period? {
    guard units.count == 2, units.first == "per", let last = units.last else { return nil }
    return Period(rawValue: last)
  }

  private func duration(_ unit: String) -> Period? {
    Period.allCases.first { $0.rawValue == unit || $0.plural == unit }
  }

  /// Length of each unit of time on the clock.
  static let seconds: [String: Double] = [
    "ms": 0.001, "s": 1, "seconds": 1, "second": 1, "min": 60, "minutes": 60, "minute": 60,
    "h": 3600, "hours": 3600, "hour": 3600,
  ]

  private func percentPeriods(_ units: [String]) -> Double? {
    guard units[0] == "%" else { return nil }
    return units.count == 1 ? 1 : rate(units.dropFirst())?.perYear
  }

  private func checkCurrency(
    _ unit: String, _ expected: String, _ text: String
  ) throws(Problem) {
    guard unit != currency else { return }
    let isCode = unit.utf8.count == 3 && unit.utf8.allSatisfy { (65...90).contains($0) }
    if isCode { throw .wrongCurrency(found: unit, expected: currency) }
    throw unit == "per"
      ? .missingUnit(value: text, expected: expected) : .wrongUnit(value: text, expected: expected)
  }

  private func workingPeriods(_ period: Period) -> Double {
    switch period {
    case .hour: hoursPerDay * daysPerYear
    case .day: daysPerYear
    case .week, .month, .quarter, .year: period.perYear
    }
  }

  /// Hours a week are asked in every week; hours a day on working days only.
  private func workingWeeks(_ period: Period) -> Double {
    period == .day ? daysPerYear : period.perYear
  }

  /// Hours and days of the week are exact; months and years take their mean length.
  private func length(_ given: Period, in target: Period) -> Double {
    switch (given, target) {
    case (.week, .day): 7
    case (.week, .hour): 168
    case (.day, .hour): 24
    case (.hour, .day): 1.0 / 24
    default: target.perYear / given.perYear
    }
  }
}
