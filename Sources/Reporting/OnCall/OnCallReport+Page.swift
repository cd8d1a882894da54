import Importing
import Organization

extension OnCallReport {
  package var page: Page {
    Page(
      "On-call load", subtitles: [size],
      limitBlocks + teamBlocks + windowBlocks + serviceBlocks + checkBlocks + notes.blocks
        + [.heading("In all"), .paragraph(notes.summary)],
      footer:
        "People are counted and never named. Shares of windows and clustering are drawn towards "
        + "published ones, which count as 20 pages and 8 weeks; ranges hold nine times in ten.")
  }

  private var size: String {
    let counts = [
      NumberText.count(study.pages, "page", "pages"),
      NumberText.count(study.shifts, "shift", "shifts"),
      NumberText.count(study.people, "person", "people"),
      NumberText.count(study.teams.count, "team", "teams"),
    ]
    let watched = study.span.map { span in
      "; pages from \(span.first.day) through \((span.last + -1).day), "
        + "\(NumberText.fixed(span.months, decimals: 1)) months"
    }
    return counts.joined(separator: ", ") + (watched ?? "")
  }

  // MARK: Limits

  private var limitBlocks: [Page.Block] {
    let broken = study.teams.flatMap { team in
      team.checks.filter(\.isBroken).map { (team, $0) }
    }
    guard !broken.isEmpty else {
      let judged = study.teams.contains { !$0.checks.isEmpty }
      return [
        .heading("Published limits"),
        judged
          ? .paragraph("none is passed", .good)
          : .paragraph(
            "none could be judged: limits need pages to people, or four weeks of shifts"),
      ]
    }
    return [
      .heading("Published limits that are passed (\(broken.count))"),
      .findings(
        broken.map { team, check in
          let beside = check.detail.isEmpty ? "" : " (\(check.detail))"
          let bound = Self.bound(of: check)
          return Page.Finding(
            check.limit.isAdvice ? .warning : .bad, subject: team.name,
            "\(check.limit.words): \(Self.text(check.value, check.limit)), \(bound)\(beside)",
            details: [check.limit.source])
        }),
    ]
  }

  /// What the number should keep to.
  private static func bound(of check: LoadCheck) -> String {
    let threshold = text(check.threshold, check.limit)
    switch check.limit {
    case .people: return "at least \(threshold)"
    case .timeNever, .nights, .free: return "below \(threshold)"
    case .pagesPerShift, .rest: return "none"
    default: return "at most \(threshold)"
    }
  }

  private static func text(_ value: Double, _ limit: LoadLimit) -> String {
    switch limit {
    case .pagesPerShift, .timeAdvice, .time, .timeNever:
      NumberText.percent(value, decimals: value < 0.1 && value > 0 ? 1 : 0)
    case .shiftHours, .effort: "\(NumberText.plain(value, decimals: 1)) h"
    case .people, .rest: NumberText.fixed(value)
    case .nights, .free, .tooRare: NumberText.plain(value, decimals: 1)
    }
  }

