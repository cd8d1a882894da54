import CadreTestSupport
import Organization
import Testing

@testable import Importing

@Suite struct RosterImportTests {
  /// 2026-11-21.
  private static let today = CivilDay.number(year: 2026, month: 11, day: 21)

  private func read(
    _ text: String, map: String = "", model: String? = nil
  ) throws -> ImportResult {
    try read(bytes: Array(text.utf8), map: map, model: model)
  }

  private func read(
    bytes: [UInt8], map: String = "", model: String? = nil
  ) throws -> ImportResult {
    let tree = try model.map {
      try ModelDocument(
        path: "m.yaml", source: MemoryFiles(["m.yaml": $0]), dataFiles: CSVDataFiles()
      ).tree
    }
    return RosterImport.read(
      ["people.csv"], from: MemoryFolder(bytes: ["people.csv": bytes]), today: Self.today,
      map: try ImportMap(Array(map.utf8), file: "map.yaml"), model: ModelNames(tree))
  }

  private func reasons(_ result: ImportResult) -> [SkipReason] {
    result.items.compactMap { item in
      guard case .skipped(let reason) = item.outcome else { return nil }
      return reason
    }
  }

  @Test func anExportWithTheUsualHeadersIsUnderstood() throws {
    let result = try read(
      """
      Employee #,First Name,Last Name,Job Title,Department,Division,Location,Supervisor,Hire Date,Termination Date,Employment Status,Standard Hours Per Week
      1042,Ines,Okafor,Senior Backend Engineer,Payments,Engineering,Berlin,Marta Lind,2021-03-15,,Full-Time,40
      1077,Tom,Varga,Backend Engineer,Payments,Engineering,Remote - PL,Ines Okafor,2024-11-04,,Contractor,40
      1078,Ana,Reis,Backend Engineer II,Payments,Engineering,Lisbon,Ines Okafor,2024-11-04,0000-00-00,Full-Time,40
      1079,Bo,Lund,Staff Engineer,Data Platform,Engineering,Oslo,X,2019-01-01,2025-06-30,Terminated,40
      1080,Cy,Moe,Software Engineering Intern,Data Platform,Engineering,Oslo,X,2026-09-01,2026-12-31,Full-Time,40
      1081,Di,Ng,Engineering Manager,Data Platform,Engineering,Oslo,X,2020-02-01,,Full-Time,40
      1082,El,Oz,Wizard,Data Platform,Engineering,Oslo,X,2020-02-01,,Full-Time,40
      1083,Fa,Pi,Developer,Data Platform,Engineering,Oslo,X,2027-01-01,,Full-Time,40
      1084,Gu,Ra,Developer,,Engineering,Oslo,X,2020-01-01,,Full-Time,40
      """)
    #expect(result.teams.map(\.id) == ["Payments", "Data-Platform"])
    #expect(result.teams.map(\.people) == [["senior": 1, "mid": 1], ["junior": 1]])
    #expect(
      result.teams.first?.roster.map(\.start) == [
        YearMonth(year: 2021, month: 3), YearMonth(year: 2024, month: 11),
      ])
    #expect(reasons(result) == [.contractor, .left, .title, .unusable, .notYet, .unusable])
    #expect(
      result.findings.map(\.problem) == [
        .renamed(from: "Data Platform", to: "Data-Platform"),
        .leavesLater(month: YearMonth(year: 2026, month: 12)),
        .unmappedTitle("Wizard", people: 1), .noTeam,
      ])
    #expect(result.findings.map { $0.position?.line } == [6, 6, 8, 10])
    #expect(!"\(result)".contains("Okafor") && !"\(result)".contains("Ines"))
  }

  @Test func europeanExportsAndSpreadsheetsAreRead() throws {
    let text = "\u{feff}Team;Titel;Stelle;Eintrittsdatum\r\nKern;x;Junior Entwickler;31.03.2024\r\n"
    let european = try read(text)
    #expect(
      european.teams.first?.roster == [
        ImportedPerson(level: "junior", start: YearMonth(year: 2024, month: 3))
      ])
    let wide = Array(text.dropFirst().utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let spreadsheet = try read(bytes: [0xff, 0xfe] + wide)
    #expect(spreadsheet.teams == european.teams)
    let serial = try read(
      "team\tlevel\tstart date\nweb\tmid\t45382\nweb\tmid\t2024-04-01T00:00:00\n")
    #expect(serial.teams.first?.roster.map(\.start?.month) == [3, 4])
    #expect(
      serial.assumptions.contains(
        .spreadsheetDays(column: "start date")))
  }

  @Test(arguments: [
    (["03/31/2026", "04/02/2026"], "month", [3, 4]),
    (["31/03/2026", "02/04/2026"], "day", [3, 4]),
    (["03/04/2026", "05/06/2026"], "assumed", [3, 5]),
    (["31-03-2026", "02-04-2026"], "day", [3, 4]),
    (["31.3.26", "1.4.26"], "day", [3, 4]), (["31 Mar 2026", "Apr 2, 2026"], "day", [3, 4]),
    (["31-Mar-26", "20260402"], "day", [3, 4]),
  ])
  func theOrderOfDatesIsFound(cells: [String], how: String, months: [Int]) {
    var column = DateColumn()
    for cell in cells { column.look(at: cell) }
    #expect(cells.map { column.day($0).day.map { CivilDay.date(of: $0).month } } == months)
    #expect(column.isAssumed == (how == "assumed"))
    #expect(!column.isMixed)
  }

  @Test(arguments: ["1e300", "-1e300", "1e19", "nan", "inf", "0x1p80", "80001"])
  func hugeNumbersAreNoDays(cell: String) {
    var column = DateColumn()
    #expect(column.day(cell).day == nil)
    #expect(column.day("80000.5").day == 54_431)
  }

  @Test func datesThatContradictEachOtherAreRefused() throws {
    let result = try read(
      "team,title,start date\nweb,engineer,03/31/2026\nweb,engineer,31/03/2026\n")
    #expect(result.findings.map(\.problem.code) == ["C0555"])
    #expect(result.teams.isEmpty)
    let wrong = try read("team,title,start date\nweb,engineer,2026-02-30\nweb,engineer,soon\n")
    #expect(wrong.findings.map(\.problem.code) == ["C0554", "C0554"])
    #expect(wrong.teams.first?.headcount == 2)
    let told = try read(
      "team,title,start date\nweb,engineer,03/04/2026\n", map: "dates: day-first")
    #expect(told.teams.first?.roster.first?.start == YearMonth(year: 2026, month: 4))
    #expect(!told.assumptions.contains { "\($0)".contains("dateOrder") })
  }

  @Test func whoCameBackCountsOnce() throws {
    let result = try read(
      """
      employee id,team,title,hire date,rehire date,termination date
      1,web,engineer,2015-01-01,,2018-01-01
      1,web,senior engineer,2023-05-01,,
      2,web,engineer,2015-01-01,2024-02-01,2018-01-01
      3,web,engineer,2020-01-01,,
      3,api,engineer,2021-01-01,,
      """)
    #expect(result.teams.map(\.people) == [["senior": 1, "mid": 1], ["mid": 1]])
    #expect(
      result.teams.first?.roster.map(\.start?.description) == ["2023-05", "2024-02"])
    #expect(reasons(result) == [.earlierStay, .earlierStay])
    #expect(result.findings.map(\.problem) == [.twice])
  }

  @Test func columnsTitlesAndTeamsCanBeMapped() throws {
    let result = try read(
      "Cost Centre,Job Family,Squad,Pod\nshop,Wizard,a,b\nshop,Grand Wizard,a,b\n",
      map: """
        columns: {team: Cost Centre, title: Job Family}
        teams: {shop: checkout}
        titles: [{pattern: grand wiz*, level: staff}, {pattern: wizard, level: mid}]
        """)
    #expect(result.teams.map(\.id) == ["checkout"])
    #expect(result.teams.map(\.people) == [["mid": 1, "staff": 1]])
    #expect(result.findings.isEmpty)
    let unclear = try read("squad,pod,title\na,b,engineer\n")
    #expect(unclear.findings.map(\.problem.code) == ["C0552"])
    let none = try read("name\nx\n")
    #expect(none.findings.map(\.problem.code) == ["C0551", "C0551"])
    let gone = try read("team,title\na,b\n", map: "columns: {team: Nope}")
    #expect(gone.broken.map(\.problem.code) == ["C0401"])
  }

  @Test(
    arguments: [
      ("Senior Software Engineer", "senior"), ("Sr. Developer", "senior"), ("Tech Lead", "senior"),
      ("Staff Site Reliability Engineer", "staff"), ("Principal Engineer", "staff"),
      ("Software Engineer III", "senior"), ("Software Engineer II", "mid"),
      ("Software Engineer I", "junior"), ("Jr Engineer", "junior"),
      ("Associate Engineer", "junior"),
      ("Head of Engineering", nil), ("VP, Engineering", nil), ("Senior Engineering Manager", nil),
      ("Softwareentwicklerin", "mid"), ("C++ Developer", "mid"),
    ] as [(String, String?)])
  func titlesAreUnderstood(title: String, level: String?) {
    #expect(
      TitleTable().meaning(of: title) == (level.map { .level($0) } ?? .nobody))
  }

  @Test func aNewModelGetsServicesThatStandForTheRest() throws {
    let text = "team,title,start date\nweb,engineer,2020-01-31\nweb,senior engineer,\n"
    let result = try read(text)
    let making = ModelMaking(result, into: nil, rosterFile: "m-roster.csv")
    let model = try making.newText(start: YearMonth(year: 2027, month: 1))
    let read = try ModelFile.load(
      path: "m.yaml",
      source: MemoryFiles(["m.yaml": model, "m-roster.csv": making.roster.parts.joined()]),
      dataFiles: CSVDataFiles()
    ).organization
    #expect(read.teams.map(\.members.count) == [2])
    #expect(read.teams.first?.members.first?.tenureMonths == 84)
    #expect(read.services.map(\.id) == ["web-service"])
    let merged = try self.read(text, model: "teams: {Web: {people: {mid: 3}}}")
    #expect(merged.services.isEmpty)
    #expect(merged.teams.map(\.id) == ["Web"])
  }
}
