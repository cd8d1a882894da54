import Forecasting
import Organization
import Simulation

extension TrafficForecastReport {
  private static let mostShown = 20
  /// More changes than these of one driver are left to the document.
  private static let mostChanges = 6
  private static let mostHolidays = 4

  package var page: Page {
    let end = organization.start + (organization.months - 1)
    let left = shown.count - Self.mostShown
    return Page(
      "\(organization.name): traffic",
      subtitles: [
        "\(organization.start) to \(end), scenario \(organization.scenario), relative to today"
      ],
      [.heading("Summary")] + summary + shown.prefix(Self.mostShown).flatMap(driver)
        + (left > 0
          ? [.note("and \(NumberText.count(left, "more driver", "more drivers"))")] : []),
      footer: "Months one by one: '--format csv'. Seed \(header.seed).")
  }

  // MARK: Summary

  /// The answer in a table: how much, how sure, how busy.
  private var summary: [Page.Block] {
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
    return [.table(table), .note(note)]
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

  private func driver(_ index: Int) -> [Page.Block] {
    let driver = organization.drivers[index]
    var blocks: [Page.Block] = [.heading(driver.id, beside: unit(index)), .chart(chart(index))]
    guard let story = stories[index] else {
      blocks.append(.list([TrafficLine.basis(outlook.drivers[index].basis)] + events(index)))
      return blocks
    }
    blocks.append(.list(story.words.sentences(story.explanation)))
    blocks +=
      story.explanation.warnings.isEmpty
      ? []
      : [
        .findings(
          story.explanation.warnings.map { Page.Finding(.warning, story.words.warning($0)) })
      ]
    let facts = [handover(outlook.drivers[index].basis), holidays(story)].compactMap(\.self)
    let items = facts + events(index)
    if !items.isEmpty { blocks.append(.list(items)) }
    return blocks + changes(story)
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

  private func events(_ index: Int) -> [String] {
    let events = events(of: index).map { "\($0.id) (\(words($0.kind)))" }
    return events.isEmpty ? [] : ["events: " + events.joined(separator: ", ")]
  }

  // MARK: Changes

  /// What was found in the history, with the lines that overrule it.
  private func changes(_ story: DriverStory) -> [Page.Block] {
    let all = story.explanation.changes
    let recurring = all.count { $0.handling == .recurring }
    let told = all.filter { $0.handling != .recurring }
    guard !all.isEmpty else { return [.list(["nothing odd was found in its history"])] }
    var items = told.suffix(Self.mostChanges).map { "found: " + story.words.change($0) }
    let left = told.count - Self.mostChanges
    if left > 0 { items.append("and \(left) earlier ones") }
    if recurring > 0 {
      let stretches = NumberText.count(recurring, "odd stretch", "odd stretches")
      items.append("\(stretches) like those of other years, left in")
    }
    let lines = told.suffix(Self.mostChanges).compactMap(story.words.overrule)
    guard !lines.isEmpty else { return [.list(items)] }
    return [
      .list(items + ["to overrule, write under this driver what applies of"]),
      .code(["changes:"] + lines.map { "  \($0)" }),
    ]
  }

  // MARK: Chart

  /// The history and the plan in the unit counted; without a history relative to today.
  private func chart(_ index: Int) -> Chart {
    let months = months(of: index)
    let story = stories[index]
    let today = story?.today ?? (mean: 1, peak: 1)
    var past: [FanChart.Column] = []
    if let story {
      for month in 0..<max(0, organization.start - story.firstMonth) {
        let isKnown = story.means.indices.contains(month)
        past.append(
          .init(
            middle: isKnown ? story.means[month] : .nan, peak: isKnown ? story.peaks[month] : .nan,
            label: label(story.firstMonth + month)))
      }
    }
    let future = months.enumerated().map { place, month in
      FanChart.Column(
        middle: month.median * today.mean,
        band: (month.low * today.mean)...(max(month.low, month.high) * today.mean),
        peak: month.peak * today.peak, label: label(organization.start + place))
    }
    let isCounted = story != nil
    return Chart(
      "Traffic of \(organization.drivers[index].id)",
      "History by month, then the median with the band that holds it with 80 %, and the busiest day.",
      .fan(
        Chart.Fan(
          past: past, future: future, middle: "median",
          names: months.map(\.name),
          number: { isCounted ? NumberText.short($0) : "x" + NumberText.fixed($0, decimals: 1) })),
      isDrawnInText: true)
  }

  /// January names its year.
  private func label(_ month: YearMonth) -> String? {
    month.month == 1 ? String(month.year) : nil
  }

  // MARK: Words

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
