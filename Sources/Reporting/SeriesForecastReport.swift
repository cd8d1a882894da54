import DelimitedText
package import Organization

/// The answer of `cadre forecast --series`, for people and for programs.
package struct SeriesForecastReport: Sendable {
  let series: [SeriesForecast]
  let header: RunHeader

  package init(_ series: [SeriesForecast], header: RunHeader) {
    self.series = series
    self.header = header
  }

  /// One row per series and step [RFC 4180].
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write(["series_id", "step", "mean", "lo80", "hi80", "lo95", "hi95"])
    for one in series {
      for step in one.mean.indices {
        writer.write([
          .text(one.id), .integer(step + 1), .number(one.mean[step]), .number(one.low80[step]),
          .number(one.high80[step]), .number(one.low95[step]), .number(one.high95[step]),
        ])
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  package var json: JSONValue {
    header.document("cadre.forecast/1.0", ["series": .array(series.map(\.json))])
  }
}

extension SeriesForecast {
  fileprivate var json: JSONValue {
    [
      "id": .string(id), "cadence": .string(cadence.rawValue), "period": .integer(period),
      "values": .integer(past.count), "missing": .integer(missing),
      "growth_per_year": .optional(growthPerYear), "notes": .array(notes.map(JSONValue.string)),
      "mean": .numbers(mean), "lo80": .numbers(low80), "hi80": .numbers(high80),
      "lo95": .numbers(low95), "hi95": .numbers(high95),
    ]
  }
}

extension JSONValue {
  /// A list of numbers, in order.
  static func numbers(_ values: some Sequence<Double>) -> JSONValue {
    .array(values.map(JSONValue.number))
  }
}
