import Forecasting
package import Organization
import Simulation

/// What came, by quantity, subject and month.
///
/// Whoever knows what came, such as an importer of pages or leavers, hands it in as
/// ``ActualValue``s.
package struct Actuals: Sendable {
  private struct Key: Hashable {
    var quantity: ObservedQuantity
    var subject: String
    var month: YearMonth
  }

  private var values: [Key: [Double]] = [:]

  package var isEmpty: Bool { values.isEmpty }

  package init(_ values: [ActualValue] = []) {
    for value in values { add(value) }
  }

  package mutating func add(_ value: ActualValue) {
    // Who of which team left does not matter: leavers are stated for the whole organisation.
    let subject = value.quantity == .leavers ? "" : value.subject
    let key = Key(quantity: value.quantity, subject: subject, month: value.month)
    values[key, default: []].append(value.value)
  }

  /// Adds the months that the drivers' histories hold in full, also those after the plan's start.
  package mutating func add(trafficOf organization: Organization) {
    for driver in organization.drivers {
      guard let history = driver.history else { continue }
      let monthly = history.monthly(before: Self.never)
      for (offset, mean) in monthly.meanPerDay.enumerated() where mean.isFinite {
        add(
          ActualValue(
            quantity: .traffic, subject: driver.id,
            month: YearMonth(index: monthly.firstMonthIndex + offset), value: mean))
      }
    }
  }

  private static let never = YearMonth(year: 9_999, month: 1)

  /// What came where something was stated, with the month; several of searches, otherwise one at most.
  func values(of stated: StatedInterval) -> [(month: YearMonth, value: Double)] {
    let months = (0..<max(0, stated.months)).map { stated.start + $0 }
    let found = months.map { month in
      values[Key(quantity: stated.quantity, subject: stated.subject, month: month)] ?? []
    }
    switch stated.quantity {
    case .timeToFill:
      return zip(months, found).flatMap { month, values in values.map { (month, $0) } }
    case .traffic:
      // Counted twice is counted once: what is stated is a mean.
      guard let values = found.first, !values.isEmpty else { return [] }
      return [(stated.start, values.reduce(0, +) / Double(values.count))]
    case .leavers, .pages:
      guard !found.isEmpty, found.allSatisfy({ !$0.isEmpty }) else { return [] }
      return [(stated.start, found.joined().reduce(0, +))]
    }
  }
}
