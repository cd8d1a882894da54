import CadreTestSupport
import Organization
import Testing

@testable import Importing

@Suite struct RosterTextTests {
  private func team(_ id: String, _ people: [ImportedPerson]) -> ImportedTeam {
    var team = ImportedTeam(
      id: id, people: [:], position: SourcePosition(file: "a.csv", line: 2, column: 1))
    for person in people { team.roster.append(person) }
    return team
  }

  @Test func nobodyIsLostBetweenParts() throws {
    let people = (0..<5_000).map { index in
      ImportedPerson(
        level: index % 3 == 0 ? "mid" : "senior",
        start: index % 7 == 0 ? nil : YearMonth(year: 2020, month: 1 + index % 12))
    }
    let roster = RosterText([
      team("web", people), team("idle", []), team("data, \"core\"", Array(people.prefix(4_000))),
    ])
    let parts = Array(roster.parts)
    #expect(parts.count == 3)
    let rows = try CSVDataFiles().roster(
      path: "r.csv", source: MemoryFiles(["r.csv": parts.joined()]))
    #expect(rows.count == 9_000)
    #expect(rows.prefix(5_000).map(\.level) == people.map(\.level))
    #expect(rows.prefix(5_000).map(\.startMonth) == people.map(\.start))
    #expect(Set(rows.dropFirst(5_000).map(\.team)) == ["data, \"core\""])
  }

  @Test func oneOfEachRowSaysHowLongAllAre() throws {
    let people = (0..<5_000).map { index in
      ImportedPerson(level: "mid", start: YearMonth(year: 2020, month: 1 + index % 12))
    }
    let roster = RosterText([team("web", people), team("data", Array(people.prefix(3)))])
    let (text, wholeBytes) = roster.distinct()
    #expect(wholeBytes == roster.parts.joined().utf8.count)
    let rows = try CSVDataFiles().roster(path: "r.csv", source: MemoryFiles(["r.csv": text]))
    #expect(rows.count == 15)
    let whole = try CSVDataFiles().roster(
      path: "r.csv", source: MemoryFiles(["r.csv": roster.parts.joined()]))
    let shape = { (row: RosterRow) in "\(row.team) \(row.level) \(row.startMonth as Any)" }
    #expect(Set(rows.map(shape)) == Set(whole.map(shape)))
  }

  @Test func nobodyIsATableWithAHeader() throws {
    #expect(RosterText([]).parts.joined() == "team,level,start\r\n")
    #expect(RosterText([]).distinct().wholeBytes == 18)
  }
}
