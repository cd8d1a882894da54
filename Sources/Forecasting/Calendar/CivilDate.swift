/// A day of the proleptic Gregorian calendar.
package struct CivilDate: Hashable, Sendable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  package let day: Int

  /// - Precondition: the date exists.
  package init(year: Int, month: Int, day: Int) {
    precondition((1...12).contains(month), "a month is from 1 to 12, got \(month)")
    precondition((1...31).contains(day), "a day is from 1 to 31, got \(day)")
    (self.year, self.month, self.day) = (year, month, day)
    precondition(CivilDate(dayNumber: dayNumber).month == month, "no such day in this month")
  }

  /// The date of a day number, days since 1970-01-01 [Hinnant 2013, civil_from_days].
  package init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let leapDays = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leapDays) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01.
  package var dayNumber: Int { CivilDate.monthStart(year: year, month: month) + day - 1 }

  package var weekday: Weekday { Weekday(ofDayNumber: dayNumber) }

  /// Days since 1970-01-01 of the first of a month [Hinnant 2013, days_from_civil].
  static func monthStart(year: Int, month: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    // Years start in March here, so that the leap day is the last of its year.
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

/// A day of the week; the week starts on Monday.
package enum Weekday: Int, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// - Parameter number: days since 1970-01-01, which was a Thursday.
  package init(ofDayNumber number: Int) {
    let place = ((number + 3) % 7 + 7) % 7
    self = Weekday.allCases[place]
  }

  package var isWeekend: Bool { self == .saturday || self == .sunday }
}
