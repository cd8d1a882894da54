import Organization
import Reporting
import Simulation
import TerminalKit

/// How traffic grows: a fan of what may come, by driver, with events and services that outgrow their
/// headroom.
struct TrafficView {
  let explorer: Explorer

  func draw(on frame: inout Frame, in area: Area) {
    var area = area
    let words = Words(organization: explorer.organization, glyphs: frame.glyphs)
    let drivers = explorer.organization.drivers
    guard drivers.indices.contains(explorer.trafficDriver),
      explorer.scene.outlook.drivers.indices.contains(explorer.trafficDriver)
    else {
      frame.write("the model has no driver of traffic", in: area, .muted)
      return
    }
    let driver = explorer.trafficDriver
    drawNames(on: &frame, in: area.takeTop(1), driver)
    let notes = notes(driver, words, area.width)
    let chart = area.takeTop(max(9, min(area.height - notes.count - 1, 18)))
    drawChart(on: &frame, in: chart, driver, words)
    _ = area.takeTop(1)
    for (row, line) in notes.prefix(area.height).enumerated() {
      frame.write(line, in: area, row: row)
    }
  }

  private func drawNames(on frame: inout Frame, in area: Area, _ driver: Int) {
    var column = 0
    for (index, item) in explorer.organization.drivers.enumerated() {
      let name = " \(SafeText.terminal(item.id)) "
      column = frame.write(name, in: area, column: column, index == driver ? .selection : .plain)
      column += 1
    }
    frame.write(
      "mean over an ordinary month", in: area, column: column + 1, .muted)
  }

  // MARK: Chart

  /// What lies in the window of the chart.
  private struct Fan {
    /// Before the plan, oldest first, relative to today.
    var history: [Double]
    var low: [Double]
    var middle: [Double]
    var high: [Double]
  }

  private func fan(_ driver: Int) -> Fan {
    let outlook = explorer.scene.outlook.drivers[driver]
    let months = explorer.organization.months
    func cut(_ values: [Double]) -> [Double] { Array(values.prefix(months)) }
    return Fan(
      history: history(driver), low: cut(outlook.mean(quantile: 0.1)),
      middle: cut(outlook.mean(quantile: 0.5)), high: cut(outlook.mean(quantile: 0.9)))
  }

  /// Two years show a season twice.
  private static let shownHistory = 24

  private func history(_ driver: Int) -> [Double] {
    guard case .history(let basis) = explorer.scene.outlook.drivers[driver].basis,
      let today = basis.todaysMean, today > 0, explorer.scene.histories.indices.contains(driver)
    else { return [] }
    return explorer.scene.histories[driver].suffix(Self.shownHistory).map { $0 / today }
  }

  private func drawChart(
    on frame: inout Frame, in area: Area, _ driver: Int, _ words: Words
  ) {
    var area = area
    let fan = fan(driver)
    let axis = area.takeBottom(1)
    let values = (fan.history + fan.low + fan.high).filter(\.isFinite)
    guard let most = values.max(), let least = values.min(), area.height > 1, area.width > 20
    else { return }
    let floor = least > 0.5 * most ? least * 0.9 : 0
    let span = max(1e-9, most * 1.02 - floor)
    func share(_ value: Double) -> Double { (value - floor) / span }
    let margin = 7
    for row in 0..<area.height {
      let value = most * 1.02 - span * Double(row) / Double(max(1, area.height - 1))
      let isMarked = row % max(1, area.height / 4) == 0 || row == area.height - 1
      if isMarked {
        let text = "x" + NumberText.fixed(value, decimals: 2)
        frame.write(text, in: area, column: max(0, margin - 1 - text.count), row: row, .muted)
      }
      frame.write(String(frame.glyphs.vertical), in: area, column: margin, row: row, .border)
    }
    var plot = area
    _ = plot.takeLeft(margin + 1)
    let count = fan.history.count + fan.middle.count
    let split = count > 0 ? plot.width * fan.history.count / count : 0
    drawBand(on: &frame, in: plot, fan, from: split, share: share)
    var past = DotCanvas(width: plot.width, height: plot.height)
    past.line(fan.history.map(share), over: 0..<split)
    past.draw(on: &frame.surface, in: plot, .history, glyphs: frame.glyphs)
    var future = DotCanvas(width: plot.width, height: plot.height)
    future.line(fan.middle.map(share), over: split..<plot.width)
    future.draw(on: &frame.surface, in: plot, .median, glyphs: frame.glyphs)
    drawAxis(on: &frame, in: axis, left: margin + 1, fan, split: split, width: plot.width)
  }

  private func drawBand(
    on frame: inout Frame, in plot: Area, _ fan: Fan, from split: Int, share: (Double) -> Double
  ) {
    let width = plot.width - split
    guard width > 0, !fan.low.isEmpty else { return }
    for column in 0..<width {
      let place = Double(column) / Double(max(1, width - 1)) * Double(fan.low.count - 1)
      let month = min(fan.low.count - 1, Int(place.rounded()))
      func row(_ value: Double) -> Int {
        let share = min(1, max(0, share(value)))
        return min(plot.height - 1, max(0, Int(((1 - share) * Double(plot.height - 1)).rounded())))
      }
      let (top, bottom) = (row(fan.high[month]), row(fan.low[month]))
      for line in top...max(top, bottom) {
        frame.write(
          String(frame.glyphs.band), in: plot, column: split + column, row: line, .band)
      }
    }
  }

