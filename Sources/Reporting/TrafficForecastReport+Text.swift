import Organization
import Simulation

extension TrafficForecastReport {
  private static let mostShown = 20

  package func text(_ style: TextStyle) -> String {
    let end = organization.start + (organization.months - 1)
    let title = "\(SafeText.terminal(organization.name)): traffic relative to today"
    var text = style.ink(.heading, title) + "\n"
    text +=
      "\(organization.start) to \(end), scenario \(SafeText.terminal(organization.scenario))\n"
    for index in organization.drivers.indices.prefix(Self.mostShown) {
      text += "\n" + driver(index, style)
    }
    let left = organization.drivers.count - Self.mostShown
    if left > 0 { text += "\nand \(NumberText.count(left, "more driver", "more drivers"))\n" }
    return text + "\n" + style.ink(.muted, "Seed \(header.seed).") + "\n"
  }

  private func driver(_ index: Int, _ style: TextStyle) -> String {
    let driver = organization.drivers[index]
    let months = months(of: index)
    let basis = TrafficLine.basis(outlook.drivers[index].basis)
    var text = wrapped("\(SafeText.terminal(driver.id)): \(basis)", style, indent: 0)
    if let history = driver.history { text += "  counted: \(size(history))\n" }
    let events = events(of: index).map { SafeText.terminal("\($0.id) (\(words($0.kind)))") }
    if !events.isEmpty {
      text += wrapped("events: " + events.joined(separator: ", "), style, indent: 2)
    }
    text += "  mean    " + Sparkline.text(months.map(\.mean), glyphs: style.glyphs) + "\n"
    text += "  peak    " + Sparkline.text(months.map(\.peak), glyphs: style.glyphs) + "\n"
    return text + table(months, style)
  }

  private func table(_ months: [Month], _ style: TextStyle) -> String {
    var table = TextTable(columns: [
      .init("month"), .init("mean", .right), .init("10 %", .right), .init("50 %", .right),
      .init("90 %", .right), .init("peak", .right), .init("peak 90 %", .right),
    ])
    for month in months {
      table.add(
        [.init(month.name)]
          + [month.mean, month.low, month.median, month.high, month.peak, month.highPeak]
          .map { .init("x" + NumberText.fixed($0, decimals: 2)) })
    }
    return table.text(style, indent: 2)
  }

  private func wrapped(_ text: String, _ style: TextStyle, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return TextWrap.lines(text, width: style.width - indent, hanging: 2).map { margin + $0 + "\n" }
      .joined()
  }

  private func size(_ history: TrafficHistory) -> String {
    let cadence = history.cadence.rawValue
    let missing = history.values.count(where: \.isNaN)
    return NumberText.count(history.values.count, "\(cadence) value", "\(cadence) values")
      + (missing > 0 ? ", \(NumberText.grouped(missing)) missing" : "")
  }

  private func words(_ kind: TrafficEvent.Kind) -> String {
    switch kind {
    case .campaign(let month, let days, _, _, let yearly):
      "\(month), \(NumberText.plain(days)) days\(yearly ? ", yearly" : "")"
    case .step(let from, let level):
      "from \(from), \(NumberText.signedPercent(level.likely))"
    case .viral(let perYear, let size, _):
      "\(NumberText.plain(perYear.likely)) a year, x\(NumberText.plain(size.likely))"
    }
  }
}
