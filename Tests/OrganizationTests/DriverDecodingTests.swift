import CadreTestSupport
import Organization
import Testing

/// What a model says of the histories of its drivers.
@Suite struct DriverDecodingTests {
  /// Daily counts from 2026-01-01 to 2026-04-10.
  private let daily = TrafficHistory(
    cadence: .daily, firstDay: 20_454, values: [Double](repeating: 1, count: 100))

  private func model(_ driver: String, top: String = "") -> String {
    minimal(top).replacing(
      "{growth: 20 %}", with: "{history: {file: orders.csv, column: orders}, \(driver)}")
  }

  private func findings(_ text: String, _ history: TrafficHistory? = nil) -> [Diagnostic] {
    check(text, data: StubDataFiles(series: ["orders.csv": history ?? daily]))
  }

  private func driver(_ text: String, files: [String: String] = [:]) throws -> Driver {
    let source = MemoryFiles(files.merging(["model.yaml": text]) { _, new in new })
    let loaded = try ModelFile.load(
      path: "model.yaml", source: source,
      dataFiles: StubDataFiles(series: ["orders.csv": daily]))
    return try #require(loaded.organization.drivers.first)
  }

  @Test func changesAreDaysWithATreatment() throws {
    let changes = try driver(
      model(
        "changes: {2026-03-14: {from: 2026-03-14, to: 2026-03-17, treat: outage}, "
          + "new: {from: 2026-02-01, treat: level-shift}}, ceiling: 3")
    )
    #expect(
      changes.changes == [
        KnownChange(.outage, days: 20_526...20_529),
        KnownChange(.levelShift, days: 20_485...20_485),
      ])
    #expect(changes.ceiling == 3)
  }

  @Test func daysOutsideTheHistoryAreRefused() {
    for day in ["2025-12-31", "2026-04-11"] {
      let problems = findings(model("changes: {a: {from: \(day), treat: ignore}}")).map(\.problem)
      #expect(
        problems == [
          .outOfRange(value: day, allowed: "days of the history, 2026-01-01 to 2026-04-10")
        ])
    }
    #expect(findings(model("changes: {a: {from: 2026-04-10, treat: ignore}}")).isEmpty)
  }

  @Test func theEndComesAfterTheBeginning() {
    let text = model("changes: {a: {from: 2026-02-02, to: 2026-02-01, treat: ignore}}")
    #expect(
      findings(text).map(\.problem) == [
        .outOfRange(value: "2026-02-01", allowed: "2026-02-02 or later")
      ])
  }

  @Test func holidaysAreThoseOfTheCountriesNamed() throws {
    let holidays = try driver(model("holidays: [US, DE]")).holidays
    #expect(holidays.countries == ["DE", "US"])
    #expect(try driver(model("ceiling: 2")).holidays.rows.isEmpty)
  }

  @Test func aTableOfOnesOwnAddsToTheShipped() throws {
    let table = "AT: {flag: {name: Nationalfeiertag, kind: fixed, on: 10-26}}\n"
    let text = model("holidays: [AT, DE]", top: "holidays: own.yaml")
    let holidays = try driver(text, files: ["own.yaml": table]).holidays
    #expect(Set(holidays.countries) == ["AT", "DE"])
    #expect(holidays.rows(of: "AT").map(\.name) == ["Nationalfeiertag"])
  }

  @Test func countriesNobodyKnowsGetAHint() {
    #expect(
      findings(model("holidays: [DEE]")).map(\.problem) == [
        .unknownReference("DEE", kind: "country with holidays", nearest: "DE")
      ])
  }

  @Test func holidaysNeedDays() {
    let monthly = TrafficHistory(cadence: .monthly, firstDay: 20_454, values: [1, 2, 3])
    let codes = findings(model("holidays: [DE]"), monthly).map(\.problem.code)
    #expect(codes == ["C0113"])
  }

  @Test func scenariosReplaceHolidaysAndRemoveChanges() throws {
    let text = model(
      "holidays: [DE], changes: {a: {from: 2026-02-02, treat: ignore}}",
      top: "scenarios: {x: {drivers: {orders: {holidays: [US], changes: {a: null}}}}}")
    let loaded = try ModelFile.load(
      path: "model.yaml", scenario: "x", source: MemoryFiles(["model.yaml": text]),
      dataFiles: StubDataFiles(series: ["orders.csv": daily]))
    let driver = try #require(loaded.organization.drivers.first)
    #expect(driver.holidays.countries == ["US"] && driver.changes.isEmpty)
  }

  @Test(arguments: [
    (Cadence.hourly, 20_454...20_458), (.daily, 20_454...20_553), (.weekly, 20_454...21_153),
    (.monthly, 20_454...23_495),
  ])
  func historiesKnowTheirDays(cadence: Cadence, days: ClosedRange<Int>) {
    let history = TrafficHistory(
      cadence: cadence, firstDay: 20_454, values: [Double](repeating: 1, count: 100))
    #expect(history.days == days)
  }
}
