/// The dates of Easter Sunday.
package enum Easter {
  /// The western date, by the anonymous Gregorian computus [Meeus 1991, Astronomical Algorithms 8].
  package static func western(_ year: Int) -> CivilDate {
    let golden = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let leap = century % 4 * 2 + yearOfCentury / 4 * 2 - yearOfCentury % 4
    let weekday = (32 + leap - epact) % 7
    let late = (golden + 11 * epact + 22 * weekday) / 451
    let place = epact + weekday - 7 * late + 114
    return CivilDate(year: year, month: place / 31, day: place % 31 + 1)
  }

  /// The eastern date by the Julian computus, told in the Gregorian calendar [Meeus 1991].
  package static func orthodox(_ year: Int) -> CivilDate {
    let moon = (19 * (year % 19) + 15) % 30
    let weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    let place = moon + weekday + 114
    let julian = CivilDate(year: year, month: place / 31, day: place % 31 + 1)
    // The Julian calendar misses the leap day of three centuries in four.
    let behind = year / 100 - year / 400 - 2
    return CivilDate(dayNumber: julian.dayNumber + behind)
  }
}
