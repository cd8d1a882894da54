/// A holiday of one country.
package struct Holiday: Hashable, Sendable {
  package var name: String
  package var rule: HolidayRule
  /// First year it is kept; `nil` for as long as there is traffic to look at.
  package var firstYear: Int?
  package var lastYear: Int?
  package var substitution: Substitution

  package init(
    name: String, rule: HolidayRule, firstYear: Int? = nil, lastYear: Int? = nil,
    substitution: Substitution = .none
  ) {
    self.name = name
    self.rule = rule
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.substitution = substitution
  }

  func isKept(in year: Int) -> Bool {
    (firstYear.map { $0 <= year } ?? true) && (lastYear.map { year <= $0 } ?? true)
  }

  /// The last year whose day is known; `nil` if a rule tells every year's.
  package var knownThrough: Int? {
    guard case .listed(let dates) = rule, lastYear == nil else { return nil }
    return dates.map(\.year).max()
  }
}

/// A day on which a holiday is kept.
package struct HolidayDay: Hashable, Sendable {
  package var name: String
  /// Days since 1970-01-01.
  package var dayNumber: Int
  /// True if the holiday itself falls on another day, a day off.
  package var isSubstitute: Bool
}

/// The holidays of a country or of several.
package struct HolidayCalendar: Hashable, Sendable {
  package var holidays: [Holiday]

  package init(_ holidays: [Holiday]) { self.holidays = holidays }

  /// The days from `range`, earliest first; substitutes come beside the days they stand for.
  package func days(in range: ClosedRange<Int>) -> [HolidayDay] {
    let first = CivilDate(dayNumber: range.lowerBound).year
    let last = CivilDate(dayNumber: range.upperBound).year
    // A substitute may fall into the year after or before its holiday.
    return (first - 1...last + 1).flatMap(days(ofYear:))
      .filter { range.contains($0.dayNumber) }
      .sorted { ($0.dayNumber, $0.name) < ($1.dayNumber, $1.name) }
  }

  /// The holidays whose days are listed only up to a year before `year`.
  package func unknown(in year: Int) -> [Holiday] {
    holidays.filter { $0.knownThrough.map { $0 < year } ?? false }
  }

  private func days(ofYear year: Int) -> [HolidayDay] {
    var found: [(day: HolidayDay, substitution: Substitution)] = []
    for holiday in holidays where holiday.isKept(in: year) {
      for number in holiday.rule.dayNumbers(in: year) {
        let day = HolidayDay(name: holiday.name, dayNumber: number, isSubstitute: false)
        found.append((day, holiday.substitution))
      }
    }
    found.sort { $0.day.dayNumber < $1.day.dayNumber }
    var taken = Set(found.map(\.day.dayNumber))
    var result: [HolidayDay] = []
    for (day, substitution) in found {
      let moved = HolidayCalendar.substitute(for: day.dayNumber, by: substitution, taken: taken)
      guard let moved else {
        result.append(day)
        continue
      }
      taken.insert(moved)
      if substitution == .sundayToSaturday {
        result.append(HolidayDay(name: day.name, dayNumber: moved, isSubstitute: false))
      } else {
        result.append(day)
        result.append(HolidayDay(name: day.name, dayNumber: moved, isSubstitute: true))
      }
    }
    return result
  }

  private static func substitute(
    for number: Int, by substitution: Substitution, taken: Set<Int>
  ) -> Int? {
    let weekday = Weekday(ofDayNumber: number)
    switch substitution {
    case .none: return nil
    case .nextWorkday:
      guard weekday.isWeekend else { return nil }
      return nextFree(after: number) { taken.contains($0) || Weekday(ofDayNumber: $0).isWeekend }
    case .nearestWorkday:
      guard weekday.isWeekend else { return nil }
      return weekday == .saturday ? number - 1 : number + 1
    case .sundayToNext:
      guard weekday == .sunday else { return nil }
      return nextFree(after: number) { taken.contains($0) }
    case .sundayToSaturday:
      return weekday == .sunday ? number - 1 : nil
    }
  }

  private static func nextFree(after number: Int, unless isTaken: (Int) -> Bool) -> Int {
    var next = number + 1
    while isTaken(next) { next += 1 }
    return next
  }
}
