import Foundation
import Testing

@Suite struct OnCallCommandTests {
  /// Three people, a week each, from January to the end of March.
  private static let rota =
    "BEGIN:VCALENDAR\r\nX-WR-CALNAME:shop\r\n"
    + [("Ada Lovelace", "05"), ("Tom Varga", "12"), ("Bo Lund", "19")].map { name, day in
      "BEGIN:VEVENT\r\nUID:\(day)\r\nDTSTART;TZID=Europe/Berlin:202601\(day)T090000\r\n"
        + "DTEND;TZID=Europe/Berlin:202601\(Int(day).map { $0 + 7 } ?? 0)T090000\r\n"
        + "RRULE:FREQ=WEEKLY;INTERVAL=3;COUNT=4\r\nSUMMARY:On Call - \(name) - shop\r\n"
        + "END:VEVENT\r\n"
    }.joined() + "END:VCALENDAR\r\n"

  /// Forty pages, every second day at half past two in the morning in Berlin.
  private static let incidents =
    "{\"incidents\": ["
    + (0..<40).map { number in
      let day = number * 2
      let date = day < 26 ? (1, 6 + day) : day < 54 ? (2, day - 25) : (3, day - 53)
      let month = "0\(date.0)"
      let text = (date.1 < 10 ? "0" : "") + "\(date.1)"
      return
        "{\"id\": \"P\(number)\", \"urgency\": \"high\", \"service\": {\"summary\": \"cart\"}, "
        + "\"teams\": [{\"summary\": \"shop\"}], "
        + "\"created_at\": \"2026-\(month)-\(text)T01:30:00Z\", "
        + "\"resolved_at\": \"2026-\(month)-\(text)T02:15:00Z\"}"
    }.joined(separator: ",\n") + "]}"

  private func binary() throws -> Binary {
    var binary = try Binary()
    binary.environment["SOURCE_DATE_EPOCH"] = "1796083200"
    try binary.folder.write(Self.rota, to: "rota.ics")
    try binary.folder.write(Self.incidents, to: "incidents.json")
    return binary
  }

  @Test func theReportNamesLimitsAndNobody() throws {
    let binary = try binary()
    let words = ["oncall", "incidents.json", "rota.ics"]
    for format in ["text", "markdown", "html", "json", "csv"] {
      let outcome = try binary.run(words + ["--format", format])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(!outcome.output.contains("Lovelace") && !outcome.output.contains("Varga"))
      #expect(outcome.output.contains("cart"))
    }
    let text = try binary.run(words).output
    #expect(text.contains("UK Ministry of Justice"))
    #expect(text.contains("40 pages, 12 shifts, 3 people, 1 team"))
    let document = try binary.run(words + ["--format", "json"]).document
    #expect(document["format"] as? String == "cadre.oncall/1.0")
    let team = try #require((document["teams"] as? [[String: Any]])?.first)
    #expect((team["pages"] as? [String: Any])?["sleep"] as? Int == 40)
    let checks = try #require(team["checks"] as? [[String: Any]])
    let broken = checks.filter { $0["broken"] as? Bool == true }.compactMap {
      $0["limit"] as? String
    }
    #expect(broken.contains("time-on-call") && broken.contains("nights"))
    #expect(!broken.contains("pages-per-shift"))
    #expect(try binary.run(words + ["--exit-code"]).status == 1)
  }

  @Test func daysAndZonesCanBeAskedFor() throws {
    let binary = try binary()
    let words = ["oncall", "incidents.json", "--format", "json"]
    let some = try binary.run(words + ["--since", "2026-02-01", "--until", "2026-02-28"]).document
    #expect((some["summary"] as? [String: Any])?["pages"] as? Int == 14)
    let watched = some["watched"] as? [String: Any]
    #expect(watched?["from"] as? String == "2026-02-01")
    #expect(watched?["through"] as? String == "2026-02-28")
    let far = try binary.run(words + ["--zone", "Asia/Tokyo"]).document
    let windows = try #require(far["windows"] as? [String: [String: Any]])
    #expect((windows["sleep"]?["pages"] as? Int) == 0)
    let none = try binary.run(words + ["--since", "2026-08-01"])
    #expect(none.status == 65)
    let wrong = try binary.run(words + ["--zone", "Europe/Berln"])
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("did you mean 'Europe/Berlin'?"))
    #expect(try binary.run(words + ["--since", "2026-13-01"]).status == 64)
  }

  @Test func whatIsBrokenIsToldWithItsPlace() throws {
    let binary = try binary()
    try binary.folder.write(String(Self.incidents.dropLast(3)), to: "cut.json")
    let refused = try binary.run("oncall", "cut.json", "rota.ics")
    #expect(refused.status == 65)
    #expect(refused.output.isEmpty)
    #expect(refused.errors.contains("cut.json:40:"))
    let went = try binary.run("oncall", "cut.json", "rota.ics", "--skip-broken")
    #expect(went.status == 0)
    #expect(went.output.contains("Not readable (1)"))
    let kind = try binary.run("oncall", "incidents.json", "rota.ics", "--kind", "ical", "--strict")
    #expect(kind.status == 1)
    #expect(kind.output.contains("[C0569]"))
    #expect(try binary.run("oncall", "gone.json").status == 66)
    #expect(try binary.run("oncall", "-", input: .text(Self.incidents)).status == 0)
  }
}
