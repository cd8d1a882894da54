import Forecasting
import Organization
import Simulation

extension TrafficForecastReport {
  private static let mostShown = 20
  /// More changes than these of one driver are left to the document.
  private static let mostChanges = 6
  private static let mostHolidays = 4

  package func text(_ style: TextStyle) -> String {
    let end = organization.start + (organization.months - 1)
    var text = style.ink(.heading, "\(SafeText.terminal(organization.name)): traffic") + "\n"
    text += "\(organization.start) to \(end), scenario \(SafeText.terminal(organization.scenario))"
    text += ", relative to today\n\n" + summary(style)
    for index in shown.prefix(Self.mostShown) { text += "\n" + driver(index, style) }
    let left = shown.count - Self.mostShown
    if left > 0 { text += "\nand \(NumberText.count(left, "more driver", "more drivers"))\n" }
    let months = "Months one by one: '--format csv'. Seed \(header.seed)."
    return text + "\n" + style.ink(.muted, months) + "\n"
  }

  // MARK: Summary

  /// The answer in a table: how much, how sure, how busy.
  private func summary(_ style: TextStyle) -> String {
    let last = organization.months - 1
    let year = min(11, last)
    var table = TextTable(columns: [
      .init("driver", mayShrink: true), .init("itself", .right),
      .init("model", .right, dropRank: 1),
    ])
    let marks = year < last ? [year, last] : [last]
    for mark in marks {
      table.columns.append(
        .init("\(organization.start + mark)", .right, dropRank: mark == last ? nil : 2))
    }
    table.columns += [.init("10-90 %", .right), .init("busiest day", .right)]
    for index in shown.prefix(Self.mostShown) {
      let months = months(of: index)
      let (itself, model) = growth(outlook.drivers[index].basis)
      let busiest = months.map(\.peak).max() ?? .nan
      table.add(
        [.init(organization.drivers[index].id), .init(itself), .init(model)]
          + marks.map { .init(times(months[$0].mean)) }
          + [
            .init("\(times(months[last].low))-\(times(months[last].high).dropFirst())"),
            .init(times(busiest)),
          ])
    }
    let note =
      "itself, model: growth a year by the history alone, and as the model expects. Then means of a "
      + "month over an ordinary month of late, and the busiest day expected within the plan over "
      + "the busiest of the last twelve months."
    return table.text(style, indent: 2) + wrapped(note, style, indent: 2, role: .muted)
  }

  private func growth(_ basis: DriverOutlook.Basis) -> (itself: String, model: String) {
    switch basis {
    case .history(let history):
      (
        NumberText.signedPercent(history.growthPerYear),
        history.scenarioGrowth.map { NumberText.signedPercent($0.likely) } ?? ""
      )
    case .growth(let growth, let isAssumed):
      ("", NumberText.signedPercent(growth.likely) + (isAssumed ? " assumed" : ""))
    }
  }

  private func times(_ value: Double) -> String { "x" + NumberText.fixed(value, decimals: 2) }

  // MARK: Drivers

  private func driver(_ index: Int, _ style: TextStyle) -> String {
    let driver = organization.drivers[index]
    var text = style.ink(.heading, SafeText.terminal(driver.id)) + unit(index) + "\n"
    text += chart(index, style)
    guard let story = stories[index] else {
      let basis = TrafficLine.basis(outlook.drivers[index].basis)
      return text + bullet(basis, style) + events(index, style)
    }
    for sentence in story.words.sentences(story.explanation) { text += bullet(sentence, style) }
    for warning in story.explanation.warnings {
      text += bullet(story.words.warning(warning), style, role: .warning)
    }
    text += handover(outlook.drivers[index].basis).map { bullet($0, style) } ?? ""
    text += holidays(story).map { bullet($0, style) } ?? ""
    return text + events(index, style) + changes(story, style)
  }

  private func unit(_ index: Int) -> String {
    guard let history = organization.drivers[index].history else { return ", relative to today" }
    let missing = history.values.count(where: \.isNaN)
    let values = NumberText.count(
      history.values.count, "\(history.cadence.rawValue) value",
      "\(history.cadence.rawValue) values")
    let gaps = missing > 0 ? ", \(NumberText.grouped(missing)) missing" : ""
    return ", a day (\(values)\(gaps))"
  }

  /// How long the history counts beside the growth of the model.
  private func handover(_ basis: DriverOutlook.Basis) -> String? {
    guard case .history(let history) = basis, let growth = history.scenarioGrowth,
      !history.weights.isEmpty
    else { return nil }
    let marks = [2, 5, 11, 23].filter { $0 < min(history.weights.count, organization.months) }
    let weights = marks.map { "\(NumberText.percent(history.weights[$0])) in month \($0 + 1)" }
    return
      "the model expects \(TrafficLine.range(growth)) a year; the history counts "
      + weights.joined(separator: ", ")
  }

