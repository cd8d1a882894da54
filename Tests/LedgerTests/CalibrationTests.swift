import Organization
import Simulation
import Testing

@testable import Ledger

@Suite struct CalibrationTests {
  /// [Gneiting & Raftery 2007, 6.2] for α = 0.2: the width, and ten times the distance outside.
  @Test(arguments: [(100.0, 20.0), (90, 20), (110, 20), (85, 70), (112, 40)])
  func theIntervalScoreIsThatOfItsSource(value: Double, score: Double) {
    #expect(
      StatedInterval.example(.traffic, "orders", "2027-01", 90...110).score(value) == score)
  }

  /// The closed forms for none and all of n, and a published value. [Clopper & Pearson 1934]
  @Test func exactIntervalsAreThoseOfTheirSource() {
    let none = ExactBinomial.interval(share: 0, trials: 10, confidence: 0.95)
    #expect(none.lowerBound == 0 && abs(none.upperBound - 0.308_497) < 1e-6)
    let all = ExactBinomial.interval(share: 1, trials: 10, confidence: 0.95)
    #expect(abs(all.lowerBound - 0.691_503) < 1e-6 && all.upperBound == 1)
    let half = ExactBinomial.interval(share: 0.5, trials: 10, confidence: 0.95)
    #expect(abs(half.lowerBound - 0.187_086) < 1e-6 && abs(half.upperBound - 0.812_914) < 1e-6)
    #expect(ExactBinomial.interval(share: 0, trials: 0, confidence: 0.95) == 0...1)
  }

  // MARK: Dependence

  @Test func chanceCountsEachTimeAndASteadyDepartureOnce() {
    var random = SeededDepartures()
    let chance = (0..<400).map { _ in random.next() }
    // Five standard errors of a correlation of 400 values are 0.25: (1 - r) / (1 + r) = 0.6.
    #expect(IndependentCount.of([chance], .traffic) > 0.6 * 400)
    #expect(IndependentCount.of([chance], .leavers) > 0.6 * 400)
    let steady = [Double](repeating: 2, count: 12)
    #expect(IndependentCount.of([steady], .traffic) == 1)
    #expect(IndependentCount.of([steady, steady, steady], .traffic) == 3)
  }

  /// Numbers between -1 and 1 that follow no pattern. [Park & Miller 1988]
  private struct SeededDepartures {
    private var state = 42

    mutating func next() -> Double {
      state = state * 48_271 % 2_147_483_647
      return Double(state) / 1_073_741_824 - 1
    }
  }

  @Test func whatSeveralRunsStatedCountsOnce() throws {
    let came = Actuals(
      months.map { .init(quantity: .traffic, subject: "orders", month: $0, value: 100) })
    let calibration = Calibration([run(1), run(2)], actuals: came)
    let row = try #require(calibration.rows.first)
    #expect(row.values.count == 12 && row.runs == [1, 2])
    #expect(row.inside.seen == 1)
    #expect(row.score == 20)
  }

  // MARK: Advice

  private let months = (0..<12).map { YearMonth(year: 2027, month: 1) + $0 }

  /// A year of ranges from 90 to 110 for one driver, and from 60 to 120 days for one level.
  private func run(_ id: Int64) -> RecordedRun {
    var result = RunResult.example()
    result.intervals =
      months.map {
        StatedInterval(
          quantity: .traffic, subject: "orders", start: $0, months: 1, low: 90, median: 100,
          high: 110)
      }
      + [.example(.timeToFill, "senior", "2027-01", 60...120, months: 12)]
    return RecordedRun(id: id, facts: .example(), result: result)
  }

  private func advice(onDays days: [Double]) throws -> CalibrationAdvice {
    let came = Actuals(
      days.enumerated().map { place, days in
        ActualValue(
          quantity: .timeToFill, subject: "senior", month: months[place % 12], value: days)
      })
    let rows = Calibration([run(1)], actuals: came).rows
    return CalibrationAdvice(try #require(rows.first))
  }

  @Test func searchesThatTakeLongerRaiseTheLeadTimeOfTheirLevel() throws {
    let found = try advice(onDays: [130, 180, 125, 150, 200, 140, 190, 128, 160, 135])
    #expect(found.finding == .tooLow)
    #expect(found.assumption == .levelLeadDaysSenior)
    #expect(found.sentence.contains("raise level.lead_days_senior"))
  }

  @Test func searchesThatMissOnBothSidesRaiseTheSpread() throws {
    let found = try advice(onDays: [130, 40, 150, 30, 200, 20, 140, 10, 160, 50, 170, 55])
    #expect(found.finding == .tooNarrow)
    #expect(found.assumption == .hiringLeadTimeSpread)
  }

  @Test func threeSearchesSayNothing() throws {
    #expect(try advice(onDays: [70, 95, 110]).finding == .tooFew)
  }

  @Test func searchesAsStatedChangeNothing() throws {
    let found = try advice(onDays: [70, 95, 110, 85, 130, 92, 65, 100, 80, 50])
    #expect(found.finding == .agrees)
    #expect(found.assumption == nil)
  }

  /// A year above its ranges is one surprise where months follow each other.
  @Test func oneDriverThatOutgrewItsRangesIsNotEnough() throws {
    let came = Actuals(
      months.map { ActualValue(quantity: .traffic, subject: "orders", month: $0, value: 130) })
    let row = try #require(Calibration([run(1)], actuals: came).rows.first)
    #expect(row.inside.seen == 0 && row.independent == 1)
    #expect(CalibrationAdvice(row).finding == .tooFew)
  }

  // MARK: What came

  @Test func leaversOfTeamsAreSummedOverTheMonthsStated() {
    let stated = StatedInterval.example(.leavers, "", "2027-01", 0...3, months: 3)
    var came = Actuals([
      ActualValue(quantity: .leavers, subject: "web", month: .of("2027-01"), value: 1),
      ActualValue(quantity: .leavers, subject: "data", month: .of("2027-01"), value: 1),
      ActualValue(quantity: .leavers, subject: "", month: .of("2027-02"), value: 0),
    ])
    #expect(came.values(of: stated).isEmpty)
    came.add(ActualValue(quantity: .leavers, subject: "", month: .of("2027-03"), value: 2))
    #expect(came.values(of: stated).map(\.value) == [4])
  }
}
