import Organization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The day on which the program runs; nothing but the questions of `cadre init` may ask for it.
enum Today {
  /// The month after this one, in UTC; `SOURCE_DATE_EPOCH` takes the place of the clock.
  static func nextMonth(_ environment: Environment) -> YearMonth {
    var seconds = environment.value("SOURCE_DATE_EPOCH").flatMap(time_t.init) ?? time(nil)
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil, (70...8_000).contains(parts.tm_year) else {
      return YearMonth(year: 2027, month: 1)
    }
    return YearMonth(year: 1_900 + Int(parts.tm_year), month: Int(parts.tm_mon) + 1) + 1
  }
}
