package import Organization
import DelimitedText
package import Forecasting

/// How good forecasts of the past were, series by series, beside the seasonal naive.
package struct BacktestReport: Sendable {
  /// One series; without a result where it is too short to hold some of it back.
  package struct Row: Sendable {
    let id: String
    let result: Backtest?

    package init(id: String, result: Backtest?) {
      self.id = id
      self.result = result
    }
  }

  let rows: [Row]
  let header: RunHeader

  package init(_ rows: [Row], header: RunHeader) {
    self.rows = rows
    self.header = header
  }

  /// The name of the row that holds the means.
  static let meanID = "(mean)"

  /// The measures in the order of the table, with the names that programs use.
  static let measures: [(name: String, value: @Sendable (Backtest.Accuracy) -> Double)] = [
    ("mase", { $0.mase }), ("smape", { $0.smape }), ("coverage80", { $0.coverage80 }),
    ("coverage95", { $0.coverage95 }),
  ]

  /// The mean over the series that have a number; NaN if none has.
  func mean(_ value: (Backtest) -> Double) -> Double {
    let known = rows.compactMap { $0.result.map(value) }.filter(\.isFinite)
    return known.isEmpty ? .nan : known.reduce(0, +) / Double(known.count)
  }

  /// One row per series and one for the means [RFC 4180].
  package var csv: String {
    var writer = DelimitedWriter()
    let names = Self.measures.map(\.name)
    writer.write(
      ["series_id", "origins", "horizon"] + names + Self.rivalNames.map { "naive_\($0)" }
        + Self.rivalNames.map { "damped_\($0)" })
    for row in rows {
      let cells = row.result.map { result -> [DelimitedWriter.Cell] in
        [.integer(result.origins), .integer(result.horizon)] + numbers { $0(result) }
      }
      let none = Array(
        repeating: DelimitedWriter.Cell.empty, count: 2 + names.count + 2 * Self.rivalNames.count)
      writer.write([.text(row.id)] + (cells ?? none))
    }
    writer.write([.text(Self.meanID), .empty, .empty] + numbers { mean($0) })
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The measures that rivals without bands have.
  private static let rivalNames = measures.prefix(2).map(\.name)

  /// Cells of our measures, then the naive's and the damped trend's.
  private func numbers(_ reading: ((Backtest) -> Double) -> Double) -> [DelimitedWriter.Cell] {
    Self.measures.map { measure in .number(reading { measure.value($0.accuracy) }) }
      + Self.measures.prefix(2).map { measure in
        .number(reading { measure.value($0.seasonalNaive) })
      }
      + Self.measures.prefix(2).map { measure in
        .number(reading { measure.value($0.dampedTrend) })
      }
  }

  package var json: JSONValue {
    header.document(
      "cadre.backtest/1.0",
      [
        "series": .array(rows.map(\.json)),
        "mean": Self.json { measure in mean { measure($0.accuracy) } },
        "naive_mean": Self.json { measure in mean { measure($0.seasonalNaive) } },
        "damped_mean": Self.json { measure in mean { measure($0.dampedTrend) } },
      ])
  }

  fileprivate static func json(
    _ reading: ((Backtest.Accuracy) -> Double) -> Double
  ) -> JSONValue {
    let members = measures.map { ($0.name, JSONValue.number(reading($0.value))) }
    return .object(Dictionary(members) { first, _ in first })
  }
}

extension BacktestReport.Row {
  fileprivate var json: JSONValue {
    guard let result else {
      return ["id": .string(id), "accuracy": .null, "naive": .null, "damped": .null]
    }
    return [
      "id": .string(id), "origins": .integer(result.origins), "horizon": .integer(result.horizon),
      "accuracy": BacktestReport.json { $0(result.accuracy) },
      "naive": BacktestReport.json { $0(result.seasonalNaive) },
      "damped": BacktestReport.json { $0(result.dampedTrend) },
    ]
  }
}

extension BacktestReport {
  private static let mostShown = 20

  package var page: Page {
    var table = TextTable(columns: [
      .init("series", mayShrink: true), .init("held back", .right), .init("MASE", .right),
      .init("naive", .right), .init("damped", .right), .init("sMAPE", .right),
      .init("naive", .right, dropRank: 2), .init("damped", .right, dropRank: 1),
      .init("in 80 %", .right), .init("in 95 %", .right),
    ])
    for row in rows.prefix(Self.mostShown) {
      guard let result = row.result else {
        table.add([.init(row.id), .init("too short", .muted)])
        continue
      }
      let held = "\(result.origins) x \(result.horizon)"
      table.add([.init(row.id), .init(held)] + cells { $0(result) })
    }
    table.add([.init("mean", .emphasis), ""] + cells { mean($0) })
    let left = rows.count - Self.mostShown
    let more =
      "and \(NumberText.count(left, "more series", "more series")) in the mean; "
      + "'--format csv' has them all"
    return Page(
      "Forecasts of the past",
      [.table(table)] + (left > 0 ? [.note(more)] : []) + verdict.map { .paragraph($0) },
      footer: legend)
  }

  private func cells(_ reading: ((Backtest) -> Double) -> Double) -> [TextTable.Cell] {
    let errors = Self.measures.prefix(2).flatMap { measure -> [TextTable.Cell] in
      let own = reading { measure.value($0.accuracy) }
      let rivals = [
        reading { measure.value($0.seasonalNaive) }, reading { measure.value($0.dampedTrend) },
      ]
      func words(_ value: Double) -> String {
        NumberText.fixed(value, decimals: measure.name == "mase" ? 2 : 1)
      }
      let isBetter = rivals.allSatisfy { own < $0 }
      return [.init(words(own), isBetter ? .good : .warning)]
        + rivals.map { .init(words($0), .muted) }
    }
    let coverage = Self.measures.dropFirst(2).map { measure in
      TextTable.Cell(NumberText.percent(reading { measure.value($0.accuracy) }))
    }
    return errors + coverage
  }

  /// The table in one sentence.
  private var verdict: [String] {
    let own = mean(\.mase)
    func gain(_ rival: Double, _ name: String) -> String? {
      guard rival > 0, own.isFinite, rival.isFinite else { return nil }
      let share = 1 - own / rival
      return "\(NumberText.percent(abs(share))) \(share >= 0 ? "less" : "more") than \(name)"
    }
    let gains = [
      gain(mean { $0.seasonalNaive.mase }, "repeating the last season"),
      gain(mean { $0.dampedTrend.mase }, "a damped trend"),
    ].compactMap(\.self)
    guard !gains.isEmpty else { return [] }
    return [
      "On its own past the forecast missed by \(gains.joined(separator: " and ")); its band of "
        + "80 % held \(NumberText.percent(mean(\.coverage80))) of what came."
    ]
  }

  private var legend: String {
    """
    MASE below 1 beats repeating the last season one step ahead; sMAPE in percent, 0 to 200; "in \
    80 %" and "in 95 %" are how often the truth was inside the band; "naive" repeats the last \
    season, "damped" is a damped trend on top of what repeats. Seed \(header.seed).
    """
  }
}
