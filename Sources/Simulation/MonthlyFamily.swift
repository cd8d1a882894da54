import Forecasting

/// Forecasts the months of several drivers together, so that each learns from the errors of all.
struct MonthlyFamily {
  private let series: [Series]
  private let forecaster: FamilyForecaster
  private let studies: [SeriesStudy]
  private let law: FamilyLaw

  /// - Parameters:
  ///   - values: mean per day by month, of each driver.
  ///   - horizon: months to forecast; at least 1.
  ///   - courses: futures to draw for each.
  ///   - seed: of the run.
  /// - Throws: ``ForecastError`` where a driver has no values.
  init(_ values: [[Double]], horizon: Int, courses: Int, seed: UInt64) throws(ForecastError) {
    series = values.map { Series(values: $0, period: 12) }
    forecaster = FamilyForecaster(
      horizon: horizon, paths: courses, seed: seed, family: values.count)
    var studies: [SeriesStudy] = []
    for one in series { studies.append(try forecaster.study(one)) }
    law = forecaster.law(of: studies)
    self.studies = studies
  }

  /// The forecast of one driver, by place.
  func forecast(_ place: Int) throws(ForecastError) -> Forecast {
    try forecaster.forecast(series[place], study: studies[place], law: law, index: place)
  }

  /// What the forecast of one driver is made of.
  func mix(_ place: Int) -> ModelMix { forecaster.mix(of: studies[place], law: law) }

  /// Judges such forecasts on the drivers' own past.
  ///
  /// - Returns: `nil` for a driver whose history is too short to hold anything back.
  static func backtests(_ values: [[Double]], horizon: Int, seed: UInt64) -> [Backtest?] {
    var open = values.map { values in
      try? RollingBacktest(Series(values: values, period: 12), horizon: horizon)
    }
    for origin in 0..<RollingBacktest.mostOrigins {
      let places = open.indices.filter { (open[$0]?.origins.count ?? 0) > origin }
      let known = places.compactMap { open[$0]?.known(at: origin).values }
      guard let held = places.compactMap({ open[$0]?.held }).max(),
        let family = try? MonthlyFamily(known, horizon: held, courses: 200, seed: seed)
      else { break }
      for (index, place) in places.enumerated() {
        // What is known at an origin has values, so that it can be forecast.
        guard let forecast = try? family.forecast(index) else { continue }
        try? open[place]?.add(forecast, at: origin)
      }
    }
    return open.map { $0?.result }
  }
}
