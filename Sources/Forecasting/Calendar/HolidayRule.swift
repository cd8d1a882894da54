/// How a holiday finds its day in a year.
package enum HolidayRule: Hashable, Sendable {
  case fixed(month: Int, day: Int)
  /// Days after western Easter Sunday; negative before it.
  case easter(offset: Int)
  /// Days after Easter Sunday of the eastern churches.
  case orthodoxEaster(offset: Int)
  /// The `nth` such weekday of a month, from 1; counted from the month's end, from −1, if negative.
  case weekday(Weekday, nth: Int, month: Int)
  /// Days that no rule tells, such as those of lunar calendars.
  case listed([CivilDate])

  /// The days in `year`, as days since 1970-01-01; empty where the month has no such day.
  package func dayNumbers(in year: Int) -> [Int] {
    switch self {
    case .fixed(let month, let day):
      let number = CivilDate.monthStart(year: year, month: month) + day - 1
      return CivilDate(dayNumber: number).month == month ? [number] : []
    case .easter(let offset): return [Easter.western(year).dayNumber + offset]
    case .orthodoxEaster(let offset): return [Easter.orthodox(year).dayNumber + offset]
    case .weekday(let weekday, let nth, let month):
      return HolidayRule.nth(nth, weekday, year: year, month: month).map { [$0] } ?? []
    case .listed(let dates): return dates.filter { $0.year == year }.map(\.dayNumber)
    }
  }

  private static func nth(_ nth: Int, _ weekday: Weekday, year: Int, month: Int) -> Int? {
    let first = CivilDate.monthStart(year: year, month: month)
    let next =
      month == 12
      ? CivilDate.monthStart(year: year + 1, month: 1)
      : CivilDate.monthStart(year: year, month: month + 1)
    let days = (first..<next).filter { Weekday(ofDayNumber: $0) == weekday }
    let place = nth > 0 ? nth - 1 : days.count + nth
    return days.indices.contains(place) ? days[place] : nil
  }
}

/// Where a holiday goes that falls on a day off.
package enum Substitution: String, CaseIterable, Sendable {
  case none
  /// From Saturday and Sunday to the next working day that is no holiday itself.
  case nextWorkday = "next-workday"
  /// From Saturday to Friday and from Sunday to Monday.
  case nearestWorkday = "nearest-workday"
  /// From Sunday to the next day that is no holiday itself.
  case sundayToNext = "sunday-to-next"
  /// From Sunday to the Saturday before, which then takes its place.
  case sundayToSaturday = "sunday-to-saturday"
}
