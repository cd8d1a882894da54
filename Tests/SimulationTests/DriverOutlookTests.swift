import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// From a driver's history, growth and events to the index of its traffic.
@Suite struct DriverOutlookTests {
  /// The plan starts in January 2027, 684 months after January 1970 and 20 819 days.
  static let planDay = 20_819
  static let threeYears = 1_096

  private func outlook(
    _ driver: Driver, events: [TrafficEvent.Kind] = [], months: Int = 24,
    handover: ThreePoint? = nil
  ) throws(ProjectionError) -> DriverOutlook {
    var example = ExampleOrganization()
    example.months = months
    example.drivers = [driver]
    var organization = example.organization
    organization.events = events.enumerated().map { TrafficEvent(id: "\($0)", kind: $1) }
    if let handover { organization.assumptions.override(.trafficHandoverMonths, with: handover) }
    let outlook = try TrafficProjection(organization, seed: 7).outlook()
    #expect(outlook.months > months)
    guard let first = outlook.drivers.first else { throw .noUsableMonth(driver: driver.id) }
    return first
  }

  /// Daily counts that end `gap` days before the plan.
  private func daily(
    _ days: Int = threeYears, gap: Int = 0, growth: ThreePoint? = nil, value: (Int) -> Double
  ) -> Driver {
    let first = Self.planDay - gap - days
    let history = TrafficHistory(
      cadence: .daily, firstDay: first, values: (0..<days).map { value(first + $0) })
    return Driver(id: "orders", history: history, growthPerYear: growth)
  }

  /// Monthly counts of the years before the plan: a trend and a season.
  private func seasonal(growth: ThreePoint? = nil, trend: Double) -> Driver {
    let season = [0.8, 0.8, 0.9, 1, 1, 1, 0.9, 0.9, 1, 1.1, 1.3, 1.3]
    let values = (0..<48).map { 30_000 * season[$0 % 12] * power(1 + trend, Double($0) / 12) }
    let history = TrafficHistory(
      cadence: .monthly, firstDay: Self.planDay - 1_461, values: values)
    return Driver(id: "orders", history: history, growthPerYear: growth)
  }

  private func expectFinite(_ outlook: DriverOutlook) {
    for number in outlook.mean + outlook.peakMean { #expect(number.isFinite && number >= 0) }
    for number in (outlook.meanSamples + outlook.peakSamples).joined() {
      #expect(number.isFinite && number >= 0)
    }
  }

  // MARK: History

  @Test func aFlatHistoryIsOne() throws {
    let flat = try outlook(daily { _ in 120 })
    for month in flat.mean.indices {
      #expect(abs(flat.mean[month] - 1) < 1e-3)
      // What never moved may still do so, and single days may be busier than any so far.
      #expect(flat.meanSamples[month].allSatisfy { abs($0 - 1) < 0.2 })
      #expect((1..<1.1).contains(flat.peakMean[month]))
    }
    guard case .history(let history) = flat.basis else { throw Missing() }
    #expect(history.months == 36 && abs(history.growthPerYear) < 1e-3)
    #expect(history.scenarioGrowth == nil && history.weights.isEmpty)
  }

  /// Where the model's growth decides at once, traffic grows from year to year by just that, but for
  /// surprises, which pull the mean of the courses up as they grow with time.
  @Test(arguments: [-0.3, 0, 0.25, 2])
  func theScenariosGrowthReplacesTheHistorysOwn(growth: Double) throws {
    let scenario = try outlook(
      seasonal(growth: ThreePoint(growth), trend: 0.2), handover: ThreePoint(0.01))
    for step in 12..<scenario.mean.count {
      #expect(abs(scenario.mean[step] / scenario.mean[step - 12] / (1 + growth) - 1) < 0.02)
    }
  }

  /// The first months are the history's, the last the model's: the two part ever faster at first.
  @Test(arguments: [-0.3, 0.6])
  func theForecastIsHandedOverToTheScenariosGrowth(growth: Double) throws {
    let own = try outlook(seasonal(trend: 0.2))
    let scenario = try outlook(seasonal(growth: ThreePoint(growth), trend: 0.2))
    let atOnce = try outlook(
      seasonal(growth: ThreePoint(growth), trend: 0.2), handover: ThreePoint(0.01))
    guard case .history(let history) = scenario.basis else { throw Missing() }
    #expect(history.weights.count == scenario.mean.count)
    for (month, weight) in history.weights.enumerated() {
      let whole = logarithm(atOnce.mean[month] / own.mean[month])
      let moved = logarithm(scenario.mean[month] / own.mean[month])
      #expect(abs(moved - (1 - weight) * whole) < 1e-2)
    }
  }

  private struct Missing: Error {}

  /// November's sale was last year's busiest day: next November is one, other months are below.
  @Test func peaksAreRelativeToLastYearsBusiestDay() throws {
    let first = Self.planDay - 1_095
    let driver = daily(1_095) { day in (day - first) % 365 == 330 ? 500 : 100 }
    let outlook = try outlook(driver)
    #expect(abs(outlook.peakMean[10] - 1) < 0.01)
    #expect(outlook.peakMean[4] < 0.3)
    #expect(abs(outlook.mean[4] - 1) < 0.05)
  }

  /// What a course of traffic has to bear is the busiest day so far, which no month can undo.
  @Test func theBusiestDaySoFarNeverFalls() throws {
    let outlook = try outlook(seasonal(trend: 0.1))
    for quantile in [0.1, 0.5, 0.9] {
      let (highest, peak) = (outlook.highest(quantile: quantile), outlook.peak(quantile: quantile))
      #expect(zip(highest, highest.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(zip(peak, highest).allSatisfy { $0 <= $1 })
    }
    #expect(zip(outlook.peakMean, outlook.highestMean).allSatisfy { $0 <= $1 + 1e-12 })
  }

  @Test func gapsDoNotSpoilTheIndex() throws {
    let gaps = try outlook(daily { day in day % 9 == 0 || (20_200..<20_290) ~= day ? .nan : 120 })
    expectFinite(gaps)
    for month in gaps.mean.indices { #expect(abs(gaps.mean[month] - 1) < 1e-3) }
  }

  @Test func whatIsCountedAfterThePlansStartIsCut() throws {
    let known = try outlook(daily { _ in 100 })
    let later = try outlook(
      daily(Self.threeYears + 200, gap: -200) { $0 >= Self.planDay ? 900 : 100 })
    #expect(later.mean == known.mean && later.peakMean == known.peakMean)
  }

  @Test func aHistoryThatOnlyBeginsAfterThePlanIsAnError() {
    #expect(throws: ProjectionError.noUsableMonth(driver: "orders")) {
      try outlook(daily(200, gap: -300) { _ in 100 })
    }
    #expect(throws: ProjectionError.noUsableMonth(driver: "orders")) {
      try outlook(daily { _ in .nan })
    }
  }

