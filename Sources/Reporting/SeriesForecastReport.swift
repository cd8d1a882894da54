import DelimitedText
import Forecasting
package import Organization

/// The answer of `cadre forecast --series`, for people and for programs.
package struct SeriesForecastReport: Sendable {
  let series: [SeriesForecast]
  let header: RunHeader

  package init(_ series: [SeriesForecast], header: RunHeader) {
    self.series = series
    self.header = header
  }

  /// One row per series and step, or the futures where they were asked for [RFC 4180].
  package var csv: String {
    series.contains { $0.futures.count > 0 } ? futuresCSV : bandsCSV
  }

  private var bandsCSV: String {
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

  /// One row per series, future and step [RFC 4180].
  private var futuresCSV: String {
    var writer = DelimitedWriter()
    writer.write(["series_id", "path", "step", "value"])
    for one in series {
      for path in 0..<one.futures.count {
        for step in 0..<one.futures.horizon {
          writer.write([
            .text(one.id), .integer(path + 1), .integer(step + 1),
            .number(one.futures[path, step]),
          ])
        }
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
    var fields: [String: JSONValue] = [
      "id": .string(id), "cadence": .string(cadence.rawValue), "period": .integer(period),
      "values": .integer(past.count), "missing": .integer(missing),
      "growth_per_year": .optional(growthPerYear), "notes": .array(notes.map(JSONValue.string)),
      "mean": .numbers(mean), "lo80": .numbers(low80), "hi80": .numbers(high80),
      "lo95": .numbers(low95), "hi95": .numbers(high95),
    ]
    if futures.count > 0 {
      fields["paths"] = .array(
        (0..<futures.count).map { path in
          .numbers((0..<futures.horizon).map { futures[path, $0] })
        })
    }
    return .object(fields)
  }
}

extension JSONValue {
  /// A list of numbers, in order.
  static func numbers(_ values: some Sequence<Double>) -> JSONValue {
    .array(values.map(JSONValue.number))
  }
}
