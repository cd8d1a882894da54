import Organization
import Planning
import Simulation

/// What outcomes depend on most, as a table.
enum TornadoTable {
  private static let mostBars = 8

  /// Empty where nothing stands out from what chance alone would show.
  static func blocks(_ tornado: [TornadoBar]) -> [Page.Block] {
    let bars = tornado.filter { bar in
      // What chance alone would show once in a thousand is not told.
      [bar.cost, bar.policyKept].compactMap(\.self).contains {
        !$0.interval(confidence: 0.999).contains(0)
      }
    }
    guard !bars.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init("estimate", mayShrink: true), .init("range", .right, dropRank: 1),
      .init("with cost", .right), .init("with policy kept", .right),
    ])
    for bar in bars.prefix(mostBars) {
      func text(_ correlation: RankCorrelation?) -> TextTable.Cell {
        .init(correlation.map { NumberText.fixed($0.value, decimals: 2) } ?? "")
      }
      let value = bar.estimate.value
      table.add([
        .init(bar.name),
        .init("\(NumberText.short(value.low)) to \(NumberText.short(value.high))"),
        text(bar.cost), text(bar.policyKept),
      ])
    }
    return [
      .heading("What the outcome depends on most (rank correlation)"), .table(table),
      .chart(
        Chart(
          "What keeping the policy depends on",
          "Rank correlation of each estimate with the share of team-months in which the policy is "
            + "kept: right, more of it helps; left, more of it harms.",
          .bars(
            Chart.Bars(
              names: bars.prefix(mostBars).map(\.name),
              values: bars.prefix(mostBars).map { $0.policyKept?.value ?? 0 },
              valueName: "with policy kept")))),
    ]

  }
}
