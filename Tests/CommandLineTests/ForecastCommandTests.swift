import Foundation
import Testing

@Suite struct ForecastCommandTests {
  /// Four years of months that grow by a fifth a year, with a season.
  private static let months: String = {
    let season = [0.9, 0.9, 1, 1, 1, 1, 0.8, 0.8, 1, 1.1, 1.2, 1.3]
    let rows = (0..<48).map { step in
      let level = 1000 * pow(1.2, Double(step) / 12) * season[step % 12]
      let month = step % 12 + 1
      return "\(2022 + step / 12)-\(month < 10 ? "0" : "")\(month),\(Int(level))"
    }
    return rows.joined(separator: "\n")
  }()

  private func binary(_ table: String) throws -> Binary {
    let binary = try Binary()
    try binary.folder.write(table, to: "s.csv")
    return binary
  }

  private func table(_ names: [String] = ["orders"]) -> String {
    let rows = names.map { name in
      Self.months.split(separator: "\n").map { "\(name),\($0)" }.joined(separator: "\n")
    }
    return "series,time,value\n" + rows.joined(separator: "\n") + "\n"
  }

  @Test func aTableHasARowPerSeriesAndStep() throws {
    let outcome = try binary(table(["b", "a"])).run(
      "forecast", "--series", "s.csv", "--horizon", "12", "--format", "csv")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let rows = outcome.rows
    #expect(rows.first == ["series_id", "step", "mean", "lo80", "hi80", "lo95", "hi95"])
    #expect(
      rows.dropFirst().map { $0[0] } == Array(repeating: "b", count: 12)
        + Array(repeating: "a", count: 12))
    #expect(rows.dropFirst().prefix(12).map { $0[1] } == (1...12).map(String.init))
    for row in rows.dropFirst() {
      let numbers = row.dropFirst(2).compactMap(Double.init)
      try #require(numbers.count == 5)
      #expect(numbers[3] <= numbers[1] && numbers[1] <= numbers[2] && numbers[2] <= numbers[4])
    }
  }

  /// Futures have the quantiles of the bands, are the same for the same seed, and positive.
  @Test func pathsArePossibleFutures() throws {
    let binary = try binary(table(["b", "a"]))
    let arguments = ["forecast", "--series", "s.csv", "--horizon", "3", "--paths", "1000"]
    let outcome = try binary.run(arguments + ["--format", "csv"])
    #expect(outcome.status == 0)
    let rows = outcome.rows
    #expect(rows.first == ["series_id", "path", "step", "value"])
    #expect(rows.count == 1 + 2 * 1000 * 3)
    #expect(try binary.run(arguments + ["--format", "csv"]).output == outcome.output)
    let other = try binary.run(arguments + ["--format", "csv", "--seed", "2"]).rows
    #expect(other != rows)
    let bands = try binary.run(
      "forecast", "--series", "s.csv", "--horizon", "3", "--format", "csv"
    ).rows
    for drawn in [rows, other] {
      let last = drawn.filter { $0[0] == "a" && $0[2] == "3" }.compactMap { Double($0[3]) }
        .sorted()
      try #require(last.count == 1000)
      let band = try #require(bands.first { $0[0] == "a" && $0[1] == "3" }).compactMap(Double.init)
      #expect(abs(last[100] / band[2] - 1) < 0.01 && abs(last[900] / band[3] - 1) < 0.01)
    }
    let document = try binary.run(arguments + ["--format", "json"])
    #expect(document.output.contains(#""paths": ["#))
  }

  @Test(arguments: [
    ["--paths", "3"], ["--paths", "0", "--format", "csv"], ["--paths", "3", "--backtest"],
  ])
  func pathsThatCannotBeShownAreRefused(options: [String]) throws {
    let outcome = try binary(table()).run(
      ["forecast", "--series", "s.csv", "--horizon", "3"] + options)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--paths"))
  }

  @Test func theSameBytesComeEveryTime() throws {
    let binary = try binary(table((0..<40).map { "series \($0)" }))
    let arguments = ["forecast", "--series", "s.csv", "--horizon", "6", "--format"]
    for format in ["csv", "json", "text"] {
      let first = try binary.run(arguments + [format])
      #expect(first.status == 0)
      #expect(try binary.run(arguments + [format]).output == first.output)
    }
    // The bands of series are computed, not drawn, so no seed can move them.
    let refused = try binary.run(arguments + ["csv", "--seed", "9"])
    #expect(refused.status == 64)
  }

  @Test func spreadsheetsGetNoFormulas() throws {
    let outcome = try binary(table(["=1+1"])).run(
      "forecast", "--series", "s.csv", "--horizon", "1", "--format", "csv")
    #expect(outcome.rows[1][0] == "'=1+1")
  }

  @Test func textShowsAFanAndGrowth() throws {
    let outcome = try binary(table()).run("forecast", "--series", "s.csv", "--horizon", "12")
    #expect(outcome.output.contains("\norders: 48 monthly values, a season of 12\n"))
    #expect(outcome.output.contains("10-90 %"))
    #expect(outcome.output.contains("growth implied: +"))
  }

  @Test func manySeriesAreCutInText() throws {
    let outcome = try binary(table((0..<23).map { "s\($0)" })).run(
      "forecast", "--series", "s.csv", "--horizon", "2")
    #expect(outcome.output.contains("and 3 more series"))
    #expect(!outcome.output.contains("s20:"))
  }

  @Test func documentsHoldEverySeries() throws {
    let document = try binary(table(["a", "b"])).run(
      "forecast", "--series", "s.csv", "--horizon", "3", "--format", "json"
    ).document
    #expect(document["format"] as? String == "cadre.forecast/1.0")
    let series = try #require(document["series"] as? [[String: Any]])
    #expect(series.map { $0["id"] as? String } == ["a", "b"])
    #expect(series.allSatisfy { ($0["hi95"] as? [Double])?.count == 3 })
    #expect(series.allSatisfy { $0["growth_per_year"] is Double })
  }

  @Test func backtestsStandBesideTheNaive() throws {
    let binary = try binary(table(["a", "b"]))
    let arguments = ["forecast", "--series", "s.csv", "--horizon", "12", "--backtest", "--format"]
    let text = try binary.run(arguments + ["text"])
    #expect(text.output.contains("MASE") && text.output.contains("naive"))
    let rows = try binary.run(arguments + ["csv"]).rows
    #expect(
      rows.first == [
        "series_id", "origins", "horizon", "mase", "smape", "coverage80", "coverage95",
        "naive_mase", "naive_smape", "damped_mase", "damped_smape",
      ])
    #expect(rows.map { $0[0] } == ["series_id", "a", "b", "(mean)"])
    let document = try binary.run(arguments + ["json"]).document
    #expect(document["format"] as? String == "cadre.backtest/1.0")
    #expect((document["mean"] as? [String: Any])?["mase"] is Double)
  }

  @Test(arguments: [
    ("a,2026-01-02,1\na,2026-01-01,2\n", "s.csv:3:3: error[C0403]"),
    ("a,2026-01-01,1\na,2026-01-01,2\n", "s.csv:3:3: error[C0403]"),
    ("a,2026-01-01,1\na,2026-01-02,many\n", "s.csv:3:14: error[C0402]"),
    ("a,2026-01-01,1\na,2026-01-02,-2\n", "s.csv:3:14: error[C0402]"),
    ("a,2026-01-01,1\na,2026-01-02,nan\n", "s.csv:3:14: error[C0402]"),
    ("a,2026-01-01,1\na,2026-01-02,1e999\n", "s.csv:3:14: error[C0402]"),
    ("a,2026-13-01,1\n", "s.csv:2:3: error[C0402]"),
    ("a,2026-01-01\n", "s.csv:2:1: error[C0407]"),
    ("", "s.csv:1:1: error[C0404]"),
  ])
  func badTablesNameThePlace(rows: String, place: String) throws {
    let outcome = try binary("series,time,value\n" + rows).run(
      "forecast", "--series", "s.csv", "--horizon", "2")
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(place), "\(outcome.errors)")
  }

  @Test func aSeriesWithoutValuesIsNamed() throws {
    let outcome = try binary("series,time,value\na,2026-01,\na,2026-02,\n").run(
      "forecast", "--series", "s.csv", "--horizon", "2")
    #expect(outcome.status == 65)
    #expect(outcome.errors == "cadre: series 'a' has no values\n")
  }

  @Test(arguments: [
    (["--series", "s.csv", "--horizon", "0"], "--horizon must be from 1 to 100000, found 0"),
    (["--series", "s.csv", "--horizon", "1000000"], "found 1000000"),
    (["--series", "s.csv"], "--series needs --horizon"),
    (["model.yaml", "--horizon", "0"], "--horizon must be from 1 to 60, found 0"),
    (["model.yaml", "--horizon", "1000000"], "--horizon must be from 1 to 60, found 1000000"),
    (["--series", "s.csv", "--horizon", "5", "--driver", "x"], "--driver belongs to"),
    (["model.yaml", "--horizon", "61"], "--horizon must be from 1 to 60, found 61"),
    (["model.yaml", "--period", "7"], "--period belongs to --series"),
    (["--series", "s.csv", "--horizon", "5", "--scenario", "x"], "--scenario belongs to a model"),
    (["model.yaml", "--series", "s.csv", "--horizon", "5"], "either a model or --series FILE"),
  ])
  func optionsThatCannotBeAreRefused(options: [String], message: String) throws {
    let outcome = try binary(table()).run(["forecast"] + options)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(message))
  }

  @Test func tooMuchAtOnceIsRefused() throws {
    let rows = (0..<101).map { "s\($0),2026-01-01,1\n" }.joined()
    let outcome = try binary("series,time,value\n" + rows).run(
      "forecast", "--series", "s.csv", "--horizon", "100000")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("101 series of 100000 steps are more than 10,000,000 steps"))
  }

  @Test func seriesComeThroughPipesToo() throws {
    let arguments = ["--horizon", "3", "--format", "csv"]
    let piped = try Binary().run(
      ["forecast", "--series", "-"] + arguments, input: .text(table()))
    #expect(piped.status == 0)
    let named = try binary(table()).run(["forecast", "--series", "s.csv"] + arguments)
    #expect(piped.output == named.output)
  }

  // MARK: Models

  @Test func driversAreShownByMonth() throws {
    let outcome = try Binary().run(
      "forecast", Shipped.model("storefront"), "--format", "csv", "--horizon", "7")
    let rows = outcome.rows
    #expect(
      rows.first == [
        "driver", "month", "mean", "p10", "p50", "p90", "peak_mean", "peak_p10", "peak_p50",
        "peak_p90",
      ])
    #expect(rows.count == 1 + 3 * 7)
    #expect(rows[1].prefix(2) == ["orders", "2027-01"])
    for row in rows.dropFirst() {
      let numbers = row.dropFirst(2).compactMap(Double.init)
      try #require(numbers.count == 8)
      #expect(numbers[1] <= numbers[2] && numbers[2] <= numbers[3])
      #expect(numbers[5] <= numbers[6] && numbers[6] <= numbers[7])
    }
  }

  @Test func driversAreExplained() throws {
    let text = try Binary().run("forecast", Shipped.model("storefront")).output
    #expect(text.contains("- grew by +"))
    #expect(text.contains("2025-05-13 to 2025-05-16: nothing counted"))
    #expect(text.contains("events: black-friday (2027-11, 5 days, yearly)"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let document = try Binary().run(
      "forecast", Shipped.model("storefront"), "--format", "json"
    ).document
    #expect(document["format"] as? String == "cadre.traffic/1.0")
    let drivers = try #require(document["drivers"] as? [[String: Any]])
    #expect(drivers.map { $0["id"] as? String } == ["orders", "page-views", "messages"])
    let basis = try #require(drivers[0]["basis"] as? [String: Any])
    #expect(basis["growth_per_year"] is Double)
    #expect((drivers[0]["months"] as? [Any])?.count == 24)
    let explanation = try #require(drivers[0]["explanation"] as? [String: Any])
    #expect(explanation["growth_implied"] is Double && explanation["backtest"] is [String: Any])
    #expect((explanation["changes"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test func oneDriverMayBeShownAlone() throws {
    let model = Shipped.model("storefront")
    let rows = try Binary().run(
      "forecast", model, "--driver", "messages", "--format", "csv", "--horizon", "3"
    ).rows
    #expect(rows.dropFirst().map { $0[0] } == ["messages", "messages", "messages"])
    let outcome = try Binary().run("forecast", model, "--driver", "message")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("there is no driver 'message'; did you mean 'messages'?"))
  }

  /// What the report prints to overrule a decision works where it is pasted.
  @Test func aDecisionIsOverruledByWhatIsPrinted() throws {
    var rows = ["day,orders"]
    for day in 0..<700 {
      let date = Date(timeIntervalSince1970: Double(20_000 + day) * 86_400)
      let text = ISO8601DateFormatter().string(from: date).prefix(10)
      let wave = day % 7 < 5 ? 1_000 : 800
      rows.append("\(text),\((300..<304).contains(day) ? 0 : wave + day * 37 % 50)")
    }
    let binary = try Binary()
    try binary.folder.write(rows.joined(separator: "\n") + "\n", to: "o.csv")
    func model(_ changes: String) -> String {
      """
      cadre: 1
      start: 2026-10
      drivers:
        orders:
          history: {file: o.csv}
          changes:
      \(changes)
      teams: {web: {people: {mid: 4}}}
      services: {cart: {owner: web}}

      """
    }
    try binary.folder.write(model("      {}"), to: "m.yaml")
    let found = try binary.run("forecast", "m.yaml").output
    let line = try #require(
      found.split(separator: "\n").map(String.init).first { $0.contains("treat: ignore}") })
    try binary.folder.write(model(line), to: "m.yaml")
    let overruled = try binary.run("forecast", "m.yaml")
    #expect(overruled.status == 0)
    #expect(overruled.output.contains("outage at 0 % of the usual, left as it is"))
  }

  @Test func historiesOfAModelAreBacktested() throws {
    let rows = try Binary().run(
      "forecast", Shipped.model("reference-site"), "--backtest", "--format", "csv"
    ).rows
    #expect(rows.count == 8)
    let none = try Binary().run("forecast", Shipped.model("small"), "--backtest")
    #expect(none.status == 0)
    #expect(none.output.contains("too short"))
  }
}
