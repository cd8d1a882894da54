import Forecasting
import Organization
import Reporting
import Simulation

/// Forecasts many series on all cores.
enum SeriesWork {
  /// Beyond this the answer alone has over a gigabyte.
  static let mostNumbers = 50_000_000
  private static let numbersPerStep = 5

  static func forecast(
    _ series: [NamedSeries], _ request: SeriesForecast.Request, header: RunHeader,
    meter: ProgressMeter
  ) throws(Fault) -> SeriesForecastReport {
    let most = mostNumbers / max(numbersPerStep, request.futures)
    guard series.count * request.horizon <= most else {
      throw .usage(
        "\(series.count) series of \(request.horizon) steps are more than "
          + "\(Reporting.NumberText.grouped(most)) steps in all; shorten --horizon or split the file",
        help: "cadre forecast --help")
    }
    let forecaster = request.forecaster(family: series.count)
    let studies = try known(
      counted(series, "studying", "series", meter) { _, one in
        Result { () throws(ForecastError) in try forecaster.study(request.series(one)) }
      }, of: series)
    let law = forecaster.law(of: studies)
    let forecasts = try known(
      counted(series, "forecasting", "series", meter) { index, one in
        Result { () throws(ForecastError) in
          let forecast = try forecaster.forecast(
            request.series(one), study: studies[index], law: law, index: index)
          return SeriesForecast(one, request, forecast)
        }
      }, of: series)
    return SeriesForecastReport(forecasts, header: header)
  }

  private static func known<Value>(
    _ results: [Result<Value, ForecastError>], of series: [NamedSeries]
  ) throws(Fault) -> [Value] {
    var values: [Value] = []
    for (one, result) in zip(series, results) {
      switch result {
      case .success(let value): values.append(value)
      case .failure: throw .insufficientData("series '\(one.name)' has no values")
      }
    }
    return values
  }

  /// Work on all cores that is counted on standard error.
  static func counted<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ verb: String, _ noun: String, _ meter: ProgressMeter,
    _ body: @Sendable (Int, Element) -> Result
  ) throws(Fault) -> [Result] {
    defer { meter.finish() }
    return try Parallel.map(
      elements,
      report: { meter.show(done: $0, of: elements.count, "\(verb) \(noun)") }, body)
  }
}
