import Organization
import Testing

@Suite struct HolidayTableTests {
  private func load(_ yaml: String) throws(DiagnosticError) -> HolidayTable {
    try HolidayTable.load(yaml: Array(yaml.utf8))
  }

  @Test func theShippedTableHasItsCountries() {
    let table = HolidayTable.shipped
    #expect(table.countries == ["DE", "US", "GB", "FR", "NL", "CZ", "GR", "JP", "IN", "SG"])
    for country in table.countries { #expect(table.rows(of: country).count >= 7) }
    #expect(table.rows(of: "XX").isEmpty)
  }

  /// Every list of days has a source, and its days are one a year.
  @Test func listedDaysHaveASource() {
    for row in HolidayTable.shipped.rows {
      guard case .listed(let dates) = row.rule else { continue }
      #expect(row.source != nil, "\(row.country) \(row.id)")
      #expect(Set(dates.map(\.year)).count == dates.count, "\(row.country) \(row.id)")
      #expect(dates.map(\.year) == dates.map(\.year).sorted())
    }
  }

  @Test func usersAddAndReplace() throws {
    let own = try load(
      """
      DE:
        reformation-day: {name: "Reformationstag", kind: fixed, on: 10-31}
        labour-day: {name: "Maifeiertag", kind: fixed, on: 05-01}
      BR:
        carnival: {name: "Carnaval", kind: easter, days: -47}
      """)
    let table = HolidayTable.shipped.merged(with: own)
    #expect(table.rows(of: "BR").map(\.rule) == [.easter(days: -47)])
    #expect(table.rows(of: "DE").count == 10)
    #expect(table.rows(of: "DE").contains { $0.name == "Maifeiertag" })
    #expect(!table.rows(of: "DE").contains { $0.name == "Tag der Arbeit" })
  }

  @Test func everyRuleIsRead() throws {
    let table = try load(
      """
      XX:
        a: {name: A, kind: weekday, weekday: thursday, nth: -1, month: 11, from: 2020}
        b: {name: B, kind: orthodox-easter, days: 1, moves: next-workday}
        c: {name: C, kind: listed, dates: [2026-02-17, 2027-02-06], to: 2030}
        d: {name: D, kind: fixed, on: 02-29}
      """)
    #expect(table.rows.map(\.rule)[0] == .weekday(3, nth: -1, month: 11))
    #expect(table.rows.map(\.rule)[1] == .orthodoxEaster(days: 1))
    #expect(table.rows.map(\.rule)[3] == .fixed(month: 2, day: 29))
    #expect(table.rows.map(\.move)[1] == .nextWorkday)
    #expect(table.rows.map(\.firstYear) == [2020, nil, nil, nil])
    #expect(table.rows.map(\.lastYear) == [nil, nil, 2030, nil])
  }

  @Test(arguments: [
    "XX:\n  a: {name: A, kind: fixed, on: 13-01}",
    "XX:\n  a: {name: A, kind: fixed, on: 02-30}",
    "XX:\n  a: {name: A, kind: listed, dates: [2026-02-29]}",
    "XX:\n  a: {name: A, kind: listed, dates: [tomorrow]}",
    "XX:\n  a: {name: A, kind: easter}",
    "XX:\n  a: {name: A, kind: lunar}",
    "XX:\n  a: {kind: fixed, on: 01-01}",
    "XX:\n  a: {name: A, kind: weekday, weekday: someday, nth: 1, month: 1}",
    "XX:\n  a: {name: A, kind: fixed, on: 01-01, moves: away}",
    "- 1",
  ])
  func whatIsNoTableIsRefused(yaml: String) {
    #expect(throws: DiagnosticError.self) { try load(yaml) }
  }
}
