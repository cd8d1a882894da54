import CadreTestSupport
import Organization
import Testing

@testable import Importing

@Suite struct TrafficTests {
  private static let hour = 3_600.0

  private func seconds(_ year: Int, _ month: Int, _ day: Int = 1) -> Double {
    Double(CivilDay.number(year: year, month: month, day: day) * 86_400)
  }

  @Test(arguments: [
    ("5m", 300), ("1h", 3_600), ("1h30m", 5_400), ("1d", 86_400), ("1w2d", 777_600), ("90s", 90),
  ])
  func stepsAreReadAndWritten(text: String, seconds: Int) {
    #expect(StepText.seconds(text) == seconds)
    #expect(StepText.seconds(StepText.text(seconds)) == seconds)
  }

  @Test(arguments: [
    "", "0s", "1", "h", "1x", "5m1h", "1h1h", "-5m", "99999999999s", "9999w", "1 h",
  ])
  func whatIsNoStepIsRefused(text: String) { #expect(StepText.seconds(text) == nil) }

  @Test func queriesTellWhatTheyCompute() {
    let queries: [(String, TrafficMeasure?, Int?)] = [
      ("sum(rate(http_requests_total[1h]))", .rate, 3_600),
      ("sum by (service) (irate (x{a=\"increase(\"} [5m]))", .rate, 300),
      ("sum(increase(orders_total[1d]))", .count, 86_400),
      ("sum(increase(a[1h])) + sum(rate(b[5m]))", nil, nil),
      ("users_online", nil, nil), ("max_over_time(rate(x[1m])[1d:5m])", .rate, nil),
      ("rate_of_things(x) # rate(y[1h])", nil, nil), ("x{y='rate([1h])\\''}", nil, nil),
      ("`", nil, nil), ("[", nil, nil), ("rate(x[1h]", .rate, 3_600),
    ]
    for (text, measure, range) in queries {
      #expect(QueryText(text).measure == measure, "\(text)")
      #expect(QueryText(text).range == range, "\(text)")
    }
  }

  /// A rate of 2 a second is 2 × 31 × 86,400 in January, however often it is looked at.
  @Test(arguments: [TrafficMeasure.rate, .count, .gauge])
  func monthsAreMadeByWhatNumbersMean(measure: TrafficMeasure) throws {
    var sums = MonthlySums(measure)
    var time = seconds(2026, 1)
    while time < seconds(2026, 3) {
      sums.add(2, from: time, to: time + Self.hour)
      time += Self.hour
    }
    let result = try #require(sums.result())
    let days = [31.0, 28.0]
    let wanted = days.map { days in
      switch measure {
      case .rate: 2 * days * 86_400
      case .count: 2 * days * 24
      case .gauge: 2 * days
      }
    }
    #expect(result.first == YearMonth(year: 2026, month: 1))
    #expect(result.thin.isEmpty)
    for (value, wanted) in zip(result.values, wanted) {
      #expect(abs((value ?? 0) / wanted - 1) < 1e-12)
    }
  }

  @Test func weeksAreSharedByTheirMonths() throws {
    var sums = MonthlySums(.count)
    // Weeks from 2025-12-29 to 2026-03-01, 70 each: 10 a day.
    for week in 0..<9 {
      let start = seconds(2025, 12, 29) + Double(week * 7 * 86_400)
      sums.add(70, from: start, to: start + 7 * 86_400)
    }
    let result = try #require(sums.result())
    #expect(result.thin == [YearMonth(year: 2025, month: 12), YearMonth(year: 2026, month: 3)])
    #expect(result.values.map { (($0 ?? 0) * 1e6).rounded() / 1e6 } == [310, 280])
  }

  @Test func ninetyPerCentOfAMonthIsEnough() throws {
    for (days, isKnown) in [(27, true), (26, false)] {
      var sums = MonthlySums(.count)
      for day in 0..<days {
        let start = seconds(2026, 4) + Double(day * 86_400)
        sums.add(1, from: start, to: start + 86_400)
      }
      let result = try #require(sums.result())
      #expect(result.values.isEmpty != isKnown)
      if isKnown { #expect(abs((result.values[0] ?? 0) - 30) < 1e-9) }
    }
  }

  /// Splitting the range gives the same points, at multiples of the step, none twice.
  @Test(arguments: 1...60)
  func windowsGiveThePointsOfOne(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let first = YearMonth(year: 2020, month: 1) + Int.random(in: 0..<70, using: &random)
    let span = try #require(
      MonthSpan(first: first, last: first + Int.random(in: 0..<5, using: &random)))
    let step = [60, 300, 420, 3_600, 5_000, 86_400].randomElement(using: &random) ?? 60
    let looksBack = Bool.random(using: &random)
    let most = Int.random(in: 1...500, using: &random)
    func points(_ windows: [RangeQuery]) -> [Int] {
      windows.flatMap { stride(from: $0.start, through: $0.end, by: $0.step) }
    }
    let split = RangeQuery.windows(
      of: "x", over: span, step: step, looksBack: looksBack, most: most)
    let whole = RangeQuery.windows(
      of: "x", over: span, step: step, looksBack: looksBack, most: .max >> 32)
    #expect(whole.count == 1)
    #expect(points(split) == points(whole))
    #expect(split.allSatisfy { $0.count <= most && $0.start % step == 0 })
    let expected = stride(from: (span.start / step - 2) * step, through: span.end + step, by: step)
      .filter {
        looksBack ? $0 > span.start && $0 <= span.end : $0 >= span.start && $0 < span.end
      }
    #expect(points(whole) == expected)
    let halved = split.flatMap { query in query.halves.map { [$0.0, $0.1] } ?? [query] }
    #expect(points(halved) == expected)
  }

  @Test func aSumSkipsWhatOneSeriesLacks() {
    func series(_ points: [(Double, Double)]) -> MetricSeries {
      MetricSeries(
        labels: [:], points: points.map { MetricSeries.Point(time: $0.0, value: $0.1) })
    }
    let sum = MetricSeries.sum([
      series([(0, 1), (60, .nan), (120, .nan)]), series([(60, 2), (120, .nan), (180, 3)]),
    ])
    #expect(sum.map(\.time) == [0, 60, 120, 180])
    #expect(sum.map { $0.value.isNaN ? -1 : $0.value } == [1, 2, -1, 3])
  }

  @Test func aTableKeepsWhatItHad() throws {
    let driver = ImportedDriver(
      id: "orders", measure: .count, first: YearMonth(year: 2026, month: 2), values: [5, nil, 7.5],
      origin: "")
    let (fresh, none) = try TrafficTable.text([driver])
    #expect(fresh == "month,orders\r\n2026-02,5\r\n2026-03,\r\n2026-04,7.5\r\n")
    #expect(none == 0)
    let old = "month,users,Orders\n2025-12,1,10\n2026-02,2,20\n2026-03,3,30\n"
    let (merged, kept) = try TrafficTable.text([driver], keeping: Array(old.utf8))
    #expect(
      merged
        == "month,users,Orders\r\n2025-12,1,10\r\n2026-01,,\r\n2026-02,2,5\r\n2026-03,3,30\r\n"
        + "2026-04,,7.5\r\n")
    #expect(kept == 2)
    for bad in ["", "date,x\n2026-01,1\n", "month,x\nsoon,1\n", "month,x\n2026-01\n"] {
      #expect(throws: DiagnosticError.self) {
        try TrafficTable.text([driver], keeping: Array(bad.utf8), file: "t.csv")
      }
    }
  }
}
