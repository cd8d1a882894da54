package import Forecasting
package import Organization
import Simulation

/// One series and what may become of it.
package struct SeriesForecast: Sendable {
  package let id: String
  let cadence: Cadence
  let period: Int
  let past: [Double]
  package let mean: [Double]
  /// The bands, by step.
  let low80: [Double]
  let high80: [Double]
  let low95: [Double]
  let high95: [Double]
  /// Possible futures, as many as were asked for.
  let futures: SamplePaths

  /// How far and how to forecast.
  package struct Request: Hashable, Sendable {
    package var horizon: Int
    /// Steps in a season; `nil` leaves it to the cadence.
    package var period: Int?
    package var seed: UInt64
    /// Futures to write out for each series; 0 writes bands.
    package var futures: Int

    package init(horizon: Int, period: Int? = nil, seed: UInt64, futures: Int = 0) {
      self.horizon = horizon
      self.period = period
      self.seed = seed
      self.futures = futures
    }

    package func period(for cadence: Cadence) -> Int { period ?? cadence.usualPeriod }

    package func forecaster(family: Int) -> FamilyForecaster {
      FamilyForecaster(horizon: horizon, paths: paths, seed: seed, family: family)
    }

    /// What a history looks like to the forecaster.
    package func series(_ series: NamedSeries) -> Series {
      Series(values: series.history.values, period: period(for: series.history.cadence))
    }

    /// A thousand futures, and fewer where so many would not fit into a few hundred megabytes.
    var paths: Int { max(100, futures, min(1_000, 20_000_000 / horizon)) }
  }

  /// Sums up one forecast.
  ///
  /// - Parameters:
  ///   - series: the history.
  ///   - request: how far was looked.
  ///   - forecast: of ``Request/forecaster(family:)``.
  package init(_ series: NamedSeries, _ request: Request, _ forecast: Forecast) {
    id = series.name
    cadence = series.history.cadence
    period = request.period(for: cadence)
    past = series.history.values
    mean = forecast.mean
    let bands = (0..<request.horizon).map { step in
      forecast.quantiles([0.1, 0.9, 0.025, 0.975], step: step)
    }
    low80 = bands.map { $0[0] }
    high80 = bands.map { $0[1] }
    low95 = bands.map { $0[2] }
    high95 = bands.map { $0[3] }
    futures = forecast.paths.first(request.futures)
  }
}

extension SeriesForecast {
  /// Growth that the forecast implies, as a fraction per year; `nil` below a year of history.
  ///
  /// Up to a year ahead each step is compared with the same step a year before, so that seasons
  /// cancel out; beyond, the last year of the forecast with the last year of the past.
  package var growthPerYear: Double? {
    let year = cadence.stepsPerYear
    guard past.count >= year else { return nil }
    let lastYear = past.suffix(year)
    let steps = mean.count
    let ratio =
      steps <= year
      ? Self.ratio(mean[...], over: lastYear.prefix(steps))
      : Self.ratio(mean.suffix(year), over: lastYear)
    return ratio.map { grown(by: $0, over: Double(max(steps, year)) / Double(year)) }
  }

  private func grown(by ratio: Double, over years: Double) -> Double {
    years == 1 ? ratio - 1 : power(ratio, 1 / years) - 1
  }

  /// The sum of the steps known on both sides over that of the earlier ones.
  private static func ratio(_ later: ArraySlice<Double>, over earlier: ArraySlice<Double>)
    -> Double?
  {
    let pairs = zip(later, earlier).filter { !$0.0.isNaN && !$0.1.isNaN }
    let before = pairs.reduce(0) { $0 + $1.1 }
    let after = pairs.reduce(0) { $0 + $1.0 }
    return before > 0 && after > 0 ? after / before : nil
  }

  var known: Int { past.count { !$0.isNaN } }
  var missing: Int { past.count - known }

  /// What a reader should know about how the forecast came to be.
  package var notes: [String] {
    var notes: [String] = []
    if known < 8 {
      notes.append("fewer than 8 values: their level goes on, and the bands are a guess")
    } else if Set(past.lazy.filter { !$0.isNaN }).count == 1 {
      notes.append("all values are equal: the bands are a guess")
    } else if period > 1, past.count < 2 * period {
      notes.append("less than two seasons: no season can be told from the trend")
    }
    if missing > 0 { notes.append("missing steps were filled in between their neighbours") }
    return notes
  }
}

extension Cadence {
  /// Steps after which such data usually repeat: a day, a week, a year, a year.
  package var usualPeriod: Int {
    switch self {
    case .hourly: 24
    case .daily: 7
    case .weekly: 52
    case .monthly: 12
    }
  }

  /// Steps in a year of whole weeks, so that weekdays are compared with the same weekdays.
  var stepsPerYear: Int {
    switch self {
    case .hourly: 364 * 24
    case .daily: 364
    case .weekly: 52
    case .monthly: 12
    }
  }
}
