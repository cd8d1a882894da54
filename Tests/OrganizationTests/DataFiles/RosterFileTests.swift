import Organization
import Testing

@Suite struct RosterFileTests {
  private func read(_ text: String) throws(DiagnosticError) -> [RosterRow] {
    try CSVDataFiles().roster(path: "r.csv", source: DataFileText(text: text))
  }

  @Test func readsPeopleWithoutTheirNames() throws {
    let people = try read(
      "name,team,level,start,site,on-call\nAda,core, senior ,2024-03-15,berlin,no\nBob,core,mid,,,\n"
    )
    #expect(
      people == [
        RosterRow(
          team: "core", level: "senior", startMonth: YearMonth(year: 2024, month: 3),
          site: "berlin", takesPager: false,
          position: SourcePosition(file: "r.csv", line: 2, column: 1)),
        RosterRow(
          team: "core", level: "mid", position: SourcePosition(file: "r.csv", line: 3, column: 1)),
      ])
  }

  @Test func teamAndLevelAreRequired() {
    let error = #expect(throws: DiagnosticError.self) {
      try read("team,level,start,on-call\n,mid,x,maybe\n")
    }
    #expect(error?.diagnostics.compactMap(\.position?.column) == [1, 6, 8])
    #expect(throws: DiagnosticError.self) { try read("team,start\na,2024-01\n") }
  }
}
