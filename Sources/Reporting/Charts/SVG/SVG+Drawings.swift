extension SVG {
  /// Draws a chart.
  ///
  /// - Parameters:
  ///   - chart: what to draw.
  ///   - name: of the element, from which those of its parts are made.
  /// - Returns: the element.
  static func drawing(_ chart: Chart, name: String) -> String {
    let drawing =
      switch chart.drawing {
      case .fan(let fan): of(fan)
      case .curves(let curves): of(curves)
      case .heatMap(let map): of(map)
      case .spans(let spans): of(spans)
      case .spreads(let spreads): of(spreads)
      case .frontier(let frontier): of(frontier)
      case .bars(let bars): of(bars)
      }
    return drawing.document(name: name, title: chart.title, description: chart.description)
  }

  /// Narrow enough that its letters can be read on a phone.
  private static let usualWidth = 480.0
  private static let rowHeight = 20.0

  /// As much of a name as there is room for.
  private static func short(_ name: String, _ cells: Int = 17) -> String {
    CellWidth.clipped(SafeText.terminal(name), to: cells, glyphs: .unicode)
  }

  /// Below an axis: every so many months, that they do not run into each other.
  private mutating func months(
    _ names: [String], y: Double, x: (Int) -> Double, spacing: Double
  ) {
    let every = max(1, Int((52 / max(0.1, spacing)).rounded(.up)))
    for place in stride(from: 0, to: names.count, by: every) {
      text(names[place], x: x(place), y: y, .middle, isQuiet: true)
    }
  }

  // MARK: A history and what may follow

  private static func of(_ fan: Chart.Fan) -> SVG {
    var drawing = SVG(width: usualWidth, height: 230)
    // So much of the past as what follows takes twice.
    let past = fan.past.suffix(max(24, 2 * fan.future.count))
    let columns = Array(past) + fan.future
    let values = columns.flatMap {
      [$0.middle, $0.peak] + ($0.band.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }.filter(\.isFinite)
    guard let least = values.min(), let most = values.max(), columns.count > 1 else {
      return drawing
    }
    let low = least >= 0 && least < 0.5 * most ? 0 : least
    let (left, right, top, bottom) = (52.0, usualWidth - 12, 12.0, 190.0)
    let step = (right - left) / Double(columns.count - 1)
    func x(_ place: Int) -> Double { left + Double(place) * step }
    func y(_ value: Double) -> Double {
      bottom - (value - low) / max(1e-12, most - low) * (bottom - top)
    }
    for share in [0, 0.5, 1] {
      let value = low + share * (most - low)
      drawing.line((left, y(value)), (right, y(value)), "axis")
      drawing.text(fan.number(value), x: left - 6, y: y(value) + 4, .end, isQuiet: true)
    }
    let start = past.count
    let future = fan.future.enumerated()
    drawing.area(
      future.map { (x(start + $0), y($1.band?.upperBound ?? .nan)) },
      future.map { (x(start + $0), y($1.band?.lowerBound ?? .nan)) })
    drawing.curve(past.enumerated().map { (x($0), y($1.middle)) }, "past")
    drawing.curve(future.map { (x(start + $0), y($1.middle)) }, "curve")
    drawing.curve(columns.enumerated().map { (x($0), y($1.peak)) }, "peak")
    if start > 0 { drawing.line((x(start), top), (x(start), bottom), "axis") }
    for (place, column) in columns.enumerated() {
      if let label = column.label {
        drawing.text(label, x: x(place), y: 205, .middle, isQuiet: true)
      }
    }
    if columns.allSatisfy({ $0.label == nil }) {
      for (place, anchor) in [(0, Anchor.start), (fan.names.count - 1, .end)] {
        guard fan.names.indices.contains(place) else { continue }
        drawing.text(fan.names[place], x: x(start + place), y: 205, anchor, isQuiet: true)
      }
    }
    let key = start > 0 ? "solid: history, then the \(fan.middle)" : "solid: \(fan.middle)"
    let peak = columns.contains { $0.peak.isFinite } ? "; dots: busiest day" : ""
    drawing.text("\(key); band: 10-90 %\(peak)", x: left, y: 224, isQuiet: true)
    return drawing
  }

  // MARK: Coverage by team

  private static func of(_ curves: Chart.Curves) -> SVG {
    let row = 44.0
    var drawing = SVG(width: usualWidth, height: Double(curves.names.count) * row + 24)
    let (left, right) = (118.0, usualWidth - 44)
    let span = max(1e-12, curves.range.upperBound - curves.range.lowerBound)
    let step = (right - left) / Double(max(1, curves.months.count - 1))
    func x(_ month: Int) -> Double { left + Double(month) * step }
    for (place, name) in curves.names.enumerated() {
      let bottom = Double(place + 1) * row
      func y(_ value: Double) -> Double {
        let share = (value - curves.range.lowerBound) / span
        return bottom - 4 - min(1, max(0, share)) * (row - 10)
      }
      drawing.line((left, bottom - 4), (right, bottom - 4), "axis")
      drawing.line((left, y(curves.threshold)), (right, y(curves.threshold)), "limit")
      drawing.curve(curves.values[place].enumerated().map { (x($0), y($1)) }, "curve")
      drawing.text(short(name), x: left - 6, y: bottom - 14, .end)
      if let worst = curves.values[place].filter(\.isFinite).min() {
        drawing.text(NumberText.percent(worst), x: right + 4, y: bottom - 14, isQuiet: true)
      }
    }
    drawing.months(
      curves.months, y: drawing.height - 6, x: x, spacing: step)
    return drawing
  }

  // MARK: Burnout by team and month

  private static func of(_ map: Chart.HeatMap) -> SVG {
    var drawing = SVG(
      width: usualWidth, height: Double(map.names.count) * rowHeight + 24)
    let left = 118.0
    let size = min(rowHeight, (usualWidth - left - 16) / Double(max(1, map.months.count)))
    let most = max(map.threshold, map.values.flatMap(\.self).filter(\.isFinite).max() ?? 1)
    for (place, name) in map.names.enumerated() {
      let top = Double(place) * rowHeight
      drawing.text(short(name), x: left - 6, y: top + 14, .end)
      drawing.rectangle(
        x: left, y: top + 1, width: size * Double(map.months.count), height: rowHeight - 2,
        "ground")
      for (month, value) in map.values[place].enumerated() where value.isFinite {
        // Size says how much, so that colour alone says nothing.
        let side = min(1, max(0, value / max(1e-12, most))) * (size - 1)
        let center = (left + (Double(month) + 0.5) * size, top + rowHeight / 2)
        drawing.rectangle(
          x: center.0 - side / 2, y: center.1 - side / 2, width: side, height: side,
          value > map.threshold ? "over" : "cell")
        if value > map.threshold {
          drawing.line(
            (center.0 - size / 2, top + rowHeight - 1), (center.0 + size / 2, top + rowHeight - 1),
            "limit")
        }
      }
    }
    drawing.months(
      map.months, y: drawing.height - 6, x: { left + (Double($0) + 0.5) * size }, spacing: size)
    return drawing
  }

  // MARK: Hiring

  private static func of(_ spans: Chart.Spans) -> SVG {
    var drawing = SVG(
      width: usualWidth, height: Double(spans.spans.count) * rowHeight + 40)
    let (left, right) = (150.0, usualWidth - 12)
    let step = (right - left) / Double(max(1, spans.months.count))
    func x(_ month: Double) -> Double {
      left + min(max(0, month), Double(spans.months.count)) * step
    }
    for (place, span) in spans.spans.enumerated() {
      let top = Double(place) * rowHeight
      drawing.text(short(span.name, 23), x: left - 6, y: top + 14, .end)
      drawing.line((left, top + rowHeight), (right, top + rowHeight), "axis")
      for (part, ends) in zip(span.marks, span.marks.dropFirst()).enumerated() {
        // Height tells the parts apart too.
        let height = [4.0, 8, 12][min(2, part)]
        drawing.rectangle(
          x: x(ends.0), y: top + (rowHeight - height) / 2, width: x(ends.1) - x(ends.0),
          height: height, "part\(min(2, part))")
      }
    }
    let bottom = Double(spans.spans.count) * rowHeight
    drawing.months(spans.months, y: bottom + 14, x: { x(Double($0)) }, spacing: step)
    drawing.text(
      zip(["thin", "medium", "thick"], spans.parts).map { "\($0): \($1)" }.joined(separator: "; "),
      x: left - 30, y: bottom + 32, isQuiet: true)
    return drawing
  }

  // MARK: Costs

  private static func of(_ spreads: Chart.Spreads) -> SVG {
    var drawing = SVG(width: usualWidth, height: Double(spreads.names.count) * 30 + 30)
    let all = spreads.quantiles.flatMap(\.self).filter(\.isFinite)
    guard let least = all.min(), let most = all.max() else { return drawing }
    let (left, right) = (78.0, usualWidth - 40)
    func x(_ value: Double) -> Double {
      left + (value - least) / max(1e-12, most - least) * (right - left)
    }
    for (place, name) in spreads.names.enumerated() {
      let middle = Double(place) * 30 + 15
      let quantiles = spreads.quantiles[place]
      drawing.text(short(name, 11), x: left - 8, y: middle + 4, .end)
      guard quantiles.count == 5 else { continue }
      drawing.line((x(quantiles[0]), middle), (x(quantiles[4]), middle), "past")
      drawing.rectangle(
        x: x(quantiles[1]), y: middle - 7, width: x(quantiles[3]) - x(quantiles[1]), height: 14,
        "part0")
      drawing.line((x(quantiles[2]), middle - 9), (x(quantiles[2]), middle + 9), "past")
    }
    let bottom = Double(spreads.names.count) * 30
    for (value, anchor) in [(least, Anchor.start), ((least + most) / 2, .middle), (most, .end)] {
      drawing.text(spreads.number(value), x: x(value), y: bottom + 12, anchor, isQuiet: true)
    }
    drawing.text(
      "line: 10-90 % of futures; box: 25-75 %; mark: the middle", x: left, y: bottom + 26,
      isQuiet: true)
    return drawing
  }

  // MARK: Cost against risk

  private static func of(_ frontier: Chart.Frontier) -> SVG {
    var drawing = SVG(width: usualWidth, height: 250)
    let amounts = frontier.points.map(\.amount)
    guard let least = amounts.min(), let most = amounts.max() else { return drawing }
    let (left, right, top, bottom) = (52.0, usualWidth - 60, 14.0, 196.0)
    func place(_ point: Chart.Frontier.Point) -> (x: Double, y: Double) {
      (
        left + (point.amount - least) / max(1e-12, most - least) * (right - left),
        bottom - min(1, max(0, point.share)) * (bottom - top)
      )
    }
    for share in [0, 0.5, 1.0] {
      let y = bottom - share * (bottom - top)
      drawing.line((left, y), (right + 10, y), "axis")
      drawing.text(NumberText.percent(share), x: left - 6, y: y + 4, .end, isQuiet: true)
    }
    drawing.curve(frontier.points.map(place), "band-line")
    for point in frontier.points {
      let center = place(point)
      drawing.circle(
        center, radius: point.name.isEmpty ? 3.5 : 5.5, point.name.isEmpty ? "dot" : "knee")
      if !point.name.isEmpty {
        let isLeft = center.x > (left + right) / 2
        drawing.text(
          point.name, x: center.x + (isLeft ? -8 : 8), y: center.y + 16, isLeft ? .end : .start)
      }
    }
    for (value, anchor) in [(least, Anchor.start), (most, .end)] {
      let x = value == least ? left : right
      drawing.text(frontier.number(value), x: x, y: bottom + 16, anchor, isQuiet: true)
    }
    drawing.text(
      "right: \(frontier.amountName); up: \(frontier.shareName)", x: left, y: bottom + 40,
      isQuiet: true)
    return drawing
  }

  // MARK: Tornado

  private static func of(_ bars: Chart.Bars) -> SVG {
    var drawing = SVG(width: usualWidth, height: Double(bars.names.count) * rowHeight + 24)
    let (left, right) = (210.0, usualWidth - 12)
    let middle = (left + right) / 2
    let most = max(0.1, bars.values.map(abs).filter(\.isFinite).max() ?? 1)
    for (place, name) in bars.names.enumerated() where bars.values[place].isFinite {
      let top = Double(place) * rowHeight
      let length = bars.values[place] / most * (right - middle - 34)
      drawing.text(short(name, 33), x: left - 8, y: top + 14, .end)
      drawing.rectangle(
        x: min(middle, middle + length), y: top + 3, width: abs(length), height: rowHeight - 6,
        length > 0 ? "bar-up" : "bar-down")
      drawing.text(
        NumberText.fixed(bars.values[place], decimals: 2),
        x: middle + length + (length > 0 ? 4 : -4),
        y: top + 14, length > 0 ? .start : .end, isQuiet: true)
    }
    let bottom = Double(bars.names.count) * rowHeight
    drawing.line((middle, 0), (middle, bottom), "axis")
    drawing.text(bars.valueName, x: middle, y: bottom + 16, .middle, isQuiet: true)
    return drawing
  }
}