  @Test func aHistoryThatEndedLongAgoIsAnError() throws {
    let gap = 37 * 31
    #expect(throws: ProjectionError.historyTooOld(driver: "orders", months: 37)) {
      try outlook(daily(gap: gap - 15) { _ in 100 })
    }
    #expect(try outlook(daily(gap: 900) { _ in 100 }).mean.allSatisfy { abs($0 - 1) < 1e-3 })
  }

  @Test func aHistoryOfNothingStaysAsItIs() throws {
    let nothing = try outlook(daily { _ in 0 })
    #expect(nothing.mean.allSatisfy { $0 == 1 } && nothing.peakMean.allSatisfy { $0 == 1 })
    let growing = try outlook(daily(growth: ThreePoint(0.5)) { _ in 0 })
    #expect(agree(growing.mean[12], 1.5))
  }

  @Test(arguments: [30, 365, 400, 500])
  func aServiceSwitchedOffMakesNoInfinities(days: Int) throws {
    let off = Self.planDay - days
    for growth in [nil, ThreePoint(0.3)] {
      let outlook = try outlook(daily(growth: growth) { $0 >= off ? 0 : 100 })
      expectFinite(outlook)
      #expect(outlook.mean.allSatisfy { $0 < 10 })
    }
  }

  // MARK: Growth

  @Test func growthThatIsGivenCompounds() throws {
    let outlook = try outlook(Driver(id: "orders", growthPerYear: ThreePoint(0.3)))
    #expect(agree(outlook.mean[0], 1))
    #expect(agree(outlook.mean[12], 1.3) && agree(outlook.mean[24], 1.69))
    #expect(zip(outlook.peakMean, outlook.mean).allSatisfy { agree($0, $1) })
    #expect(outlook.basis == .growth(ThreePoint(0.3), isAssumed: false))
  }

  @Test func growthThatNobodyGaveIsAssumed() throws {
    let outlook = try outlook(Driver(id: "orders"))
    let assumed = Assumptions.shipped.row(.trafficGrowthPerYear).value
    #expect(outlook.basis == .growth(assumed, isAssumed: true))
    // The mean of a triangle over the three points.
    let mean = (assumed.low + assumed.likely + assumed.high) / 3
    #expect(abs(outlook.mean[12] - 1 - mean) < 5e-3)
  }

  @Test func quantilesGrowWithTheirProbability() throws {
    let growth = ThreePoint(low: 0, likely: 0.2, high: 0.9)
    for driver in [Driver(id: "orders", growthPerYear: growth), seasonal(growth: growth, trend: 0)]
    {
      let outlook = try outlook(driver)
      let rows = (0...20).map { outlook.mean(quantile: Double($0) / 20) }
      let peaks = (0...20).map { outlook.peak(quantile: Double($0) / 20) }
      for (low, high) in Array(zip(rows, rows.dropFirst())) + zip(peaks, peaks.dropFirst()) {
        #expect(zip(low, high).allSatisfy { $0 <= $1 })
      }
      let (low, high) = (rows[1][20], rows[19][20])
      #expect(low < outlook.mean[20] && outlook.mean[20] < high)
    }
  }
}
