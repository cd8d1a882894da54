import Foundation
import Testing

@Suite struct RunsCommandTests {
  private let forecast = ["forecast", Shipped.model("small"), "--record"]

  /// A folder with two plans and a forecast recorded.
  private func recorded() throws -> Binary {
    var binary = try Binary()
    binary.environment["SOURCE_DATE_EPOCH"] = "1800000000"
    let plan = ["plan", "--quick", Shipped.model("small"), "--record"]
    for arguments in [plan, plan + ["--months", "20", "--seed", "2"], forecast] {
      let outcome = try binary.run(arguments)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("cadre: recorded run"))
    }
    return binary
  }

  @Test func aRunIsRecordedWhereTheXDGSpecificationSays() throws {
    var binary = try Binary()
    #expect(try binary.run(forecast).status == 0)
    #expect(try binary.folder.names == [".local"])
    binary.environment["XDG_STATE_HOME"] = binary.folder.path + "/state"
    #expect(try binary.run(forecast).errors.contains("recorded run 1"))
    let path = binary.folder.path + "/state/cadre/ledger.sqlite"
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func nothingIsRecordedUnasked() throws {
    var binary = try Binary()
    let command = Array(forecast.dropLast())
    let plain = try binary.run(command)
    #expect(plain.errors.isEmpty)
    #expect(try binary.folder.names.isEmpty)
    binary.environment["CADRE_RECORDING"] = "always"
    let recorded = try binary.run(command)
    #expect(recorded.errors.contains("recorded run 1"))
    #expect(recorded.output == plain.output, "recording does not change the report")
    #expect(try binary.run(command + ["--no-record"]).errors.isEmpty)
    binary.environment["CADRE_RECORDING"] = nil
    try binary.folder.write("recording: always\n", to: "cadre.yaml")
    #expect(try binary.run(command).errors.contains("recorded run 2"))
  }

  @Test func runsAreListedAndShown() throws {
    let binary = try recorded()
    let list = try binary.run("runs", "list", "--format", "csv").rows
    #expect(list.dropFirst().map { $0[0] } == ["1", "2", "3"])
    #expect(list.dropFirst().allSatisfy { $0[1] == "2027-01-15T08:00:00Z" })
    #expect(try binary.run("runs", "list", "--limit", "1", "--format", "csv").rows.count == 2)
    #expect(try binary.run("runs", "list").output.contains("forecast"))
    let shown = try binary.run("runs", "show", "1").output
    #expect(shown.contains("small.yaml --quick") && shown.contains("time to fill"))
    let missing = try binary.run("runs", "show", "9")
    #expect(missing.status == 64)
    #expect(missing.errors.contains("there is no run 9"))
  }

  /// What was recorded is what was printed, so that it can be used as a plan again.
  @Test func aDocumentComesBackByteForByte() throws {
    let binary = try recorded()
    let printed = try binary.run(
      "plan", "--quick", Shipped.model("small"), "--format", "json"
    ).output
    #expect(try binary.run("runs", "show", "1", "--document").output == printed)
    let file = "p.json"
    #expect(try binary.run("runs", "show", "1", "--document", "-o", file).status == 0)
    let played = try binary.run(
      "simulate", Shipped.model("small"), "--plan", file, "--replications", "10")
    #expect(played.status == 0, "\(played.errors)")
  }

  @Test func differencesAreTold() throws {
    let binary = try recorded()
    let diff = try binary.run("runs", "diff", "1", "2", "--exit-code")
    #expect(diff.status == 1)
    #expect(diff.output.contains("seed") && diff.output.contains("total cost"))
    #expect(try binary.run("runs", "diff", "1", "1", "--exit-code").status == 0)
    let document = try binary.run("runs", "diff", "1", "2", "--format", "json").document
    #expect(document["isEmpty"] as? Bool == false)
    #expect(try binary.run("runs", "diff", "1", "2", "--format", "csv").rows.count > 2)
  }

  @Test func runsAreExported() throws {
    let binary = try recorded()
    let csv = try binary.run("runs", "export", "--format", "csv").rows
    #expect(csv.contains { $0[6] == "figure" } && csv.contains { $0[6] == "range" })
    let document = try binary.run("runs", "export", "2", "--format", "json").document
    let runs = try #require(document["runs"] as? [[String: Any]])
    #expect(runs.map { $0["id"] as? Int } == [2])
    #expect((runs.first?["document"] as? String)?.contains("cadre.plan/") == true)
  }

  @Test func pruningSaysWhatItRemoves() throws {
    let binary = try recorded()
    let dry = try binary.run("runs", "prune", "--keep", "1", "--dry-run")
    #expect(dry.output.hasPrefix("would remove 2 runs\n"))
    #expect(try binary.run("runs", "list", "--format", "csv").rows.count == 4)
    #expect(
      try binary.run("runs", "prune", "--before", "2027-01-15").output == "removed 0 runs\n")
    #expect(try binary.run("runs", "prune", "--keep", "1").output.hasPrefix("removed 2 runs\n"))
    #expect(
      try binary.run("runs", "list", "--format", "csv").rows.dropFirst().map { $0[0] } == ["3"])
    #expect(try binary.run("runs", "prune").status == 64)
    #expect(try binary.run("runs", "prune", "--before", "2027-02-30").status == 64)
  }

  // MARK: Calibration

  /// A run of the past is checked with the history that came after it.
  @Test func aForecastIsCheckedAgainstTheHistoryThatCame() throws {
    let binary = try Binary()
    let days = (0..<1_095).map { day -> String in
      // 2024 to 2026, two per cent more each month of thirty days.
      let (year, month, date) = Self.date(day)
      return "\(year)-\(month)-\(date),\(1_000 * (1 + 0.02 * Double(day / 30)))"
    }
    try binary.folder.write("date,orders\n" + days.joined(separator: "\n") + "\n", to: "d.csv")
    try binary.folder.write(
      """
      cadre: 1
      start: 2026-01
      horizon: 12 months
      drivers: {orders: {history: {file: d.csv, column: orders, time: date}}}
      teams: {web: {people: {mid: 3, senior: 1}}}
      services: {site: {owner: web, traffic: {orders: 1}}}
      """, to: "m.yaml")
    #expect(try binary.run("forecast", "m.yaml", "--record").status == 0)
    let document = try binary.run(
      "runs", "calibrate", "--model", "m.yaml", "--format", "json"
    ).document
    let quantities = try #require(document["quantities"] as? [[String: Any]])
    #expect(quantities.map { $0["quantity"] as? String } == ["traffic"])
    #expect(quantities.first?["values"] as? Int == 12)
    try binary.folder.write(
      "quantity,subject,month,value\npages,web,2026-01,4\npagers,web,2026-02,-1\n", to: "a.csv")
    let wrong = try binary.run("runs", "calibrate", "--actuals", "a.csv")
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("a.csv:3:1") && wrong.errors.contains("time_to_fill"))
    #expect(try binary.run("runs", "calibrate").status == 64)
  }

  private static func date(_ day: Int) -> (Int, String, String) {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var (year, month, rest) = (2024, 0, day)
    func length() -> Int { lengths[month] + (month == 1 && year == 2024 ? 1 : 0) }
    while rest >= length() {
      rest -= length()
      month += 1
      if month == 12 { (year, month) = (year + 1, 0) }
    }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (year, padded(month + 1), padded(rest + 1))
  }

  // MARK: What goes wrong

  @Test func withoutALedgerThereIsNothingToList() throws {
    let outcome = try Binary().run("runs", "list")
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("there is no ledger") && outcome.errors.contains("--record"))
  }

  /// Somebody waited for the report; it is not lost with the ledger.
  @Test(arguments: [("l", 65), ("none/l", 73)])
  func aReportIsPrintedThoughItCannotBeRecorded(file: String, status: Int32) throws {
    let binary = try Binary()
    try binary.folder.write("a letter", to: "l")
    let outcome = try binary.run(forecast + ["--ledger", file])
    #expect(outcome.status == status)
    #expect(outcome.output == (try binary.run(Array(forecast.dropLast())).output))
    #expect(outcome.errors.contains("the run was not recorded"))
    #expect(try binary.folder.text(of: "l") == "a letter")
  }

  #if os(Linux)
    /// Everybody but root is refused by the permissions of a folder, and root by /proc.
    @Test func aFolderThatMayNotBeWrittenIsTold() throws {
      let outcome = try Binary().run(forecast + ["--ledger", "/proc/ledger.sqlite"])
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains("cannot create or open the ledger /proc/ledger.sqlite"))
    }
  #endif

  @Test(arguments: [
    ["forecast", "--series", "s.csv", "--horizon", "3", "--record"],
    ["simulate", "m.yaml", "--trace", "1", "--record"],
    ["plan", "m.yaml", "--no-record", "--ledger", "l"], ["runs", "list", "--limit", "0"],
  ])
  func whatMakesNoSenseIsRefused(arguments: [String]) throws {
    #expect(try Binary().run(arguments).status == 64)
  }

  /// Names may stand in a roster to count people; the ledger is without them.
  @Test func namesOfPeopleStayOut() throws {
    let binary = try Binary()
    try binary.folder.write(
      """
      cadre: 1
      start: 2027-01
      drivers: {orders: {growth: 20 %}}
      teams: {web: {roster: {file: r.csv}}}
      services: {site: {owner: web, traffic: {orders: 1}}}
      """, to: "m.yaml")
    try binary.folder.write(
      "team,level,person\nweb,mid,Zebulon Quux\nweb,senior,Zebulon Xuuq\n", to: "r.csv")
    for arguments in [["plan", "--quick"], ["simulate", "--replications", "10"], ["forecast"]] {
      let outcome = try binary.run(arguments + ["m.yaml", "--record", "--ledger", "l.sqlite"])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    for name in try binary.folder.names where name.hasPrefix("l.sqlite") {
      let path = URL(fileURLWithPath: binary.folder.path + "/" + name)
      #expect(try Data(contentsOf: path).range(of: Data("Zebulon".utf8)) == nil)
    }
  }
}
