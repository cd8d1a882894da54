/// A month of the proleptic Gregorian calendar.
package struct CalendarMonth: Equatable {
  /// Months since the start of year 0.
  package let index: Int

  package init(index: Int) { self.index = index }

  /// The month of a day, given as days since 1970-01-01.
  package init(containing day: Int) {
    // Close enough to be at most one month off.
    var month = CalendarMonth(index: 1970 * 12 + Int((Double(day) / 30.436875).rounded(.down)))
    while month.firstDay > day { month = CalendarMonth(index: month.index - 1) }
    while month.firstDay + month.dayCount <= day { month = CalendarMonth(index: month.index + 1) }
    self = month
  }

  package var dayCount: Int { CalendarMonth(index: index + 1).firstDay - firstDay }

  /// Days since 1970-01-01 of the first of the month [Hinnant 2013, days_from_civil].
  package var firstDay: Int {
    // Years start in March here, so that the leap day is the last of its year; the year 0 and
    // what is before are far outside of any traffic.
    let (year, month) = (max(index, 12) / 12, max(index, 12) % 12 + 1)
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }
}
