import CadreTestSupport
import Organization
import Testing

@testable import Importing

@Suite struct TableImportTests {
  private func read(
    _ text: String, _ wishes: TableImport.Wishes = .init(), map: String = ""
  ) throws -> ImportResult {
    TableImport.read(
      ["t.csv"], from: MemoryFolder(["t.csv": text]), wishes,
      map: try ImportMap(Array(map.utf8), file: "map.yaml"))
  }

  /// Rows from a day on, a number of steps apart.
  private func rows(
    from day: Int, count: Int, stepDays: Int = 1, _ write: (_ date: String, Int) -> String
  ) -> String {
    (0..<count).map { index in
      let date = CivilDay.date(of: day + index * stepDays)
      let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
      return write("\(date.year)-\(two(date.month))-\(two(date.day))", index)
    }.joined(separator: "\n")
  }

  private static let january = CivilDay.number(year: 2026, month: 1, day: 1)

  @Test func daysAreSummedAndPartialMonthsDropped() throws {
    let text =
      "Date;Orders;Note\n"
      + rows(from: Self.january - 5, count: 5 + 59 + 3) { date, _ in "\(date);10;x" }
    let result = try read("\u{feff}" + text)
    #expect(result.drivers.map(\.id) == ["Orders"])
    #expect(result.drivers.first?.first == YearMonth(year: 2026, month: 1))
    #expect(result.drivers.first?.values.map { ($0 ?? 0).rounded() } == [310, 280])
    #expect(
      result.findings.map(\.problem)
        == [
          .renamed(from: "Orders", to: "Orders"),
          .thinMonths([YearMonth(year: 2025, month: 12), YearMonth(year: 2026, month: 3)]),
        ].filter { $0 != .renamed(from: "Orders", to: "Orders") })
    #expect(result.items.contains { $0.outcome == .skipped(.noNumbers) && $0.name == "Note" })
  }

  @Test(arguments: [
    ("hourly", TrafficMeasure.count, [744.0, 672]), ("hourly", .rate, [2_678_400, 2_419_200]),
    ("hourly", .gauge, [31, 28]), ("monthly", .count, [1, 1]), ("monthly", .gauge, [31, 28]),
    ("monthly", .rate, [2_678_400, 2_419_200]), ("epoch", .count, [744, 672]),
  ])
  func rowsOfEveryStepBecomeMonths(
    step: String, measure: TrafficMeasure, wanted: [Double]
  ) throws {
    var wishes = TableImport.Wishes()
    wishes.measure = measure
    let hours = (0..<59 * 24).map { hour in
      let date = CivilDay.date(of: Self.january + hour / 24)
      let clock = hour % 24 < 10 ? "0\(hour % 24)" : "\(hour % 24)"
      return step == "epoch"
        ? "\(Self.january * 86_400 + hour * 3_600),1"
        : "\(date.month)/\(date.day)/2026 \(clock):00,1"
    }
    let text =
      "time,x\n"
      + (step == "monthly" ? "2026-01,1\n2026-02,1\n" : hours.joined(separator: "\n"))
    let values = try read(text, wishes).drivers.first?.values ?? []
    #expect(values.count == 2)
    #expect(zip(values, wanted).allSatisfy { abs(($0 ?? 0) / $1 - 1) < 1e-9 })
  }

  @Test func monthsBefore1970AreReadAsTheyWereWritten() throws {
    let driver = ImportedDriver(
      id: "x", measure: .count, first: YearMonth(year: 1955, month: 6), values: [1, 2], origin: "x")
    let (text, _) = try TrafficTable.text([driver])
    #expect(try TrafficTable.text([driver], keeping: Array(text.utf8)).text == text)
  }

  private func column(_ cells: [String]) -> NumberColumn {
    var column = NumberColumn()
    for cell in cells { column.look(at: cell) }
    return column
  }

  @Test func numbersAreReadAsTheirColumnProves() {
    #expect(column(["1,234", "1,234,567"]).value("1,234") == 1_234)
    #expect(column(["1,234.5", "7"]).value("1,234.5") == 1_234.5)
    #expect(column(["1,5", "1.234,75"]).value("1.234,75") == 1_234.75)
    #expect(column(["1,234", "5"]).value("1,234") == nil)
    #expect(column(["1,5", "1,234,567"]).value("1,5") == nil)
    #expect(column(["5"]).value(" 5 ") == 5)
    #expect(column(["x"]).value("x") == nil)
  }

  @Test func linesOfRemarksAndTotalsAreNoRows() throws {
    let text =
      "# -----\n# Start date: 20260101\nDate,Views\n"
      + rows(from: Self.january, count: 31) { date, _ in
        "\(date.filter { $0 != "-" }),\"1,000\""
      } + "\n20260201,\"1,000,000\"\nTotal,\"1,031,000\"\n"
    let result = try read(text)
    #expect(result.drivers.first?.values == [31_000])
    #expect(result.findings.map(\.problem.code).contains("C0554"))
    #expect(result.findings.first { $0.problem.code == "C0554" }?.position?.line == 36)
  }

  @Test func datesThatContradictEachOtherGiveNothing() throws {
    let result = try read("date,x\n01/31/2026,1\n31/01/2026,1\n")
    #expect(result.drivers.isEmpty)
    #expect(result.findings.map(\.problem.code) == ["C0555"])
  }

  @Test(arguments: [
    "", "date,x\n", "date\n2026-01-01\n", "date,x\nnever,1\n", "date,x\n2026-01-01,1\n",
    "date,x\n2026-01-01,1\n2026-01-01,2\n", "date,x\n2026-01-01,-1\n2026-01-02,-1\n",
    "date,x\n2026-01-01,1e400\n2026-01-02,1\n", "date,x\n2026-01-01,1\n3026-01-02,1\n",
    "date,x\n9999999999999,1\n0000000000000,1\n", "=cmd(),<b>\n2026-01,1\n",
    "date,x,x\n2026-01,1,2\n2026-02,1,2\n", "date,\u{1b}[31m\n2026-01,1\n2026-02,1\n",
    "date,../../x\n2026-01,1e308\n2026-02,1e308\n", "month,month\n2026-01,1\n2026-02,1\n",
    "date,-\n2026-01,1\n2026-02,1\n", "date,-x\n2026-01,1\n2026-02,1\n", "\"date",
    "a\u{0}b,c\n1,2\n",
    "date,x\n2026-01-01T99:99,1\n2026-01-02T1:,1\n",
  ])
  func oddTablesMakeSoundModels(text: String) throws {
    for measure in TrafficMeasure.allCases {
      var wishes = TableImport.Wishes()
      wishes.measure = measure
      let result = try read(text, wishes)
      let making = ModelMaking(result, into: nil, trafficFile: "t.csv")
      guard !result.drivers.isEmpty else { continue }
      let model = try making.newText(start: YearMonth(year: 2026, month: 6))
      let read = try ModelFile.load(
        path: "m.yaml",
        source: MemoryFiles(["m.yaml": model, "t.csv": try TrafficTable.text(result.drivers).text]),
        dataFiles: CSVDataFiles())
      #expect(read.organization.drivers.count == result.drivers.count)
    }
  }

  private func views(_ items: [String]) -> String {
    "{\"items\":[\(items.joined(separator: ","))]}"
  }

  private func item(_ time: String, _ views: String, article: String? = "Python") -> String {
    let name = article.map { "\"article\":\"\($0)\"," } ?? ""
    return
      "{\"project\":\"en.wikipedia\",\(name)\"granularity\":\"daily\",\"timestamp\":\"\(time)\","
      + "\"access\":\"all-access\",\"agent\":\"user\",\"views\":\(views)}"
  }

  @Test func pageViewsBecomeDrivers() throws {
    let days = (1...31).map { item("202601\($0 < 10 ? "0" : "")\($0)00", "100") }
    let months = ["2026010100", "2026020100"].map { item($0, "3100", article: nil) }
    let folder = MemoryFolder([
      "d.json": views(days), "m.json": views(months), "t.csv": "Date,Rust\n2026-01,5\n2026-02,6\n",
    ])
    let result = TableImport.readPageViews(["d.json", "m.json", "t.csv"], from: folder)
    #expect(result.drivers.map(\.id) == ["Python", "en.wikipedia", "Rust"])
    #expect(
      result.drivers.map { $0.values.map { ($0 ?? 0).rounded() } } == [
        [3_100], [3_100, 3_100], [5, 6],
      ])
    #expect(result.broken.isEmpty)
  }

  @Test(arguments: [
    "{\"items\":[{\"views\":1}", "{}", "{\"items\":1}", "{\"items\":[{\"timestamp\":\"soon\"}]}",
    "{\"items\":[{\"timestamp\":\"2026019900\",\"views\":1}]}",
    "{\"items\":[{\"timestamp\":\"2026010100\",\"views\":\"many\"}]}",
  ])
  func whatAreNoPageViewsIsRefused(text: String) {
    let result = TableImport.readPageViews(["v.json"], from: MemoryFolder(["v.json": text]))
    #expect(result.broken.count == 1)
    #expect(result.drivers.isEmpty)
  }
}
