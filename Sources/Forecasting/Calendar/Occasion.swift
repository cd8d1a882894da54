/// Days that share one effect on traffic: a holiday over the years, the day before it, a campaign.
package struct Occasion: Hashable, Sendable {
  package var name: String
  /// Days since 1970-01-01, past and future.
  package var days: Set<Int>
  /// What traffic is multiplied with, where somebody knows; `nil` to learn it from the past.
  package var knownFactor: Double?

  /// - Precondition: `knownFactor` is above 0.
  package init(name: String, days: Set<Int>, knownFactor: Double? = nil) {
    precondition(knownFactor.map { $0 > 0 } ?? true, "a factor on traffic is above 0")
    self.name = name
    self.days = days
    self.knownFactor = knownFactor
  }
}

extension HolidayCalendar {
  /// One occasion for each holiday, for the days around it, and for its substitutes.
  ///
  /// - Parameters:
  ///   - range: days since 1970-01-01, the past and the horizon.
  ///   - around: days before and after a holiday that have an effect of their own.
  /// - Returns: those that have a day in `range`.
  package func occasions(
    in range: ClosedRange<Int>, around: ClosedRange<Int> = -1...1
  ) -> [Occasion] {
    var days: [String: Set<Int>] = [:]
    var names: [String] = []
    let wider = range.lowerBound - around.upperBound...range.upperBound - around.lowerBound
    for holiday in self.days(in: wider) {
      for shift in around where range.contains(holiday.dayNumber + shift) {
        if holiday.isSubstitute && shift != 0 { continue }
        let name = HolidayCalendar.name(of: holiday, shift: shift)
        if days[name] == nil { names.append(name) }
        days[name, default: []].insert(holiday.dayNumber + shift)
      }
    }
    return names.map { Occasion(name: $0, days: days[$0] ?? []) }
  }

  private static func name(of holiday: HolidayDay, shift: Int) -> String {
    if holiday.isSubstitute { return "\(holiday.name), substitute" }
    if shift == 0 { return holiday.name }
    let days = abs(shift) == 1 ? "day" : "\(abs(shift)) days"
    return "\(days) \(shift > 0 ? "after" : "before") \(holiday.name)"
  }
}
