/// One row of `models/holidays.yaml`.
package struct HolidayRow: Hashable, Sendable {
  /// A day of the calendar; it exists.
  package struct Date: Hashable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int
  }

  /// How the holiday finds its day.
  package enum Rule: Hashable, Sendable {
    case fixed(month: Int, day: Int)
    /// Days after western Easter Sunday.
    case easter(days: Int)
    /// Days after Easter Sunday of the eastern churches.
    case orthodoxEaster(days: Int)
    /// The `nth` such weekday of a month; Monday is 0, and `nth` counts from the end if negative.
    case weekday(Int, nth: Int, month: Int)
    case listed([Date])
  }

  /// Where it goes from a day off; the names are those of the file.
  package enum Move: String, CaseIterable, Sendable {
    case none
    case nextWorkday = "next-workday"
    case nearestWorkday = "nearest-workday"
    case sundayToNext = "sunday-to-next"
    case sundayToSaturday = "sunday-to-saturday"
  }

  package var country: String
  package var id: String
  package var name: String
  package var rule: Rule
  package var firstYear: Int?
  package var lastYear: Int?
  package var move: Move
  /// Where listed days come from.
  package var source: String?
}
