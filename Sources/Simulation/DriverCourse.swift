import Forecasting
import Organization

/// One driver while its projection is put together: equally likely courses, month by month.
struct DriverCourse {
  /// Means by course and month, relative to today's.
  private var means: [[Double]]
  /// Busiest days of the same courses, relative to last year's busiest.
  private var peaks: [[Double]]
  /// What each month is multiplied with every year.
  private let seasons: [Double]
  private let basis: DriverOutlook.Basis
  private let luck: CourseLuck

  private var months: Int { means.first?.count ?? 0 }

  /// Growth alone, where there is no history to forecast from.
  init(growth: ThreePoint, basis: DriverOutlook.Basis, months: Int, luck: CourseLuck) {
    func compound(_ growth: Double) -> [Double] {
      (0..<months).map { power(1 + growth, Double($0) / 12) }
    }
    means = luck.growth.map { compound(growth.quantile($0)) }
    peaks = means
    seasons = [Double](repeating: 1, count: months)
    self.basis = basis
    self.luck = luck
  }

  /// What the history lets expect, handed over to the growth that the scenario expects.
  ///
  /// - Parameters:
  ///   - past: the history.
  ///   - today: at its end.
  ///   - forecast: of its months, from the first after it on.
  ///   - scenarioGrowth: a fraction per year, if the scenario says anything.
  ///   - handover: month in which that growth counts as much as the forecast.
  ///   - months: of the plan.
  ///   - luck: of the courses.
  init(
    _ past: DriverPast, today: TodaysTraffic, forecast: Forecast, scenarioGrowth: ThreePoint?,
    handover: Double, months: Range<YearMonth>, luck: CourseLuck
  ) {
    let base = SeasonalBase(central: forecast.mean)
    let count = past.monthly.meanPerDay.count
    let blend = GrowthBlend(halfway: handover, monthsOfHistory: count)
    let length = months.upperBound - months.lowerBound
    let holidays = (0..<length).map { past.holidayFactor(in: months.lowerBound + $0) }
    func relative(_ path: [Double]) -> [Double] {
      (0..<length).map { max(0, path[past.gap + $0]) * holidays[$0] / today.mean }
    }
    means = luck.growth.enumerated().map { course, luck in
      let centre =
        scenarioGrowth.map { blend.blended(base, growth: $0.quantile(luck)) } ?? base.central
      // The scenario moves the centre; how traffic may depart from it, the history has taught.
      return relative(
        centre.indices.map { step in
          let (own, path) = (base.central[step], forecast.paths[course, step])
          return own > 0 ? centre[step] * (path / own) : centre[step] + path - own
        })
    }
    seasons = (0..<length).map { base.season[past.gap + $0] }
    let ratios = past.peakRatios(from: months.lowerBound, months: length, luck: luck)
    let scale = today.mean / today.peak
    peaks = zip(means, ratios).map { zip($0, $1).map { $0 * $1 * scale } }
    let weights = scenarioGrowth == nil ? [] : blend.weights(months: past.gap + length)
    basis = .history(
      DriverOutlook.History(
        months: count, growthPerYear: past.growthPerYear(forecast.mean),
        scenarioGrowth: scenarioGrowth, weights: Array(weights.dropFirst(past.gap)),
        todaysMean: today.mean))
    self.luck = luck
  }

  // MARK: Events

  /// Adds what an event does to the months of the plan that start with `start`.
  mutating func add(_ event: TrafficEvent, start: YearMonth) {
    for month in 0..<months {
      switch event.kind {
      case .campaign:
        guard let effect = CampaignEffect(event.kind, in: start + month) else { continue }
        scale(
          month, mean: { effect.mean(effect.lift.quantile($0)) }, peak: effect.height.quantile)
      case .step(let from, let level):
        guard start + month >= from else { continue }
        scale(month, mean: { 1 + level.quantile($0) }, peak: { 1 + level.quantile($0) })
      case .viral(let perYear, let size, let days):
        addSpikes(event.id, month, perMonth: perYear.mean / 12, size: size, days: days.mean)
      }
    }
  }

  /// Multiplies a month; events are uncertain on their own, so their luck is not the growth's.
  private mutating func scale(
    _ month: Int, mean meanFactor: (Double) -> Double, peak peakFactor: (Double) -> Double
  ) {
    for (course, luck) in luck.events.enumerated() {
      means[course][month] *= meanFactor(luck)
      peaks[course][month] *= peakFactor(luck)
    }
  }

  /// Spikes come by chance: some courses of a month have one or more, most have none.
  private mutating func addSpikes(
    _ event: String, _ month: Int, perMonth: Double, size: ThreePoint, days: Double
  ) {
    let chance = 1 - exponential(-max(0, perMonth))
    guard chance > 0 else { return }
    // Where there is one there may be others: so many on average.
    let share = min(1, days / CampaignEffect.daysPerMonth * perMonth / chance)
    for (course, luck) in luck.numbers(for: "\(event) in month \(month)").enumerated()
    where luck < chance {
      let height = size.quantile(luck / chance)
      means[course][month] *= 1 + (height - 1) * share
      peaks[course][month] *= height
    }
  }

  // MARK: Limits

  /// Lets growth level off below so many times today's traffic, events included.
  mutating func level(off ceiling: Double) {
    let ceiling = Ceiling(ceiling)
    for course in means.indices {
      for month in 0..<months {
        let free = means[course][month] / seasons[month]
        guard free > 0 else { continue }
        let part = ceiling.held(free, start: 1) / free
        means[course][month] *= part
        peaks[course][month] *= part
      }
    }
  }

  var outlook: DriverOutlook {
    DriverOutlook(means: means, peaks: peaks, basis: basis)
  }
}
