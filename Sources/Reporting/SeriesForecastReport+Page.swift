import Organization

extension SeriesForecastReport {
  /// More series than these scroll away before anybody reads them.
  private static let mostShown = 20

  package var page: Page {
    let left = series.count - Self.mostShown
    let more =
      "and \(NumberText.count(left, "more series", "more series")); '--format csv' has them all"
    return Page(
      series.count == 1 ? "Forecast" : "Forecasts of \(series.count) series",
      series.prefix(Self.mostShown).flatMap(\.blocks) + (left > 0 ? [.note(more)] : []),
      footer: "Seed \(header.seed).")
  }
}

extension SeriesForecast {
  fileprivate var blocks: [Page.Block] {
    let last = mean.count - 1
    let reach =
      "at step \(NumberText.grouped(last + 1)): \(NumberText.figure(mean[last])), 80 % band "
      + "\(NumberText.figure(low80[last])) to \(NumberText.figure(high80[last])), 95 % band "
      + "\(NumberText.figure(low95[last])) to \(NumberText.figure(high95[last]))"
    let growth = growthPerYear.map {
      [Page.Block.paragraph("growth implied: \(NumberText.signedPercent($0)) a year")]
    }
    return [.heading(id, beside: ": \(size)"), .chart(chart), .paragraph(reach)] + (growth ?? [])
      + notes.map { .note($0) }
  }

  private var size: String {
    let values = NumberText.count(known, "\(cadence.rawValue) value", "\(cadence.rawValue) values")
    let gaps = missing > 0 ? ", \(NumberText.grouped(missing)) missing" : ""
    return values + gaps + (period > 1 ? ", a season of \(period)" : ", no season")
  }

  /// Columns that the past and what follows are drawn in at most.
  private static let mostColumns = (past: 48, future: 32)

  /// The past, and after it the mean and the 80 % band on the same scale.
  private var chart: Chart {
    let ahead = min(mean.count, Self.mostColumns.future)
    // Not so much of the past that what follows looks small.
    let shown = past.suffix(max(Self.mostColumns.past, 4 * mean.count))
    let history = Buckets.means(shown, in: min(shown.count, Self.mostColumns.past))
    let (low, high) = (Buckets.means(low80[...], in: ahead), Buckets.means(high80[...], in: ahead))
    let middle = Buckets.means(mean[...], in: ahead)
    return Chart(
      "Forecast of \(id)",
      "The past, then the mean of what may follow with the band that holds it with 80 %.",
      .fan(
        Chart.Fan(
          past: history.map { .init(middle: $0) },
          future: middle.indices.map { step in
            .init(
              middle: middle[step], band: min(low[step], high[step])...max(low[step], high[step]))
          },
          middle: "mean",
          names: middle.indices.map { "\((2 * $0 + 1) * mean.count / (2 * ahead) + 1)" },
          number: NumberText.short)),
      isDrawnInText: true)
  }
}

/// Many values drawn in few columns.
enum Buckets {
  /// The mean of the known values in each of `count` even parts; NaN where a part has none.
  static func means(_ values: ArraySlice<Double>, in count: Int) -> [Double] {
    let values = Array(values)
    guard values.count > count else { return values }
    return (0..<count).map { bucket in
      let part = values[(bucket * values.count / count)..<((bucket + 1) * values.count / count)]
      let known = part.filter { !$0.isNaN }
      return known.isEmpty ? .nan : known.reduce(0, +) / Double(known.count)
    }
  }
}
