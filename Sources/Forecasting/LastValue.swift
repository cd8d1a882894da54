/// The forecast for series of two or three values.
enum LastValue {
  /// Repeats the last value; futures walk away from it by past differences of either sign.
  static func forecast(
    _ series: PreparedSeries, horizon: Int, paths: Int, random: inout RandomStream
  ) -> Forecast {
    let values = zip(series.values, series.isObserved).filter(\.1).map(\.0)
    let last = values[values.count - 1]
    let differences = zip(values.dropFirst(), values).map { $0 - $1 }
    var drawn = SamplePaths(count: paths, horizon: horizon)
    for path in 0..<paths {
      var walk = last
      for step in 0..<horizon {
        let choice = random.next(below: 2 * differences.count)
        walk += (choice % 2 == 0 ? 1 : -1) * differences[choice / 2]
        drawn[path, step] = series.original(walk)
      }
    }
    return Forecast(
      mean: Array(repeating: series.original(last), count: horizon), paths: drawn)
  }
}
