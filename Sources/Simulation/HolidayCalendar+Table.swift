package import Forecasting
package import Organization

extension HolidayCalendar {
  /// The calendar of some countries, in the order of the table; unknown codes add nothing.
  ///
  /// Holidays of the same name in several countries are told apart by the country's code.
  package init(_ table: HolidayTable, countries: [String]) {
    let names = countries.count > 1
    self.init(
      countries.flatMap { country in
        table.rows(of: country).map { row in
          Holiday(
            name: names ? "\(row.name) (\(country))" : row.name, rule: HolidayRule(row.rule),
            firstYear: row.firstYear, lastYear: row.lastYear,
            substitution: Substitution(rawValue: row.move.rawValue) ?? .none)
        }
      })
  }
}

extension HolidayRule {
  fileprivate init(_ rule: HolidayRow.Rule) {
    switch rule {
    case .fixed(let month, let day): self = .fixed(month: month, day: day)
    case .easter(let days): self = .easter(offset: days)
    case .orthodoxEaster(let days): self = .orthodoxEaster(offset: days)
    case .weekday(let weekday, let nth, let month):
      self = .weekday(Weekday.allCases[weekday % 7], nth: nth, month: month)
    case .listed(let dates):
      self = .listed(dates.map { CivilDate(year: $0.year, month: $0.month, day: $0.day) })
    }
  }
}
