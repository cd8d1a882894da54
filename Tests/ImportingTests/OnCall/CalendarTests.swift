import Organization
import Testing

@testable import Importing

@Suite struct CalendarTests {
  private func calendar(_ events: String) -> String {
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Platform\r\n" + events + "END:VCALENDAR\r\n"
  }

  private func read(_ events: String, map: String = "") throws -> OnCallRecords {
    try OnCallExample.records(["rota.ics": calendar(events)], map: map)
  }

  private static let pagerDuty = """
    BEGIN:VEVENT
    DTEND;VALUE=DATE-TIME:20260309T080000Z
    DTSTART;VALUE=DATE-TIME:20260302T080000Z
    ATTENDEE:robin@example.com
    UID:Q1
    SUMMARY:On Call - Robin
      Vale - Payments
    END:VEVENT

    """

  @Test func aFeedOfPagerDutyIsReadAndItsDuplicatesAreDropped() throws {
    let records = try read(Self.pagerDuty + Self.pagerDuty)
    #expect(records.shifts.map(\.rota) == ["Payments"])
    #expect(records.shifts.map(\.hours) == [168])
    #expect(OnCallExample.codes(records) == ["C0566"])
    #expect(records.result.items.contains { $0.outcome == .skipped(.duplicate) })
    #expect(!"\(records.result)".contains("Vale"))
  }

  @Test(
    arguments: [
      ("web primary shift: Kim Berg", "web", 1, 1), ("web secondary shift: Kim Berg", "web", 2, 1),
      ("[L2] @kim", nil, 2, 1), ("@kim, @lee", nil, nil, 2), ("On-call - Kim", nil, nil, 1),
      ("Kim Berg", nil, nil, 1), ("", nil, nil, 0), ("[L", nil, nil, 1), (" shift: ", nil, nil, 1),
    ] as [(String, String?, Int?, Int)])
  func summariesAreUnderstood(text: String, rota: String?, layer: Int?, people: Int) {
    var event = CalendarEvent(at: SourcePosition(file: "", line: 1, column: 1))
    event.summary = text
    #expect(event.duty.rota == rota)
    #expect(event.duty.layer == layer)
    #expect(event.duty.people.count == people)
  }

  @Test func seriesLeaveOutWhatIsExcludedAndTakeWhatReplaces() throws {
    let records = try read(
      """
      BEGIN:VEVENT
      UID:s
      DTSTART;TZID=Europe/Berlin:20260301T080000
      DTEND;TZID=Europe/Berlin:20260301T200000
      RRULE:FREQ=DAILY;COUNT=5
      EXDATE;TZID=Europe/Berlin:20260302T080000
      SUMMARY:@kim
      END:VEVENT
      BEGIN:VEVENT
      UID:s
      RECURRENCE-ID;TZID=Europe/Berlin:20260304T080000
      DTSTART;TZID=Europe/Berlin:20260304T100000
      DTEND;TZID=Europe/Berlin:20260304T200000
      SUMMARY:@lee
      END:VEVENT
      BEGIN:VEVENT
      UID:t
      STATUS:CANCELLED
      DTSTART:20260401T000000Z
      SUMMARY:@kim
      END:VEVENT

      """)
    #expect(
      records.shifts.map(\.start)
        == [
          "2026-03-01T07:00:00Z", "2026-03-03T07:00:00Z", "2026-03-04T09:00:00Z",
          "2026-03-05T07:00:00Z",
        ].map(OnCallExample.instant))
    #expect(Set(records.shifts.map(\.person)).count == 2)
    #expect(records.result.findings.isEmpty)
  }

  @Test func daysLastFromMidnightToMidnight() throws {
    let records = try read(
      """
      BEGIN:VEVENT
      UID:d
      DTSTART;VALUE=DATE:20260328
      DTEND;VALUE=DATE:20260330
      SUMMARY:@kim
      END:VEVENT

      """, map: "zone: Europe/Berlin")
    #expect(records.shifts.map(\.hours) == [47])
    #expect(records.shifts.first?.start == OnCallExample.instant("2026-03-27T23:00:00Z"))
  }

  @Test func aRotaWithoutAnEndIsFollowedUntilToday() throws {
    let records = try read(
      """
      BEGIN:VEVENT
      UID:d
      DTSTART:20260105T090000Z
      DURATION:P1W
      RRULE:FREQ=WEEKLY
      SUMMARY:@kim
      END:VEVENT

      """)
    #expect(records.shifts.count == 46)
    #expect(records.shifts.allSatisfy { $0.start <= OnCallExample.now })
  }

  @Test func whatCannotBeFollowedIsTold() throws {
    let records = try read(
      """
      BEGIN:VEVENT
      UID:a
      DTSTART;TZID=Europe/Berln:20260301T080000
      DTEND;TZID=Europe/Berln:20260301T200000
      RRULE:FREQ=WEEKLY;BYSETPOS=1
      SUMMARY:@kim
      END:VEVENT
      BEGIN:VEVENT
      UID:b
      DTSTART:20260301T080000Z
      DTEND:20260201T200000Z
      SUMMARY:@kim
      END:VEVENT
      BEGIN:VEVENT
      UID:c
      DTSTART:soon
      SUMMARY:@kim
      END:VEVENT

      """)
    #expect(
      records.result.findings.map { "\($0.problem.code) \($0.position?.line ?? 0)" } == [
        "C0562 4", "C0572 8", "C0565 11", "C0519 17", "C0561 19",
      ])
    #expect(records.result.findings.first?.problem.hint?.contains("Europe/Berlin") == true)
    #expect(records.shifts.count == 1)
  }

  @Test(arguments: [
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "BEGIN:VCALENDAR\nEND:VEVENT\n",
    "BEGIN:VCALENDAR\nnothing\nEND:VCALENDAR\n", "END:VCALENDAR BEGIN:VCALENDAR\n",
    "BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:X\n", count: 100),
  ])
  func whatIsNoCalendarIsRefused(text: String) throws {
    let records = try OnCallExample.records(["rota.ics": text], kind: .ical)
    #expect(records.result.broken.count == 1)
    #expect(records.result.broken.first?.position != nil)
  }
}
