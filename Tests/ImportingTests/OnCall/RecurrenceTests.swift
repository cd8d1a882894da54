import DelimitedText
import Organization
import Testing

@testable import Importing

@Suite struct RecurrenceTests {
  private static func walls(_ text: some StringProtocol) throws -> [Int] {
    try text.split(separator: " ").map { try #require(CalendarTime($0)).wall }
  }

  /// Against python-dateutil, by the table that Data/make_recurrence.py writes.
  @Test func rulesGiveTheTimesThatAnotherImplementationGives() throws {
    let table = try DelimitedTable(PackageResources.recurrence_csv)
    #expect(table.rowCount > 300)
    for row in 0..<table.rowCount {
      let text = table.text(row: row, column: 0)
      let rule = try #require(RecurrenceRule(text), "\(text)")
      let start = try #require(try Self.walls(table.text(row: row, column: 1)).first)
      let last = try #require(try Self.walls(table.text(row: row, column: 2)).first)
      let expected = try Self.walls(table.text(row: row, column: 3))
      let found = rule.times(from: start, through: last, limit: 20_000) { wall in
        rule.until.map { wall > $0.wall } ?? false
      }
      #expect(found.walls == expected, "\(text)")
      #expect(!found.isCut)
    }
  }

  @Test(arguments: [
    "FREQ=WEEKLY;BYSETPOS=1", "FREQ=SECONDLY", "FREQ=WEEKLY;INTERVAL=0", "WEEKLY",
    "FREQ=WEEKLY;COUNT=99999999999999999999", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;BYDAY=1MO",
    "FREQ=YEARLY;BYDAY=MO", "FREQ=WEEKLY;UNTIL=soon", "", ";;;", "FREQ=HOURLY;BYDAY=MO",
    "FREQ=MONTHLY;BYMONTHDAY=0",
  ])
  func rulesThatAreNotFollowedAreRefused(text: String) {
    #expect(RecurrenceRule(text) == nil)
  }

  @Test func theFirstCountsWhateverTheRuleSays() throws {
    let rule = try #require(RecurrenceRule("FREQ=WEEKLY;BYDAY=MO;COUNT=3"))
    let start = try #require(CalendarTime("20260106T090000")).wall
    let found = rule.times(from: start, through: start + 10_000_000, limit: 100) { _ in false }
    #expect(
      found.walls == (try Self.walls("20260106T090000 20260112T090000 20260119T090000")))
  }

  @Test func endlessRulesAreBounded() throws {
    let never = try #require(RecurrenceRule("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2"))
    let last = Instant.plausible.upperBound.seconds
    #expect(never.times(from: 0, through: last, limit: 100) { _ in false }.walls == [0])
    let hourly = try #require(RecurrenceRule("FREQ=HOURLY"))
    let cut = hourly.times(from: 0, through: last, limit: 100) { _ in false }
    #expect(cut.walls.count == 100 && cut.isCut)
  }
}
