import CadreTestSupport
import Organization
import Testing

@testable import Importing

@Suite struct PrometheusImportTests {
  /// A server that knows one series of hourly points as a function of time.
  private struct Server {
    var labels: [[String: String]] = [["job": "shop"]]
    var value: (Int) -> String? = { _ in "2" }
    var extra = ""
    var refusesOver = Int.max

    func answer(_ query: RangeQuery) -> [UInt8] {
      if query.count > refusesOver {
        return Array(
          """
          {"status":"error","errorType":"execution","error":"query processing would load too many \
          samples into memory"}
          """.utf8)
      }
      let series = labels.map { labels in
        let metric = labels.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",")
        let times = stride(from: query.start, through: query.end, by: query.step)
        let points = times.compactMap { time in value(time).map { "[\(time),\"\($0)\"]" } }
        return "{\"metric\":{\(metric)},\"values\":[\(points.joined(separator: ","))]}"
      }
      return Array(
        """
        {"status":"success","data":{"resultType":"matrix","result":[\(series.joined(separator: ","))]}\
        \(extra)}
        """.utf8)
    }
  }

  private static let span = MonthSpan(
    first: YearMonth(year: 2026, month: 1), last: YearMonth(year: 2026, month: 3))

  private func fetch(
    _ server: Server, _ query: MetricQuery, _ wishes: PrometheusImport.Wishes = .init(),
    model: ModelNames = ModelNames()
  ) throws -> ImportResult {
    let span = try #require(Self.span)
    return try PrometheusImport.fetch([query], over: span, wishes, model: model) {
      server.answer($0)
    }
  }

  private func fault(_ body: () throws -> ImportResult) -> TrafficFault? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? TrafficError)?.fault
    }
  }

  @Test func aRateBecomesTrafficByMonth() throws {
    let query = MetricQuery(id: "checkout", text: "sum(rate(http_requests_total[1h]))")
    let result = try fetch(Server(), query)
    let driver = try #require(result.drivers.first)
    #expect(driver.id == "checkout")
    #expect(driver.first == YearMonth(year: 2026, month: 1))
    let wanted = [31.0, 28, 31].map { $0 * 86_400 * 2 }
    #expect(zip(driver.values, wanted).allSatisfy { abs(($0 ?? 0) / $1 - 1) < 1e-12 })
    #expect(result.services.map(\.id) == ["checkout"])
    #expect(result.services.first?.traffic == ["checkout"])
    #expect(result.assumptions.first == .measure("checkout", .rate))
    #expect(result.findings.isEmpty)
  }

  /// However small a server wants its answers to be, the numbers are the same to the last bit.
  @Test(arguments: [1_000, 97, 10])
  func splittingChangesNothing(most: Int) throws {
    var server = Server()
    server.value = { $0 % 17 == 0 ? nil : "\(1.0 / Double($0 % 1_009 + 1))" }
    let query = MetricQuery(id: "x", text: "rate(x[1h])")
    let whole = try fetch(server, query)
    server.refusesOver = most
    #expect(try fetch(server, query).drivers == whole.drivers)
  }

  @Test func whatIsNoNumberIsMissingAndTold() throws {
    var server = Server()
    let start = try #require(Self.span).start
    server.value = { time in
      switch (time - start) / 3_600 {
      case 5: "NaN"
      case 6: "+Inf"
      case 7: "-Inf"
      case 8: "-1"
      case 9, 10: nil
      case 11: "1e999"
      default: "3"
      }
    }
    server.extra = ",\"warnings\":[\"store \\u001b[31m down\"],\"infos\":[\"old\"]"
    let result = try fetch(server, MetricQuery(id: "x", text: "rate(x[5m])"))
    let january = result.drivers.first?.values.first.flatMap(\.self) ?? 0
    #expect(abs(january / (3 * 31 * 86_400) - 1) < 1e-12)
    #expect(
      Set(result.findings.map(\.problem)) == [
        .unusableSamples(SampleCounts(gaps: 2, notANumber: 1, infinite: 3, negative: 1)),
        .narrowRange(seconds: 300, step: 3_600),
        .serverSays("store \u{1b}[31m down", isWarning: true), .serverSays("old", isWarning: false),
      ])
  }

  @Test func severalSeriesNeedARule() throws {
    var server = Server()
    server.labels = [
      ["job": "a", "pod": "1"], ["job": "a", "pod": "2"], ["job": "b", "pod": "3"],
    ]
    let query = MetricQuery(id: "x", text: "rate(x[1h])")
    #expect(
      fault { try fetch(server, query) } == .severalSeries(3, labels: ["job", "pod"]))
    var wishes = PrometheusImport.Wishes()
    wishes.rule = .sum
    let sum = try fetch(server, query, wishes).drivers
    #expect(sum.map(\.id) == ["x"])
    #expect(abs((sum[0].values[0] ?? 0) / (6 * 31 * 86_400) - 1) < 1e-12)
    wishes.rule = .by(label: "job")
    let jobs = try fetch(server, query, wishes).drivers
    #expect(jobs.map(\.id) == ["a", "b"])
    #expect(abs((jobs[0].values[0] ?? 0) / (jobs[1].values[0] ?? 1) - 2) < 1e-12)
    wishes.rule = .by(label: "zone")
    #expect(
      fault { try fetch(server, query, wishes) } == .noSuchLabel("zone", labels: ["job", "pod"]))
    wishes.rule = .single
    wishes.skipsBroken = true
    let skipped = try fetch(server, query, wishes)
    #expect(skipped.drivers.isEmpty)
    #expect(skipped.findings.map(\.problem.code) == ["C0588"])
  }

  @Test func nothingIsGuessedOfWhatNumbersMean() throws {
    var wishes = PrometheusImport.Wishes()
    #expect(
      fault { try fetch(Server(), MetricQuery(id: "x", text: "users_online")) } == .unknownMeasure)
    let counts = MetricQuery(id: "x", text: "increase(orders_total[1d])")
    #expect(try fetch(Server(), counts).drivers.first?.values == [62, 56, 62])
    wishes.step = 3_600
    #expect(
      fault { try fetch(Server(), counts, wishes) } == .otherRange(seconds: 86_400, step: 3_600))
    wishes.measure = .gauge
    let users = try fetch(Server(), MetricQuery(id: "x", text: "users_online"), wishes)
    #expect(users.drivers.first?.values.map { ($0 ?? 0).rounded() } == [62, 56, 62])
  }

  @Test func emptyAndShortAnswersAreTold() throws {
    var server = Server()
    server.labels = []
    let query = MetricQuery(id: "x", text: "rate(x[1h])")
    #expect(fault { try fetch(server, query) } == .noPoints)
    server.labels = [[:]]
    server.value = { _ in nil }
    #expect(fault { try fetch(server, query) } == .noPoints)
    server.value = { _ in "NaN" }
    #expect(fault { try fetch(server, query) } == .noPoints)
    let start = try #require(Self.span).start
    server.value = { $0 > start + 40 * 86_400 ? "1" : nil }
    let short = try fetch(server, query)
    #expect(short.drivers.first?.first == YearMonth(year: 2026, month: 3))
    #expect(Set(short.findings.map(\.problem.code)) == ["C0581", "C0585"])
  }

  @Test(arguments: [
    ("{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"no\"}", "bad_data: no"),
    (
      "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}",
      "found a vector"
    ),
    (
      "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"2\"]}}",
      "a scalar"
    ),
    ("{\"status\":\"success\",\"data\":null}", "found nothing"), ("{}", "no `status`"),
    ("<html>", "not JSON"), ("", "not JSON"), ("{\"status\":\"succ", "not JSON"),
    (
      "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"values\":[[1]]}]}}",
      "a sample is"
    ),
    (
      "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"values\":[[1e300,\"1\"]]}]}}",
      "a sample is"
    ),
    (
      "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"values\":[[1,\"x\"]]}]}}",
      "'x' is no sample"
    ),
  ])
  func wrongAnswersAreRefused(body: String, words: String) throws {
    let span = try #require(Self.span)
    let fault = fault {
      try PrometheusImport.fetch([MetricQuery(id: "x", text: "rate(x[1h])")], over: span) { _ in
        Array(body.utf8)
      }
    }
    #expect(fault?.words.contains(words) == true, "\(fault?.words ?? "none")")
  }

  @Test func savedAnswersArePutTogether() throws {
    let span = try #require(Self.span)
    let windows = RangeQuery.windows(
      of: "x", over: span, step: 3_600, looksBack: true, most: 800)
    var server = Server()
    server.value = { "\(Double($0 % 977))" }
    var files = ["whole.json": [UInt8]()]
    for (index, window) in windows.enumerated() { files["\(index).json"] = server.answer(window) }
    files["whole.json"] = server.answer(
      RangeQuery.windows(of: "x", over: span, step: 3_600, looksBack: true)[0])
    let folder = MemoryFolder(bytes: files)
    let whole = try PrometheusImport.read(
      ["whole.json"], from: folder, driver: nil, measure: .rate)
    #expect(whole.drivers.map(\.id) == ["whole"])
    // Pieces in any order, one of them twice.
    let names = (0..<windows.count).reversed().map { "\($0).json" } + ["0.json"]
    let pieces = try PrometheusImport.read(names, from: folder, driver: "whole", measure: .rate)
    #expect(pieces.drivers.map(\.values) == whole.drivers.map(\.values))
    #expect(pieces.findings.isEmpty)
  }

  @Test func driversGoIntoModels() throws {
    let model = """
      # Ours.
      cadre: 1
      start: 2026-06
      drivers: {orders: {growth: 20 %}}
      teams: {web: {people: {mid: 4}}}
      services:
        Checkout: {owner: web, tier: 1}

      """
    let tree = try ModelDocument(
      path: "m.yaml", source: MemoryFiles(["m.yaml": model]), dataFiles: CSVDataFiles()
    ).tree
    let span = try #require(Self.span)
    let queries = ["checkout", "orders", "search"].map {
      MetricQuery(id: $0, text: "rate(x\n[1h])")
    }
    let result = try PrometheusImport.fetch(queries, over: span, model: ModelNames(tree)) {
      Server().answer($0)
    }
    #expect(result.findings.map(\.problem) == [.feltByNone])
    #expect(result.findings.map(\.subject) == ["search"])
    let making = ModelMaking(result, into: tree, trafficFile: "t.csv")
    let text = try making.text(of: Array(model.utf8), file: "m.yaml")
    #expect(text.hasPrefix("# Ours.\ncadre: 1\n"))
    #expect(text.contains("orders: {growth: 20 %, history: {file: t.csv, column: orders}"))
    #expect(text.contains("Checkout: {owner: web, tier: 1, traffic: {Checkout: 1}}"))
    let files = MemoryFiles([
      "m.yaml": text, "t.csv": try TrafficTable.text(result.drivers).text,
    ])
    let read = try ModelFile.load(path: "m.yaml", source: files, dataFiles: CSVDataFiles())
    #expect(read.organization.drivers.map(\.id) == ["orders", "Checkout", "search"])
    #expect(
      read.organization.drivers.allSatisfy { $0.history?.cadence == .monthly })
    // Again with the new model: nothing is added.
    let again = try ModelDocument(path: "m.yaml", source: files, dataFiles: CSVDataFiles()).tree
    let second = try PrometheusImport.fetch(queries, over: span, model: ModelNames(again)) {
      Server().answer($0)
    }
    let nothing = ModelMaking(second, into: again, trafficFile: "t.csv")
    #expect(nothing.additionCount == 0)
    #expect(nothing.findings.isEmpty && second.findings.isEmpty)
  }

  @Test func queriesOfAMapAreRead() throws {
    let map = try ImportMap(
      Array(
        """
        queries:
          checkout: sum(rate(a[1h]))
          users: {query: users_online, as: gauge}
          shops: {query: 'rate(b[1h])', by: shop}
          all: {query: 'rate(b[1h])', sum: true}
        """.utf8), file: "map.yaml")
    #expect(map.queries.map(\.id) == ["checkout", "users", "shops", "all"])
    #expect(map.queries.map(\.measure) == [nil, .gauge, nil, nil])
    #expect(map.queries.map(\.rule) == [.single, .single, .by(label: "shop"), .sum])
    #expect(map.queries.map { $0.position?.line } == [2, 3, 4, 5])
    for bad in [
      "queries: {x: {as: rate}}", "queries: {x: {query: a, as: speed}}", "queries: {a b: x}",
      "queries: {x: {query: a, of: b}}", "queries: [a]", "queries: {x: [a]}",
    ] {
      #expect(throws: DiagnosticError.self) { try ImportMap(Array(bad.utf8), file: "map.yaml") }
    }
  }
}
