import Forecasting
import Organization
import Reporting
import Simulation

/// Judges forecasts of many series on their own past, made together as they are for the future.
enum BacktestWork {
  /// A series to judge.
  struct Subject: Sendable {
    var id: String
    var series: Series
  }

  private static let paths = 500

  static func report(
    _ series: [NamedSeries], _ request: SeriesForecast.Request, header: RunHeader,
    meter: ProgressMeter
  ) throws(Fault) -> BacktestReport {
    let subjects = series.map { Subject(id: $0.name, series: request.series($0)) }
    return try report(
      subjects, horizon: request.horizon, seed: request.seed, header: header, meter: meter)
  }

  /// Judges what plans rest on: each driver's history by month, repaired.
  static func report(
    _ organization: Organization, seed: UInt64, header: RunHeader
  ) throws(Fault) -> BacktestReport {
    let results = try Traffic.backtests(of: organization, seed: seed)
    let rows = zip(organization.drivers, results).map { driver, result in
      BacktestReport.Row(id: driver.id, result: result)
    }
    return BacktestReport(rows, header: header)
  }

  private static func report(
    _ subjects: [Subject], horizon: Int, seed: UInt64, header: RunHeader, meter: ProgressMeter
  ) throws(Fault) -> BacktestReport {
    var judged = [Int: RollingBacktest]()
    for (place, subject) in subjects.enumerated() {
      // A series that is too short is shown as such.
      judged[place] = try? RollingBacktest(subject.series, horizon: horizon)
    }
    for origin in 0..<RollingBacktest.mostOrigins {
      let places = judged.keys.filter { (judged[$0]?.origins.count ?? 0) > origin }.sorted()
      let open = places.compactMap { judged[$0] }
      for (place, result) in zip(places, try scored(open, origin, seed: seed, meter: meter)) {
        judged[place] = result
      }
    }
    let rows = subjects.enumerated().map { place, subject in
      BacktestReport.Row(id: subject.id, result: judged[place]?.result)
    }
    return BacktestReport(rows, header: header)
  }

  /// All that have this origin, with their forecasts from there scored.
  private static func scored(
    _ backtests: [RollingBacktest], _ origin: Int, seed: UInt64, meter: ProgressMeter
  ) throws(Fault) -> [RollingBacktest] {
    guard let horizon = backtests.map(\.held).max() else { return [] }
    let forecaster = FamilyForecaster(
      horizon: horizon, paths: paths, seed: seed, family: backtests.count)
    let turn = "origin \(origin + 1) of \(RollingBacktest.mostOrigins)"
    let studies = try known(
      SeriesWork.counted(backtests, "\(turn): studying", "series", meter) { _, one in
        Result { () throws(ForecastError) in try forecaster.study(one.known(at: origin)) }
      })
    let law = forecaster.law(of: studies)
    return try known(
      SeriesWork.counted(backtests, "\(turn): judging", "series", meter) { index, one in
        Result { () throws(ForecastError) in
          var scored = one
          let forecast = try forecaster.forecast(
            one.known(at: origin), study: studies[index], law: law, index: index)
          try scored.add(forecast, at: origin)
          return scored
        }
      })
  }

  /// What is known at an origin has values, so that none of this can fail.
  private static func known<Value>(
    _ results: [Result<Value, ForecastError>]
  ) throws(Fault) -> [Value] {
    var values = [Value]()
    for result in results {
      switch result {
      case .success(let value): values.append(value)
      case .failure(let error): throw .broken("a backtest could not be scored: \(error)")
      }
    }
    return values
  }
}
