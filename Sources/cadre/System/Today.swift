import Organization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The time at which the program runs; nothing but the questions of `cadre init` and the ledger may
/// ask for it.
enum Today {
  /// Seconds since 1970-01-01; `SOURCE_DATE_EPOCH` takes the place of the clock.
  static func seconds(_ environment: Environment) -> Int {
    environment.value("SOURCE_DATE_EPOCH").flatMap(Int.init).flatMap {
      latest.contains($0) ? $0 : nil
    } ?? Int(time(nil))
  }

  /// From 1970 to 9999.
  private static let latest = 0...253_402_300_799

  /// The month after this one, in UTC; `SOURCE_DATE_EPOCH` takes the place of the clock.
  static func nextMonth(_ environment: Environment) -> YearMonth {
    var seconds = time_t(seconds(environment))
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil, (70...8_000).contains(parts.tm_year) else {
      return YearMonth(year: 2027, month: 1)
    }
    return YearMonth(year: 1_900 + Int(parts.tm_year), month: Int(parts.tm_mon) + 1) + 1
  }
}