  private func holidays(_ story: DriverStory) -> String? {
    guard !story.holidays.isEmpty else { return nil }
    let shown = story.holidays.prefix(Self.mostHolidays).map {
      "\($0.name) \(NumberText.signedPercent($0.factor - 1))"
    }
    let left = story.holidays.count - shown.count
    return "holidays learnt: " + shown.joined(separator: ", ")
      + (left > 0 ? " and \(left) more" : "")
  }

  private func events(_ index: Int, _ style: TextStyle) -> String {
    let events = events(of: index).map { SafeText.terminal("\($0.id) (\(words($0.kind)))") }
    return events.isEmpty ? "" : bullet("events: " + events.joined(separator: ", "), style)
  }

  // MARK: Changes

  /// What was found in the history, with the lines that overrule it.
  private func changes(_ story: DriverStory, _ style: TextStyle) -> String {
    let all = story.explanation.changes
    let recurring = all.count { $0.handling == .recurring }
    let told = all.filter { $0.handling != .recurring }
    guard !all.isEmpty else { return bullet("nothing odd was found in its history", style) }
    var text = told.isEmpty ? "" : bullet("found in its history:", style)
    for change in told.suffix(Self.mostChanges) {
      text += wrapped(story.words.change(change), style, indent: 4)
    }
    let left = told.count - Self.mostChanges
    if left > 0 { text += wrapped("and \(left) earlier ones", style, indent: 4) }
    if recurring > 0 {
      let stretches = NumberText.count(recurring, "odd stretch", "odd stretches")
      text += bullet("\(stretches) like those of other years, left in", style)
    }
    let lines = told.suffix(Self.mostChanges).compactMap(story.words.overrule)
    guard !lines.isEmpty else { return text }
    text += bullet("to overrule, write under this driver what applies of", style)
    text += "    changes:\n"
    for line in lines { text += entry(line, width: style.width) }
    return text
  }

  /// A line of the model file, in two where the screen is narrow; both can be pasted.
  private func entry(_ line: String, width: Int) -> String {
    let indent = "      "
    guard indent.count + line.count > width, let colon = line.firstIndex(of: ":") else {
      return "\(indent)\(line)\n"
    }
    let rest = line[line.index(after: colon)...].drop { $0 == " " }
    return "\(indent)\(line[...colon])\n\(indent)  \(rest)\n"
  }

  // MARK: Chart

  /// The history and the plan in the unit counted; without a history relative to today.
  private func chart(_ index: Int, _ style: TextStyle) -> String {
    let months = months(of: index)
    let story = stories[index]
    let today = story?.today ?? (mean: 1, peak: 1)
    var columns: [FanChart.Column] = []
    if let story {
      let end = organization.start - story.firstMonth
      for month in 0..<max(0, end) {
        let isKnown = story.means.indices.contains(month)
        columns.append(
          .init(
            middle: isKnown ? story.means[month] : .nan, peak: isKnown ? story.peaks[month] : .nan,
            label: label(story.firstMonth + month)))
      }
    }
    let room = max(12, style.width - 12 - months.count)
    columns = Array(columns.suffix(room))
    for (place, month) in months.enumerated() {
      columns.append(
        .init(
          middle: month.median * today.mean,
          band: (month.low * today.mean)...(max(month.low, month.high) * today.mean),
          peak: month.peak * today.peak, label: label(organization.start + place)))
    }
    let lines = FanChart(columns).lines(style) { value in
      story == nil ? "x" + NumberText.fixed(value, decimals: 1) : NumberText.short(value)
    }
    let glyphs = style.glyphs
    let known = story == nil ? "" : "\(glyphs.point) history  "
    let legend =
      "\(known)\(glyphs.middle) median  \(glyphs.band) 10-90 %  \(glyphs.summit) busiest day"
    return (lines + ["  " + style.ink(.muted, legend)]).map { "  " + $0 + "\n" }.joined()
  }

  /// January names its year.
  private func label(_ month: YearMonth) -> String? {
    month.month == 1 ? String(month.year) : nil
  }

  // MARK: Words

  private func bullet(_ text: String, _ style: TextStyle, role: TextRole? = nil) -> String {
    let mark = role == .warning ? style.glyphs.mark(.warning) : "-"
    return wrapped("\(mark) \(text)", style, indent: 2, role: role)
  }

  private func wrapped(
    _ text: String, _ style: TextStyle, indent: Int, role: TextRole? = nil
  ) -> String {
    let margin = String(repeating: " ", count: indent)
    return TextWrap.lines(SafeText.terminal(text), width: style.width - indent, hanging: 2)
      .map { line in
        guard let role else { return margin + line + "\n" }
        return margin + style.ink(role, line) + "\n"
      }.joined()
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
