import Organization
import Planning
import Simulation

/// What outcomes depend on most, as a table.
enum TornadoTable {
  private static let mostBars = 8

  /// Empty where nothing stands out from what chance alone would show.
  static func text(_ tornado: [TornadoBar], _ style: TextStyle) -> String {
    let bars = tornado.filter { bar in
      // What chance alone would show once in a thousand is not told.
      [bar.cost, bar.policyKept].compactMap(\.self).contains {
        !$0.interval(confidence: 0.999).contains(0)
      }
    }
    guard !bars.isEmpty else { return "" }
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
    return style.ink(.heading, "What the outcome depends on most (rank correlation)") + "\n"
      + table.text(style, indent: 2)
  }
}