  private func drawAxis(
    on frame: inout Frame, in area: Area, left: Int, _ fan: Fan, split: Int, width: Int
  ) {
    let start = explorer.organization.start
    let count = fan.history.count + fan.middle.count
    guard count > 0 else { return }
    var free = 0
    for place in 0..<count {
      let month = start + (place - fan.history.count)
      guard month.month == 1 else { continue }
      let column =
        place < fan.history.count
        ? split * place / max(1, fan.history.count)
        : split + (width - split) * (place - fan.history.count) / max(1, fan.middle.count)
      guard column >= free, column + 4 <= width else { continue }
      frame.write(String(month.year), in: area, column: left + column, .muted)
      free = column + 6
    }
  }

  // MARK: Notes

  private func notes(_ driver: Int, _ words: Words, _ width: Int) -> [[Piece]] {
    let outlook = explorer.scene.outlook.drivers[driver]
    let months = explorer.organization.months
    let last = months - 1
    func times(_ value: Double) -> String { "x" + NumberText.fixed(value, decimals: 2) }
    let busiest = outlook.peakMean.prefix(months).max() ?? .nan
    let glyphs = words.glyphs
    var lines: [[Piece]] = [
      [
        Piece("\(glyphs.point) history  ", .history), Piece("\(glyphs.middle) median  ", .median),
        Piece("\(glyphs.band) 10-90 %", .band),
      ],
      [
        Piece("at \(words.month(last)) the mean is "), Piece(times(outlook.mean[last]), .emphasis),
        Piece(
          " (\(times(outlook.mean(quantile: 0.1)[last])) to \(times(outlook.mean(quantile: 0.9)[last]))"
            + "), the busiest day \(times(busiest)) the busiest of last year"),
      ],
    ]
    let events = events(of: driver)
    if !events.isEmpty {
      let text = "events: " + events.map(SafeText.terminal).joined(separator: ", ")
      lines += TextWrap.lines(text, width: max(20, width)).map { [Piece($0)] }
    }
    return lines + crossings(driver, words)
  }

  private func events(of driver: Int) -> [String] {
    explorer.organization.events.filter { $0.drivers.isEmpty || $0.drivers.contains(driver) }
      .map { event in
        switch event.kind {
        case .campaign(let month, _, _, let peak, let yearly):
          "\(event.id) \(month)\(yearly ? " yearly" : "") (peak x\(NumberText.plain(peak.likely)))"
        case .step(let from, let level):
          "\(event.id) from \(from) (+\(NumberText.percent(level.likely)))"
        case .viral(let perYear, let size, _):
          "\(event.id) \(NumberText.plain(perYear.likely)) a year (x\(NumberText.plain(size.likely)))"
        }
      }
  }

  private static let mostCrossings = 8

  /// The busiest day that a service feels by a month, relative to that of last year.
  private static func peak(of service: ServiceModel, in traffic: TrafficFuture, month: Int)
    -> Double
  {
    let weight = service.traffic.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return 1 }
    return service.traffic.reduce(0) { sum, share in
      guard traffic.peak.indices.contains(share.driver),
        traffic.peak[share.driver].indices.contains(month)
      else { return sum + share.weight }
      return sum + share.weight * traffic.peak[share.driver][month]
    } / weight
  }

  /// Services whose safe peak is passed, the earliest first.
  private func crossings(_ driver: Int, _ words: Words) -> [[Piece]] {
    let traffic = explorer.scene.outlook.mean
    let found = explorer.scene.model.services.indices.compactMap {
      service -> (service: Int, month: Int)? in
      let model = explorer.scene.model.services[service]
      guard
        model.traffic.isEmpty
          || model.traffic.contains(where: { $0.driver == driver && $0.weight > 0 }),
        let month = (0..<explorer.organization.months).first(where: {
          Self.peak(of: model, in: traffic, month: $0) > model.headroom
        })
      else { return nil }
      return (service, month)
    }.sorted { ($0.month, $0.service) < ($1.month, $1.service) }
    guard !found.isEmpty else {
      return [
        [Piece("\(words.glyphs.good) no service outgrows its headroom on the mean course", .good)]
      ]
    }
    let many = NumberText.count(found.count, "service outgrows its", "services outgrow their")
    var lines: [[Piece]] = [[Piece("\(many) headroom on the mean course", .heading)]]
    for item in found.prefix(Self.mostCrossings) {
      let service = explorer.organization.services[item.service]
      let owners = service.owningTeams.map(words.team).joined(separator: ", ")
      lines.append([
        Piece("  \(words.month(item.month))  ", .emphasis), Piece(SafeText.terminal(service.id)),
        Piece(
          "  x\(NumberText.plain(service.headroom.likely, decimals: 1))"
            + (owners.isEmpty ? "" : ", \(owners)"), .muted),
      ])
    }
    let left = found.count - Self.mostCrossings
    if left > 0 { lines.append([Piece("  and \(left) more", .muted)]) }
    return lines
  }
}