  /// Everything that was held against a limit, passed or not.
  private var checkBlocks: [Page.Block] {
    let limits = LoadLimit.allCases.filter { limit in
      study.teams.contains { $0.checks.contains { $0.limit == limit } }
    }
    guard !limits.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init("limit", mayShrink: true), .init("kept", .right), .init("passed", .right),
      .init("source", mayShrink: true, dropRank: 1),
    ])
    for limit in limits {
      let checks = study.teams.flatMap(\.checks).filter { $0.limit == limit }
      let broken = checks.count(where: \.isBroken)
      table.add([
        .init(limit.words), .init("\(checks.count - broken)"),
        .init("\(broken)", broken > 0 ? (limit.isAdvice ? .warning : .bad) : nil),
        .init(limit.source, .muted),
      ])
    }
    return [
      .heading("What was held against what, by teams"), .table(table),
      .note(
        "time on call and nights are means of a rota's people, over four weeks at least; most of these "
          + "numbers are advice of large organisations and no law"),
    ]
  }

  // MARK: Teams

  private var teamBlocks: [Page.Block] {
    guard !study.teams.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init("team", mayShrink: true), .init("people", .right),
      .init("at once", .right, isDroppedEmpty: true), .init("shift", .right, isDroppedEmpty: true),
      .init("on call", .right, isDroppedEmpty: true),
      .init("h/week", .right, dropRank: 3, isDroppedEmpty: true),
      .init("nights", .right, isDroppedEmpty: true),
      .init("pages", .right), .init("per 12 h", .right, dropRank: 2, isDroppedEmpty: true),
      .init("over 2", .right, isDroppedEmpty: true),
      .init("free/month", .right, dropRank: 1),
    ])
    for team in study.teams.prefix(SourceNotes.mostRows) {
      let rota = team.rota
      let duty = rota?.pages
      table.add([
        .init(team.name), .init("\(team.people)"), .init(rota.map { "\($0.layers)" } ?? ""),
        .init(rota.map { Self.length($0.shiftHours) } ?? ""),
        .init(rota.map { NumberText.percent($0.share.mean) } ?? ""),
        .init(rota.map { NumberText.fixed($0.hoursPerWeek, decimals: 1) } ?? ""),
        .init(rota.map { NumberText.fixed($0.nightsPerWeek.mean, decimals: 1) } ?? ""),
        .init("\(team.interruptions.total)"),
        .init(duty.map { NumberText.fixed($0.perShift12, decimals: 2) } ?? ""),
        .init(
          duty.map { NumberText.percent($0.overShare, decimals: $0.overShare < 0.1 ? 1 : 0) } ?? ""),
        .init(NumberText.fixed(team.freePerMonth.mean, decimals: 1)),
      ])
    }
    return [.heading("Teams (\(study.teams.count))")]
      + SourceNotes.table(table, of: study.teams.count)
      + [
        .note(
          "free: pages outside of 08-18 on weekdays, per person"
            + (study.shifts == 0
              ? "; shifts of a rota tell more"
              : "; on call: share of time of each person; nights: on call a week; over 2: of 12-hour "
                + "stretches of first-layer duty, those with more than two pages"))
      ]
  }

  private static func length(_ hours: Double) -> String {
    hours >= 48
      ? "\(NumberText.plain(hours / 24, decimals: 1)) d"
      : "\(NumberText.plain(hours, decimals: 1)) h"
  }

  // MARK: Services

  private static func range(_ value: LoadEstimate, _ text: (Double) -> String) -> String {
    "\(text(value.low))-\(text(value.high))"
  }

  private var windowBlocks: [Page.Block] {
    guard study.windows.total > 0 else { return [] }
    let shares = study.shares
    var table = TextTable(columns: [
      .init("when"), .init("pages", .right), .init("share", .right), .init("range", .right),
    ])
    for (name, count, share) in [
      ("work: weekdays 08-18", study.windows.work, shares.work),
      ("off: 18-22, weekends 08-22", study.windows.off, shares.off),
      ("sleep: 22-08", study.windows.sleep, shares.sleep),
    ] {
      table.add([
        .init(name), .init("\(count)"), .init(NumberText.percent(share.likely)),
        .init(Self.range(share) { NumberText.percent($0) }),
      ])
    }
    var notes: [Page.Block] = []
    if study.merged > 0 {
      notes.append(
        .note(
          "\(NumberText.count(study.merged, "page", "pages")) came within a minute of another to the same "
            + "people, and \(study.merged == 1 ? "counts" : "count") with it"))
    }
    return [.heading("When pages come, by the clock of whoever gets them"), .table(table)] + notes
  }

  private var serviceBlocks: [Page.Block] {
    guard !study.services.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init("service", mayShrink: true), .init("team", mayShrink: true, dropRank: 1),
      .init("pages", .right), .init("a month", .right), .init("range", .right),
      .init("clustering", .right, dropRank: 2), .init("minutes", .right, isDroppedEmpty: true),
      .init("off", .right), .init("sleep", .right), .init("range", .right, dropRank: 3),
    ])
    for service in study.services.prefix(SourceNotes.mostRows) {
      table.add([
        .init(service.name ?? "(not told)", service.name == nil ? .warning : nil),
        .init(service.team ?? ""), .init("\(service.pages)"),
        .init(NumberText.fixed(service.perMonth.likely, decimals: 1)),
        .init(Self.range(service.perMonth) { NumberText.fixed($0, decimals: 1) }),
        .init(NumberText.fixed(service.varianceToMean.used, decimals: 1)),
        .init(service.medianMinutes.map { NumberText.fixed($0) } ?? ""),
        .init(NumberText.percent(service.shares.off.likely)),
        .init(NumberText.percent(service.shares.sleep.likely)),
        .init(Self.range(service.shares.sleep) { NumberText.percent($0) }),
      ])
    }
    return [.heading("Services (\(study.services.count))")]
      + SourceNotes.table(table, of: study.services.count)
      + [
        .note(
          "minutes: from opening to end, the middle one; clustering: variance over mean of pages a week, "
            + "1 where they come by pure chance")
      ]
  }
}
