extension Chart {
  /// What is drawn, as a table.
  var figures: TextTable {
    switch drawing {
    case .fan(let fan): figures(of: fan)
    case .curves(let curves):
      shares(curves.names, curves.values, by: curves.months)
    case .heatMap(let map): shares(map.names, map.values, by: map.months)
    case .spans(let spans): figures(of: spans)
    case .spreads(let spreads):
      Self.table(
        ["", "10 %", "25 %", "50 %", "75 %", "90 %"],
        zip(spreads.names, spreads.quantiles).map { [$0] + $1.map(spreads.number) })
    case .frontier(let frontier):
      Self.table(
        [frontier.amountName, frontier.shareName, "mark"],
        frontier.points.map {
          [frontier.number($0.amount), NumberText.percent($0.share), $0.name]
        })
    case .bars(let bars):
      Self.table(
        ["", bars.valueName],
        zip(bars.names, bars.values).map { [$0, NumberText.fixed($1, decimals: 2)] })
    }
  }

  private static func table(_ titles: [String], _ rows: [[String]]) -> TextTable {
    var table = TextTable(
      columns: titles.enumerated().map { place, title in
        .init(title, place == 0 ? .left : .right)
      })
    for row in rows { table.add(row.map { .init($0) }) }
    return table
  }

  private func figures(of fan: Fan) -> TextTable {
    Self.table(
      ["", fan.middle, "10 %", "90 %", "busiest day"],
      zip(fan.names, fan.future).map { name, column in
        [name, fan.number(column.middle)]
          + (column.band.map { [fan.number($0.lowerBound), fan.number($0.upperBound)] } ?? ["", ""])
          + [column.peak.isFinite ? fan.number(column.peak) : ""]
      })
  }

  /// A row for each month, as there are more months than most have teams.
  private func shares(_ names: [String], _ values: [[Double]], by months: [String]) -> TextTable {
    Self.table(
      [""] + names,
      months.indices.map { month in
        [months[month]]
          + values.map { $0.indices.contains(month) ? NumberText.percent($0[month]) : "" }
      })
  }

  private func figures(of spans: Spans) -> TextTable {
    func name(_ month: Double) -> String {
      let place = Int(max(0, month))
      return spans.months.indices.contains(place) ? spans.months[place] : "later"
    }
    return Self.table(
      [""] + spans.parts.map { "\($0) from" } + ["until"],
      spans.spans.map { span in [span.name] + span.marks.map(name) })
  }
}
