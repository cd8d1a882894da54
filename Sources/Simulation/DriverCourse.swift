import Forecasting
import Organization

/// One driver while its projection is put together.
struct DriverCourse {
  /// Central mean by month, relative to today's.
  private var mean: [Double]
  /// Central busiest day by month, relative to last year's busiest.
  private var peak: [Double]
  /// Equally likely means by sample and month.
  private var meanSamples: [[Double]]
  private var peakSamples: [[Double]]
  private let basis: DriverOutlook.Basis

  // MARK: Without history

  init(growth: ThreePoint, isAssumed: Bool, months: Int) {
    (mean, meanSamples) = Self.courses(of: growth, months: months)
    (peak, peakSamples) = (mean, meanSamples)
    basis = .growth(growth, isAssumed: isAssumed)
  }

  private static func courses(of growth: ThreePoint, months: Int) -> ([Double], [[Double]]) {
    let samples = (0..<TrafficProjection.samples).map { sample in
      compound(growth.quantile(SpreadSequence.value(sample, base: 2)), months: months)
    }
    return (compound(growth.mean, months: months), samples)
  }

  private static func compound(_ growth: Double, months: Int) -> [Double] {
    (0..<months).map { power(1 + growth, Double($0) / 12) }
  }

  // MARK: From history

  init(
    history: TrafficHistory, driver: Driver, index: Int, start: YearMonth, months: Int,
    defaultPeak: Double, seed: UInt64
  ) throws(ProjectionError) {
    let monthly = history.monthly(before: start)
    let count = monthly.meanPerDay.count
    guard count > 0 else { throw .noUsableMonth(driver: driver.id) }
    let gap = start.index - (monthly.firstMonthIndex + count)
    guard gap <= Self.longestGap else { throw .historyTooOld(driver: driver.id, months: gap) }
    guard let today = TodaysTraffic(monthly, defaultPeak: defaultPeak) else {
      // What never was stays as it is, but for what the scenario says.
      let growth = driver.growthPerYear ?? ThreePoint(0)
      (mean, meanSamples) = Self.courses(of: growth, months: months)
      (peak, peakSamples) = (mean, meanSamples)
      basis = .history(months: count, growthPerYear: 0, scenarioGrowth: driver.growthPerYear)
      return
    }

    let horizon = max(gap + months, 24)
    let forecast: Forecast
    do {
      forecast = try BaselineForecaster().forecast(
        Series(values: monthly.meanPerDay, period: 12), horizon: horizon,
        paths: TrafficProjection.samples, seed: seed, index: index)
    } catch {
      throw .noUsableMonth(driver: driver.id)
    }
    let implied = Self.growthPerYear(of: forecast.mean)
    let scenario = driver.growthPerYear
    let replaced = scenario.map { (1 + $0.mean) / (1 + implied) } ?? 1
    let window = gap..<(gap + months)
    func scale(_ step: Int, _ growthFactor: Double) -> Double {
      power(growthFactor, Double(step + 1) / 12) / today.mean
    }
    mean = window.map { forecast.mean[$0] * scale($0, replaced) }
    meanSamples = (0..<TrafficProjection.samples).map { sample in
      let luck = SpreadSequence.value(sample, base: 2)
      let factor = scenario.map { (1 + $0.quantile(luck)) / (1 + implied) } ?? 1
      return window.map { max(0, forecast.paths[sample, $0]) * scale($0, factor) }
    }
    let ratios = window.map { today.peakToMean(in: monthly.firstMonthIndex + count + $0) }
    let relative = today.mean / today.peak
    func peaks(_ means: [Double]) -> [Double] { zip(means, ratios).map { $0 * $1 * relative } }
    peak = peaks(mean)
    peakSamples = meanSamples.map(peaks)
    basis = .history(months: count, growthPerYear: implied, scenarioGrowth: scenario)
  }

  /// A history that ended longer ago says nothing about the plan.
  private static let longestGap = 36

  /// Growth from one year of the forecast to the next, averaged; seasons cancel out.
  private static func growthPerYear(of path: [Double]) -> Double {
    var sum = 0.0
    var count = 0.0
    for step in 12..<path.count where path[step] > 0 && path[step - 12] > 0 {
      sum += logarithm(path[step] / path[step - 12])
      count += 1
    }
    return count > 0 ? exponential(sum / count) - 1 : 0
  }

  // MARK: Events

  mutating func add(_ event: TrafficEvent.Kind, start: YearMonth) {
    for month in mean.indices {
      let calendar = start + month
      switch event {
      case .campaign(let when, let days, let lift, let height, let yearly):
        let isOn = yearly ? calendar >= when && calendar.month == when.month : calendar == when
        guard isOn else { continue }
        let share = min(1, days / Self.daysPerMonth)
        scale(
          month, mean: { 1 + (lift.quantile($0) - 1) * share }, peak: { height.quantile($0) },
          centralMean: 1 + (lift.mean - 1) * share, centralPeak: height.mean)
      case .step(let from, let level):
        guard calendar >= from else { continue }
        scale(
          month, mean: { 1 + level.quantile($0) }, peak: { 1 + level.quantile($0) },
          centralMean: 1 + level.mean, centralPeak: 1 + level.mean)
      case .viral(let perYear, let size, let days):
        addSpikes(month, perMonth: perYear.mean / 12, size: size, days: days.mean)
      }
    }
  }

  private static let daysPerMonth = 365.0 / 12

  /// Multiplies a month; events are uncertain on their own, so their luck is not the growth's.
  private mutating func scale(
    _ month: Int, mean meanFactor: (Double) -> Double, peak peakFactor: (Double) -> Double,
    centralMean: Double, centralPeak: Double
  ) {
    mean[month] *= centralMean
    peak[month] *= centralPeak
    for sample in meanSamples.indices {
      let luck = SpreadSequence.value(sample, base: 3)
      meanSamples[sample][month] *= meanFactor(luck)
      peakSamples[sample][month] *= peakFactor(luck)
    }
  }

  /// Spikes come by chance: some samples of a month have one, the centre has their mean.
  private mutating func addSpikes(_ month: Int, perMonth: Double, size: ThreePoint, days: Double) {
    let chance = 1 - exponential(-max(0, perMonth))
    let share = min(1, days / Self.daysPerMonth)
    mean[month] *= 1 + max(0, perMonth) * (size.mean - 1) * share
    peak[month] *= 1 + chance * (size.mean - 1)
    guard chance > 0 else { return }
    for sample in meanSamples.indices {
      let luck = SpreadSequence.value(sample * mean.count + month, base: 5)
      guard luck < chance else { continue }
      let height = size.quantile(luck / chance)
      meanSamples[sample][month] *= 1 + (height - 1) * share
      peakSamples[sample][month] *= height
    }
  }

  var outlook: DriverOutlook {
    func byMonth(_ samples: [[Double]]) -> [[Double]] {
      mean.indices.map { month in samples.map { $0[month] }.sorted() }
    }
    return DriverOutlook(
      mean: mean, peakMean: peak, meanSamples: byMonth(meanSamples),
      peakSamples: byMonth(peakSamples), basis: basis)
  }
}
