import Organization
import Testing

@Suite struct SeriesTableTests {
  private func read(_ text: String) throws(DiagnosticError) -> [NamedSeries] {
    try SeriesTable.read(path: "s.csv", source: DataFileText(text: text))
  }

  @Test func interleavedSeriesKeepTheOrderOfFirstAppearance() throws {
    let series = try read(
      "series,time,value\nb,2026-01,1\na,2026-02,-5\nb,2026-02,2\na,2026-04,7\nb,2026-03,3\n")
    #expect(series.map(\.name) == ["b", "a"])
    #expect(series[0].history.values == [1, 2, 3])
    #expect(series[1].history.values.map { $0.isNaN ? 0 : $0 } == [-5, 0, 7])
    #expect(series[1].history.cadence == .monthly)
    #expect(series[1].history.firstDay == CivilDay.number(year: 2026, month: 2, day: 1))
  }

  @Test func aSeriesOfOneValueTakesTheCadenceOfTheFile() throws {
    let series = try read(
      "series,time,value\na,2026-01-05,1\na,2026-01-12,2\nb,2026-02-02,3\n")
    #expect(series.map(\.history.cadence) == [.weekly, .weekly])
  }

  @Test func problemsNameTheSeriesAndTheLine() {
    let error = #expect(throws: DiagnosticError.self) {
      try read(
        "series,time,value\na,2026-01-02,1\nb,2026-01-01,2\na,2026-01-01,3\nb,2026-01-02,x\n")
    }
    #expect(error?.diagnostics.map(\.position?.line) == [5])
    let second = #expect(throws: DiagnosticError.self) {
      try read("series,time,value\na,2026-01-02,1\nb,2026-01-01,2\na,2026-01-01,3\n")
    }
    #expect(
      second?.diagnostics.first?.problem
        == .unevenSeries(series: "a", reason: "this time comes after a later one"))
  }
}
