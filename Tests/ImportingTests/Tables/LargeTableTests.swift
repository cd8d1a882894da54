import CadreTestSupport
import Organization
import Testing

@testable import Importing

/// Tables larger than memory are read in parts, and give the same as if they were read at once.
@Suite struct LargeTableTests {
  private static let traffic = """
    # visits
    Day,"a ""b\""",c
    01/30/2026,"1,234.5",1
    01/31/2026 12:00,7,
    2026-02-01T00:30:00Z,8,-1
    Total,"3,000",2
    2026-02-02 00:00,x,5

    """
  private static let roster = """
    Employee #,Team,Job Title,Hire Date,Termination Date\r
    1,"shop ""a\r
    b\""",Engineer,03/31/2024,\r
    2,Büro,Senior SRE,31.03.2024,\r
    2,Büro,SRE,31.03.2020,31.03.2022\r
    3,,Cook,2024-99-99,

    """

  private func folder(_ bytes: [UInt8], partSize: Int?) -> MemoryFolder {
    var folder = MemoryFolder(bytes: ["t.csv": bytes])
    folder.partSize = partSize
    return folder
  }

  private func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    ("\u{feff}" + text).utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xff))
      return isLittle ? [low, high] : [high, low]
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func trafficReadInPartsIsTheSame(partSize: Int) {
    for bytes in [Array(Self.traffic.utf8), utf16(Self.traffic, isLittle: true)] {
      let whole = TableImport.read(["t.csv"], from: folder(bytes, partSize: nil))
      let parts = TableImport.read(["t.csv"], from: folder(bytes, partSize: partSize))
      #expect(whole.items.count == 2)
      #expect(parts.drivers == whole.drivers)
      #expect(parts.findings == whole.findings)
      #expect(parts.items == whole.items)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func rostersReadInPartsAreTheSame(partSize: Int) {
    for bytes in [Array(Self.roster.utf8), utf16(Self.roster, isLittle: false)] {
      let whole = RosterImport.read(["t.csv"], from: folder(bytes, partSize: nil), today: 20_000)
      let parts = RosterImport.read(
        ["t.csv"], from: folder(bytes, partSize: partSize), today: 20_000)
      #expect(whole.broken.isEmpty)
      #expect(whole.teams.map(\.headcount) == [1, 1])
      #expect(parts.teams == whole.teams)
      #expect(parts.findings == whole.findings)
      #expect(parts.items == whole.items)
    }
  }

  @Test func pairsOfSurrogatesMayBeCut() {
    let bytes = utf16("a🙂b\u{10ffff}", isLittle: true)
    for cut in bytes.indices {
      var parts = UnicodeParts()
      let text =
        parts.utf8(of: Array(bytes[..<cut])) + parts.utf8(of: Array(bytes[cut...])) + parts.rest()
      #expect(String(decoding: text, as: UTF8.self) == "a🙂b\u{10ffff}")
    }
  }

  // MARK: More points than are held

  private static let hours =
    "time,n,m\n"
    + (0..<24 * 59).map { hour in
      let day = hour / 24
      let date =
        day < 31
        ? "2026-01-\(day < 9 ? "0" : "")\(day + 1)" : "2026-02-\(day < 40 ? "0" : "")\(day - 30)"
      return "\(date)T\(hour % 24 < 10 ? "0" : "")\(hour % 24):00:00Z,\(hour),\(hour % 7)\n"
    }.joined()

  private func result(
    _ text: String, mostHeld: Int
  ) throws(DiagnosticError) -> ImportResult {
    var columns = TableColumns(
      .csv, measure: .count, model: ModelNames(), mostHeld: mostHeld)
    let file = TableFile(
      path: "t.csv", source: folder(Array(text.utf8), partSize: 1_000), hasRemarks: true)
    try columns.add(TrafficRows(file, map: ImportMap()), wanted: [])
    return columns.finish()
  }

  @Test func pointsThatAreNotHeldGiveTheSameMonths() throws {
    let held = try result(Self.hours, mostHeld: 1_000_000)
    let unheld = try result(Self.hours, mostHeld: 100)
    #expect(held.drivers.map(\.values.count) == [2, 2])
    #expect(held.drivers.first?.values.first == Double(744 * 743 / 2))
    #expect(unheld.drivers == held.drivers)
    #expect(unheld.findings == held.findings)
  }

  @Test func rowsOutOfOrderAreSortedWhereTheyAreHeldAndRefusedElsewhere() throws {
    let lines = Self.hours.split(separator: "\n").map(String.init)
    let mixed = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    #expect(
      try result(mixed, mostHeld: 1_000_000).drivers.map(\.values)
        == result(Self.hours, mostHeld: 1_000_000).drivers.map(\.values))
    let refused = try result(mixed, mostHeld: 100)
    #expect(refused.drivers.isEmpty)
    #expect(
      refused.findings.first?.problem == .noDriver(.unordered(rows: 2 * 24 * 59)))
  }

  // MARK: Many people

  @Test func manyPeopleAreCountedWhereTheyCannotBeListed() {
    let rows = RosterPeople.mostItems + 2_000
    let text =
      "id,team,title,start,end\n"
      + (0..<rows).map { row in
        "\(row),t\(row % 2),Engineer,2020-01-01,\(row % 4 == 0 ? "2021-01-01" : "")\n"
      }.joined()
    let result = RosterImport.read(
      ["t.csv"], from: folder(Array(text.utf8), partSize: 10_000), today: 20_000)
    #expect(result.items.reduce(0) { $0 + $1.count } == rows)
    #expect(result.items.count == RosterPeople.mostItems + 3)
    #expect(result.teams.reduce(0) { $0 + $1.headcount } == rows * 3 / 4)
    #expect(result.teams.reduce(0) { $0 + $1.roster.count } == rows * 3 / 4)
  }

  @Test func findingsOfManyRowsAreToldTogether() {
    let text = "team,title,start\n" + String(repeating: "a,Engineer,soon\n", count: 1_500)
    let result = RosterImport.read(
      ["t.csv"], from: folder(Array(text.utf8), partSize: nil), today: 20_000)
    let bad = result.findings.filter { $0.problem.code == "C0554" }
    #expect(bad.count == 1_001)
    #expect(bad.last?.problem == .alike(.badDate(column: "start"), count: 500))
    #expect(bad.last?.position?.line == 1_002)
  }

  @Test(arguments: [
    "2026-01-31", "2026-01-31T12:30", "2026-01-31 12:30:15.25+01:00", "2026-01-31T23:59:60Z",
    "2026-02-30", "2026-01-31T24:00", "2026-01-31T12:30pm", "2026-1-31", "31.01.2026", "",
    "2026-01-31T12:3", "2026-01-31T12:30:5", "1899-12-31", "2026-01-31x", "2026-01-31 12:30-05:00",
  ])
  func plainTimesAreThoseOfOtherReaders(text: String) {
    guard let plain = RowTime.plain(Array(text.utf8)[...]) else { return }
    var dates = DateColumn()
    let clock = RowTime.clock(behindDayOf: text) ?? 0
    #expect(RowTime.seconds(text) == nil)
    #expect(dates.day(String(text.prefix(10))).day.map { Double($0 * 86_400) + clock } == plain)
  }
}
