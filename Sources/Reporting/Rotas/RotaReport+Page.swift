import Organization
import Planning

extension RotaReport {
  package var page: Page {
    Page(
      "On-call rota of \(team)", subtitles: [span],
      [.paragraph(answer)] + troubles + turnBlocks + peopleBlocks + [.note(rests)])
  }

  private var span: String {
    let (start, end) = (proposal.period.start, proposal.period.end)
    return "\(local(start, site: 0)) to \(local(end, site: 0)), \(rota.sites[0].zone)"
  }

  private var answer: String {
    let shifts = NumberText.count(proposal.turns.count, "shift", "shifts")
    let people = NumberText.count(
      proposal.burdens.count { $0.fairLoad > 0 }, "person", "people")
    let covered =
      proposal.openTurns == 0
      ? "all of them covered"
      : "\(NumberText.percent(proposal.coverage, decimals: 1)) of the time covered"
    return "\(shifts) in \(NumberText.count(rota.layers, "layer", "layers")) among \(people), "
      + "\(covered). Nobody's load is more than \(NumberText.plain(proposal.imbalance)) of a shift "
      + "away from a fair share."
  }

  /// What the rota cannot do, worst first.
  private var troubles: [Page.Block] {
    var findings = [Page.Finding]()
    let open = proposal.openTurns
    if open > 0 {
      findings.append(
        Page.Finding(
          .bad, "\(NumberText.count(open, "shift has", "shifts have")) nobody to take it",
          details: ["= hint: too few may carry the pager then, or too many are away"]))
    }
    if proposal.restless > 0 {
      findings.append(
        Page.Finding(
          .warning,
          "\(NumberText.count(proposal.restless, "time", "times")) one shift follows another without a "
            + "shift's rest in between",
          details: ["= hint: there are too few people for this many layers"]))
    }
    findings += broken
    return findings.isEmpty ? [] : [.findings(findings)]
  }

  /// Published limits that somebody's turns break.
  private var broken: [Page.Finding] {
    let share = proposal.burdens.map { $0.share(of: proposal.period) }.max() ?? 0
    let nights = proposal.burdens.map(nights).max() ?? 0
    var findings = [Page.Finding]()
    let limits: [(AssumptionID, TextRole)] = [
      (.oncallFailTimeShare, .bad), (.oncallWarnTimeShare, .warning),
      (.oncallMaxTimeShare, .warning),
    ]
    if let (limit, role) = limits.first(where: { share > assumptions[$0.0] + 1e-9 }) {
      findings.append(
        Page.Finding(
          role,
          "somebody is on call for \(NumberText.percent(share)) of the time, above "
            + NumberText.percent(assumptions[limit]), details: [assumptions.row(limit).source]))
    }
    let most = assumptions[.oncallNightsPerWeek]
    if nights > most + 1e-9 {
      findings.append(
        Page.Finding(
          .warning,
          "somebody is on call for \(NumberText.plain(nights, decimals: 1)) nights a week, above "
            + NumberText.plain(most, decimals: 1),
          details: [assumptions.row(.oncallNightsPerWeek).source]))
    }
    return findings
  }

  private var turnBlocks: [Page.Block] {
    let hasSites = rota.sites.count > 1
    var table = TextTable(columns: [
      .init("from"), .init("site", isDroppedEmpty: true), .init("layer", dropRank: 1),
      .init("on call", mayShrink: true), .init("goes along", mayShrink: true, isDroppedEmpty: true),
    ])
    for turn in proposal.turns {
      table.add([
        .init(local(turn.shift.start, site: turn.shift.site)),
        .init(hasSites ? rota.sites[turn.shift.site].name : ""),
        .init(Self.name(ofLayer: turn.shift.layer), .muted),
        name(turn.holder).map { .init($0) } ?? .init("nobody", .bad),
        .init(turn.shadows.compactMap(name).joined(separator: ", ")),
      ])
    }
    return [.heading("Shifts"), .table(table)]
  }

  private var peopleBlocks: [Page.Block] {
    var table = TextTable(columns: [
      .init("person", mayShrink: true), .init("site", dropRank: 2, isDroppedEmpty: true),
      .init("shifts", .right), .init("time", .right), .init("nights a week", .right),
      .init("weekend hours", .right, dropRank: 1), .init("load", .right), .init("fair", .right),
      .init("goes along", .right, isDroppedEmpty: true),
    ])
    for (person, burden) in zip(proposal.people, proposal.burdens) {
      table.add([
        .init(person.name), .init(rota.sites.count > 1 ? rota.sites[person.site].name : ""),
        .init(burden.shifts.map { "\($0)" }.joined(separator: "+")),
        .init(NumberText.percent(burden.share(of: proposal.period))),
        .init(NumberText.plain(nights(burden), decimals: 1)),
        .init(NumberText.plain(burden.hours.weekend, decimals: 0)),
        .init(NumberText.plain(burden.load, decimals: 0)),
        .init(NumberText.plain(burden.fairLoad, decimals: 0)),
        .init(burden.shadowed > 0 ? "\(burden.shadowed)" : ""),
      ])
    }
    return [.heading("People"), .table(table)]
  }

  private var rests: String {
    "Load counts an hour of the first layer on a weekday from 08 to 22 as 1, at night as "
      + "\(NumberText.plain(weights.night)), on weekends and holidays as "
      + "\(NumberText.plain(weights.weekend)), and later layers "
      + "\(NumberText.plain(weights.laterLayers)) of that; these weights are a guess."
  }
}
