import Organization
import Testing

@Suite struct TrafficHistoryFileTests {
  private func read(
    _ text: String, column: String? = nil, time: String? = nil
  ) throws(DiagnosticError) -> TrafficHistory {
    try CSVDataFiles().history(
      path: "h.csv", column: column, timeColumn: time, source: DataFileText(text: text))
  }

  private func problems(_ text: String, column: String? = nil) -> [Diagnostic] {
    do {
      _ = try read(text, column: column)
      return []
    } catch {
      return error.diagnostics
    }
  }

  private func faults(_ text: String) -> [(String, Int, Int)] {
    problems(text).map { ($0.problem.code, $0.position?.line ?? 0, $0.position?.column ?? 0) }
  }

  @Test(arguments: [
    ("2026-01-05,1\n2026-01-06,2\n2026-01-07,3\n", Cadence.daily, 20_458, 0),
    ("2026-01-05,1\n2026-01-12,2\n2026-01-19,3\n", .weekly, 20_458, 0),
    ("2026-01,1\n2026-02,2\n2026-03,3\n", .monthly, 20_454, 0),
    ("2026-01-31,1\n2026-02-28,2\n2026-03-31,3\n", .monthly, 20_454, 0),
    ("2026-01-05T22:00Z,1\n2026-01-05T23:00Z,2\n2026-01-06T00:00Z,3\n", .hourly, 20_458, 22),
    (
      "2026-01-05T01:00:00+02:00,1\n2026-01-05 02:00:00.5+0200,2\n2026-01-05T03:00+02,3\n",
      .hourly, 20_457, 23
    ),
    (
      "2026-03-28T00:00+01:00,1\n2026-03-29T00:00+01:00,2\n2026-03-30T00:00+02:00,3\n", .daily,
      20_540, 0
    ),
  ])
  func readsTheCadenceOff(text: String, cadence: Cadence, day: Int, hour: Int) throws {
    let history = try read("t,n\n" + text)
    #expect(
      history
        == TrafficHistory(cadence: cadence, firstDay: day, firstHour: hour, values: [1, 2, 3]))
  }

  @Test func gapsAndEmptyCellsAreNotNumbers() throws {
    let history = try read("t,n\n2026-01-01,1\n2026-01-02,\n2026-01-04,4\n2026-01-05,5\n")
    #expect(history.values.map { $0.isNaN ? -1 : $0 } == [1, -1, -1, 4, 5])
  }

  @Test func picksTheColumnsAskedFor() throws {
    let text = "orders;when;views\n1;2026-01-01;10\n2;2026-01-02;20\n"
    #expect(try read(text, column: "views", time: "when").values == [10, 20])
    #expect(problems("t,a,b\n2026-01-01,1,2\n")[0].problem == .unclearColumn(found: ["a", "b"]))
    #expect(
      problems("t,a\n2026-01-01,1\n", column: "b")[0].problem
        == .missingColumn("b", found: ["t", "a"]))
  }

  @Test func reportsEveryBadCellWithItsPlace() {
    let found = faults("t,n\n2026-01-01,x\n2026-02-30,3\n2026-01-03,-1\n")
    #expect(found.map(\.0) == ["C0402", "C0402", "C0402"])
    #expect(found.map(\.1) == [2, 3, 4])
    #expect(found.map(\.2) == [12, 1, 12])
  }

  @Test func atMostTwentyProblemsAreReported() {
    #expect(problems("t,n\n" + String(repeating: "x,y\n", count: 50)).count == 20)
  }

  @Test(arguments: [
    ("2026-01-01,1\n2026-01-03,2\n2026-01-02,3\n", 4),
    ("2026-01-01,1\n2026-01-02,2\n2026-01-02,3\n", 4),
    ("2026-01,1\n2026-02-01,2\n", 3),
    ("2026-01-01,1\n2026-01-03,2\n2026-01-05,3\n", 2),
    ("2026-01-01T00:00,1\n2026-01-01T00:15,2\n", 2),
    ("2026-01-01T00:00,1\n2026-01-01T01:00,2\n9999-12-31T00:00,3\n", 4),
    ("0001-01,1\n2026-01,2\n2026-02,3\n", 4),
  ])
  func unevenTimesAreErrors(text: String, line: Int) {
    let found = faults("t,n\n" + text)
    #expect(found.map(\.0) == ["C0403"])
    #expect(found.first?.1 == line)
  }

  @Test func monthlyValuesInADailyFileAreErrors() {
    var text = "t,n\n"
    for month in 1...6 { text += "2025-0\(month)-01,1\n" }
    for day in 2...9 { text += "2025-06-0\(day),1\n" }
    #expect(faults(text).map(\.0) == ["C0403"])
  }

  @Test func daysInAnHourlyFileAreErrors() {
    var text = "t,n\n"
    for day in 1...6 { text += "2026-01-0\(day)T00:00,1\n" }
    for hour in 1...9 { text += "2026-01-06T0\(hour):00,1\n" }
    let found = faults(text)
    #expect(found.map(\.0) == ["C0403"])
    #expect(found.first?.1 == 3)
  }

  @Test(arguments: ["2026-01-01,nan", "2026-01-01,inf", "2026-01-01,1e999", "2026-01-01,-0.5"])
  func whatIsNoCountIsAnError(row: String) {
    #expect(faults("t,n\n\(row)\n").map { "\($0.0) \($0.1) \($0.2)" } == ["C0402 2 12"])
  }

  @Test(arguments: ["", "t,n\n"])
  func emptyFilesAreErrors(text: String) {
    #expect(faults(text).map(\.0) == ["C0404"])
  }

  @Test func theShapeOfTheTableIsCheckedFirst() {
    let found = faults("t,n\n2026-01-01,1,2\n2026-01-02\n2026-01-03,\"1\n")
    #expect(found.map(\.0) == ["C0407", "C0407", "C0405"])
  }
}
