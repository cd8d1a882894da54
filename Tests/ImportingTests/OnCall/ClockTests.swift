import Organization
import Testing

@testable import Importing

/// Windows of the day on clocks that are set twice a year.
@Suite struct ClockTests {
  private func window(_ time: String, _ zone: String) throws -> DayWindow {
    try #require(ZoneClock(named: zone)).window(at: OnCallExample.instant(time))
  }

  @Test(arguments: [
    // The last Friday before, and the Monday after clocks went forward in Berlin.
    ("2026-03-27T07:30:00Z", "Europe/Berlin", DayWindow.work),
    ("2026-03-30T06:30:00Z", "Europe/Berlin", .work),
    ("2026-03-27T06:59:00Z", "Europe/Berlin", .sleep),
    ("2026-03-30T05:59:00Z", "Europe/Berlin", .sleep),
    // 22:00 is an hour earlier in UTC while summer time holds.
    ("2026-10-23T20:00:00Z", "Europe/Berlin", .sleep),
    ("2026-10-26T20:00:00Z", "Europe/Berlin", .off),
    ("2026-03-28T12:00:00Z", "Europe/Berlin", .off),
    ("2026-11-22T23:30:00Z", "Asia/Tokyo", .work),
    ("2026-11-22T23:30:00Z", "America/New_York", .off),
  ])
  func windowsFollowTheClock(time: String, zone: String, expected: DayWindow) throws {
    #expect(try window(time, zone) == expected)
  }

  /// RFC 5545, 3.3.5: what never shows is read by the time before, what shows twice is the first.
  @Test func timesThatAreMissingOrDoubleAreRead() throws {
    let berlin = try #require(ZoneClock(named: "Europe/Berlin"))
    func instant(_ text: String) throws -> Instant {
      berlin.instant(ofWall: try #require(CalendarTime(text)).wall)
    }
    #expect(try instant("20260329T023000") == OnCallExample.instant("2026-03-29T01:30:00Z"))
    #expect(try instant("20261025T023000") == OnCallExample.instant("2026-10-25T00:30:00Z"))
    #expect(try instant("20261025T030000") == OnCallExample.instant("2026-10-25T02:00:00Z"))
    #expect(try instant("20260701T120000") == OnCallExample.instant("2026-07-01T10:00:00Z"))
  }

  @Test func aCalendarsOwnZoneIsAClockToo() throws {
    let text = """
      BEGIN:VCALENDAR
      BEGIN:VTIMEZONE
      TZID:Our Office
      BEGIN:STANDARD
      DTSTART:19701025T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:19700329T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
      END:DAYLIGHT
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:a
      DTSTART;TZID=Our Office:20260328T090000
      DTEND;TZID=Our Office:20260329T090000
      RRULE:FREQ=DAILY;COUNT=3
      SUMMARY:@ann
      END:VEVENT
      END:VCALENDAR
      """
    let records = try OnCallExample.records(["rota.ics": text])
    #expect(records.result.findings.isEmpty)
    #expect(
      records.shifts.map(\.start) == [
        OnCallExample.instant("2026-03-28T08:00:00Z"),
        OnCallExample.instant("2026-03-29T07:00:00Z"),
        OnCallExample.instant("2026-03-30T07:00:00Z"),
      ])
    // An end makes the length exact, as RFC 5545, 3.8.5.3 has it: the first one loses an hour.
    #expect(records.shifts.map(\.hours) == [23, 23, 23])
  }
}
