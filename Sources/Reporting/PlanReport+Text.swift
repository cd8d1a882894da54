import Organization
import Planning
import Simulation

extension PlanReport {
  /// The report for people: the answer first, then what it rests on.
  package func text(_ style: TextStyle) -> String {
    [
      title(style), answer(style), seatTable(style), strategyTable(style), teamTable(style),
      trouble(style), trafficTable(style), footer(style),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  var organization: Organization { recommendation.organization }
  private var best: StrategyOutcome { recommendation.recommended }
  private var asIs: StrategyOutcome? {
    recommendation.outcomes.first { $0.strategy == .asIs }
  }

  func month(_ index: Int) -> String { (organization.start + index).description }
  func money(_ amount: Double) -> String { NumberText.shortMoney(amount, organization.currency) }

  private func title(_ style: TextStyle) -> String {
    let name = SafeText.terminal(organization.name)
    let span = "\(month(0)) to \(month(organization.months - 1))"
    let people = organization.teams.reduce(0) { $0 + $1.members.count }
    let size =
      "\(NumberText.count(organization.teams.count, "team", "teams")), "
      + "\(NumberText.count(people, "person", "people")), "
      + NumberText.count(organization.services.count, "service", "services")
    return style.ink(.heading, name) + "\n"
      + style.ink(.muted, "\(span), scenario \(SafeText.terminal(organization.scenario)), \(size)")
      + "\n" + wrapped(policy, style, indent: 0).map { style.ink(.muted, $0) + "\n" }.joined()
  }

  private var policy: String {
    let policy = organization.policy
    let demands = [
      "coverage at least \(NumberText.percent(policy.coverage.threshold))",
      "senior coverage at least \(NumberText.percent(policy.seniorCoverage.threshold))",
      "time on call at most \(NumberText.percent(policy.onCallShare.threshold))",
      "burned out at most \(NumberText.percent(policy.burnout.threshold))",
    ]
    return "policy: \(demands.joined(separator: ", ")), each quarter from "
      + "\(month(policy.graceMonths)) with \(NumberText.percent(policy.coverage.probability))"
  }

  // MARK: The answer

  private func answer(_ style: TextStyle) -> String {
    var lines = [
      style.ink(.heading, "Recommendation: \(best.strategy.rawValue)") + ", \(action)"
    ]
    lines += wrapped(certainty, style)
    lines += wrapped(price, style)
    let flips = recommendation.breakEvens.compactMap(flip)
    if !flips.isEmpty {
      lines += wrapped(
        "The choice of strategy changes if " + flips.joined(separator: "; ") + ".", style)
    } else if !recommendation.breakEvens.isEmpty {
      lines += wrapped(
        "No single input that was varied (\(searched)) makes another compared plan cheaper.", style)
    }
    lines += wrapped(margin, style)
    if !shortfall.isEmpty { lines += wrapped(shortfall, style) }
    if !recommendation.unowned.isEmpty { lines += wrapped(unowned, style) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var action: String {
    let hires = best.plan.seats.count { !$0.source.isPartner }
    let rented = best.plan.seats.count - hires
    switch (hires, rented) {
    case (0, 0): return "nothing beside backfills"
    case (_, 0): return "hire \(NumberText.count(hires, "person", "people")) beside backfills"
    case (0, _): return "rent \(NumberText.count(rented, "seat", "seats")) from partners"
    default:
      return "hire \(NumberText.count(hires, "person", "people")) beside backfills and rent "
        + NumberText.count(rented, "seat", "seats")
    }
  }

  private var certainty: String {
    let wanted = NumberText.percent(best.reliability.wanted)
    var text =
      "It keeps the policy with the wanted probability of \(wanted) in "
      + "\(NumberText.percent(best.reliability.kept)) of team-months"
    if let asIs, asIs.strategy != best.strategy {
      text += "; backfills only keep it in \(NumberText.percent(asIs.reliability.kept))"
    }
    return text
      + ". \(recommendation.futures) courses of traffic were played; all else is at its mean."
  }

  /// What growth would make backfills enough, or too little.
  private var margin: String {
    switch recommendation.asIsMargin {
    case .sufficesUpTo(let extra):
      let more = extra.map { "up to \(NumberText.percent($0)) a year more growth than expected" }
      return "Backfills alone keep the policy, \(more ?? "even with much more growth")."
    case .needsLessGrowth(let less):
      return
        "Backfills alone would keep the policy if traffic grew \(NumberText.percent(less)) a year "
        + "less than expected."
    case .neverSuffices:
      return
        "Backfills alone break the policy even if traffic grows 30 % a year less than expected."
    }
  }

  /// Work that no plan covers must not look covered.
  private var unowned: String {
    let names = recommendation.unowned.map { SafeText.terminal(organization.services[$0].id) }
    let hours = recommendation.unowned.reduce(0) { sum, index in
      let service = recommendation.model.services[index]
      return sum + service.upkeepHours + service.toilHours + service.complianceHours
    }
    return
      "Not planned for: \(names.joined(separator: ", ")) (\(NumberText.fixed(hours)) h a month) "
      + "\(names.count == 1 ? "has" : "have") no owning team; see 'cadre check'."
  }

  private var price: String {
    let cost = best.expected.cost
    var text =
      "Cash \(money(cost.cash)) over \(NumberText.count(organization.months, "month", "months"))"
    if let asIs, asIs.strategy != best.strategy {
      let more = cost.cash - asIs.expected.cost.cash
      text += ", \(money(abs(more))) \(more >= 0 ? "more" : "less") than backfills only"
      let saved = asIs.expected.cost.total - cost.total
      let missing = asIs.expected.cost.shortage + asIs.expected.cost.slip
      text +=
        "; work left undone is priced at \(money(cost.shortage + cost.slip)) instead of "
        + "\(money(missing)), so the plan \(saved >= 0 ? "saves" : "costs") \(money(abs(saved))) in all"
    }
    return text + "."
  }

  private var shortfall: String {
    let misses = organization.teams.indices.compactMap { team -> String? in
      let months = best.reliability.missed(by: team)
      guard let first = months.first, let last = months.last else { return nil }
      let span = first == last ? month(first) : "\(month(first)) to \(month(last))"
      return "\(SafeText.terminal(organization.teams[team].id)) (\(months.count) of \(span))"
    }
    return misses.isEmpty ? "" : "Months in which it does not: \(misses.joined(separator: ", "))."
  }

  private func flip(_ breakEven: BreakEven) -> String? {
    guard let value = breakEven.value, let instead = breakEven.instead else { return nil }
    let change: String
    switch breakEven.input {
    case .trafficGrowth:
      change =
        "traffic grows \(NumberText.percent(abs(value))) a year \(value > 0 ? "more" : "less")"
    case .timeToFill: change = "time to fill is \(factor(value))"
    case .attrition: change = "attrition is \(factor(value))"
    case .partnerRate: change = "partner rates are \(factor(value))"
    case .shortagePrice: change = "the price of missing work is \(factor(value))"
    }
    return "\(change) (then \(instead.rawValue))"
  }

  private func factor(_ value: Double) -> String {
    let change = NumberText.percent(abs(value - 1))
    return value >= 1 ? "\(change) higher" : "\(change) lower"
  }

  private var searched: String {
    recommendation.breakEvens.map { breakEven in
      let name = breakEven.input.rawValue.replacing("-", with: " ")
      let low = breakEven.searched.lowerBound
      let high = breakEven.searched.upperBound
      return breakEven.input == .trafficGrowth
        ? "\(name) \(NumberText.percent(low)) to +\(NumberText.percent(high)) a year"
        : "\(name) x\(NumberText.plain(low)) to x\(NumberText.plain(high))"
    }.joined(separator: ", ")
  }

  // MARK: Seats

  private func seatTable(_ style: TextStyle) -> String {
    guard !recommendation.seats.isEmpty else { return "" }
    var table = TextTable(columns: [
      .init("open by"), .init("n", .right), .init("team", mayShrink: true), .init("level"),
      .init("source", mayShrink: true),
      .init("starts"), .init("ready"), .init("until"), .init("cost", .right),
      .init("without it", mayShrink: true), .init("from"),
    ])
    for group in seatGroups {
      let seat = group.first.seat
      let level = SafeText.terminal(organization.levels[seat.level].id)
      table.add([
        .init(month(seat.openMonth), .emphasis), .init("\(group.count)"),
        .init(SafeText.terminal(organization.teams[seat.team].id)), .init(level),
        .init(SafeText.terminal(source(seat.source))),
        .init(month(Int(group.first.startMonth))), .init(month(Int(group.first.readyMonth))),
        .init(seat.endMonth.map { month($0 - 1) } ?? ""),
        .init(money(group.first.cost * Double(group.count))),
        .init(group.first.reason.map { shortSentence($0) } ?? "", .muted),
        .init(group.first.reason.map { month($0.firstMonth) } ?? "", .muted),
      ])
    }
    return style.ink(.heading, "Seats to open") + "\n" + table.text(style, indent: 2)
      + wrapped(
        "\"open by\" is the latest month in which opening the seat still holds the policy as well.",
        style
      ).map { style.ink(.muted, $0) + "\n" }.joined()
  }

  /// Seats that differ in nothing but their number, in order.
  private var seatGroups: [(first: PlannedSeat, count: Int)] {
    var groups = [(first: PlannedSeat, count: Int)]()
    for planned in recommendation.seats {
      if let last = groups.last, last.first.seat == planned.seat {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((planned, 1))
      }
    }
    return groups
  }

  func source(_ source: SeatSource) -> String {
    switch source {
    case .inHouse: "hire"
    case .partner(let index): organization.partners[index].id
    }
  }

  /// What breaks, when and how badly, without the team's name.
  func sentence(_ breach: Breach) -> String {
    let value = number(breach.worstValue, breach.limit)
    let limit = number(breach.threshold, breach.limit)
    let sign = breach.limit.isFloor ? "<" : ">"
    return "\(breach.limit.name) \(value) \(sign) \(limit) from \(month(breach.firstMonth))"
  }

  private func shortSentence(_ breach: Breach) -> String {
    "\(breach.limit.name) \(number(breach.worstValue, breach.limit))"
  }

  func number(_ value: Double, _ limit: Limit) -> String {
    switch limit {
    case .coverage, .seniorCoverage, .onCallShare, .burnout, .neverOnCallShare,
      .adviceOnCallShare:
      NumberText.percent(value)
    case .minimumSeniors, .pagesPerShift, .weeklyHours, .interruptions, .nights:
      NumberText.plain(value, decimals: 1)
    }
  }

  // MARK: Strategies

  private func strategyTable(_ style: TextStyle) -> String {
    var table = TextTable(columns: [
      .init("strategy"), .init("hires", .right), .init("rented", .right), .init("cash", .right),
      .init("undone work", .right), .init("in all", .right), .init("policy kept", .right),
      .init("cheapest", .right), .init("first broken", mayShrink: true),
    ])
    for (index, outcome) in recommendation.outcomes.enumerated() {
      let cost = outcome.expected.cost
      let hires = outcome.plan.seats.count { !$0.source.isPartner }
      let first = outcome.breaches.filter { $0.limit.weight == .policy }
        .min { $0.firstMonth < $1.firstMonth }
      table.add([
        .init(outcome.strategy.rawValue, index == recommendation.best ? .emphasis : nil),
        .init("\(hires)"), .init("\(outcome.plan.seats.count - hires)"), .init(money(cost.cash)),
        .init(money(cost.shortage + cost.slip)), .init(money(cost.total)),
        .init(NumberText.percent(outcome.reliability.kept)),
        .init(NumberText.percent(recommendation.probabilityOfBest[index])),
        first.map {
          .init(
            "\(SafeText.terminal(organization.teams[$0.team].id)) \(month($0.firstMonth))", .bad)
        } ?? .init("none", .good),
      ])
    }
    var text = style.ink(.heading, "Strategies on the same futures") + "\n"
    text += table.text(style, indent: 2)
    for (strategy, reason) in recommendation.leftOut {
      text += style.ink(.muted, "  \(strategy.rawValue) is left out: \(reason)") + "\n"
    }
    return text
  }

  // MARK: Teams

  private func teamTable(_ style: TextStyle) -> String {
    var table = TextTable(columns: [
      .init("team", mayShrink: true), .init("people", .right), .init("coverage"),
      .init("worst", .right), .init("senior", .right), .init("on call", .right),
      .init("nights/wk", .right), .init("pages/12h", .right), .init("burned out", .right),
      .init("slip", .right),
    ])
    let first = min(organization.policy.graceMonths, organization.months - 1)
    for team in organization.teams.indices {
      let cells = (0..<organization.months).map { best.expected[team: team, month: $0] }
      let judged = cells.suffix(from: first)
      guard let start = cells.first, let end = cells.last else { continue }
      let coverage = judged.map(\.coverage).min() ?? 1
      let senior = judged.map(\.seniorCoverage).min() ?? 1
      let burnout = judged.map(\.burnout).max() ?? 0
      let policy = organization.policy
      table.add([
        .init(SafeText.terminal(organization.teams[team].id)),
        .init("\(people(start)) \(style.glyphs.arrow) \(people(end))"),
        .init(Sparkline.text(cells.map(\.coverage), in: 0.5...1, glyphs: style.glyphs)),
        .init(NumberText.percent(coverage), coverage < policy.coverage.threshold ? .bad : nil),
        .init(NumberText.percent(senior), senior < policy.seniorCoverage.threshold ? .bad : nil),
        .init(NumberText.percent(judged.map(\.onCallShare).max() ?? 0)),
        .init(NumberText.plain(judged.map(\.nightsPerWeek).max() ?? 0, decimals: 1)),
        .init(NumberText.plain(judged.map(\.pagesPer12Hours).max() ?? 0, decimals: 2)),
        .init(NumberText.percent(burnout), burnout > policy.burnout.threshold ? .bad : nil),
        .init(NumberText.months(end.slipMonths)),
      ])
    }
    return style.ink(.heading, "Teams under the recommended plan, expected traffic") + "\n"
      + table.text(style, indent: 2)
      + style.ink(
        .muted,
        "  coverage by month from 50 % to 100 %; the other columns are the worst month from "
          + month(first)) + "\n"
  }

  private func people(_ cell: TeamMonth) -> String {
    NumberText.plain(cell.headcount.total + cell.partnerSeats, decimals: 1)
  }

  // MARK: Trouble

  private func trouble(_ style: TextStyle) -> String {
    guard let asIs else { return "" }
    var text = ""
    let ahead = worst(of: asIs)
    if !ahead.isEmpty {
      text += style.ink(.heading, "What happens with backfills only") + "\n"
      text += ahead.map { line($0, in: asIs, style) }.joined()
    }
    let facts = best.breaches.filter { $0.limit.weight == .published }
    let stays = best.strategy == .asIs ? [] : best.breaches.filter { $0.limit.weight == .policy }
    if !stays.isEmpty {
      text += "\n" + style.ink(.heading, "What the recommended plan does not mend") + "\n"
      text += stays.map { line($0, in: best, style) }.joined()
    }
    if !facts.isEmpty {
      text += "\n" + style.ink(.heading, "Published limits still broken under the plan") + "\n"
      for breach in facts {
        text += line(breach, in: best, style)
        if let citation = breach.limit.citation(in: organization) {
          text += wrapped("= limit: \(citation)", style, indent: 6)
            .map { style.ink(.muted, $0) + "\n" }.joined()
        }
      }
    }
    let advice = Set(best.breaches.filter { $0.limit.weight == .advice }.map(\.team)).sorted()
    if !advice.isEmpty, let source = Limit.adviceOnCallShare.citation(in: organization) {
      let names = advice.map { SafeText.terminal(organization.teams[$0].id) }
      let limit = number(
        best.breaches.first { $0.limit == .adviceOnCallShare }?.threshold ?? 0, .onCallShare)
      text += wrapped(
        "Above the advised \(limit) of time on call: \(names.joined(separator: ", ")) (\(source)).",
        style
      ).map { style.ink(.muted, $0) + "\n" }.joined()
    }
    return text
  }

  /// The worst demand of the policy that each team breaks, the earliest team first.
  private func worst(of outcome: StrategyOutcome) -> [Breach] {
    organization.teams.indices.compactMap { team in
      outcome.breaches.filter { $0.team == team && $0.limit.weight == .policy }
        .max { $0.months < $1.months }
    }.sorted { ($0.firstMonth, $0.team) < ($1.firstMonth, $1.team) }
  }

  private func line(_ breach: Breach, in outcome: StrategyOutcome, _ style: TextStyle) -> String {
    let team = SafeText.terminal(organization.teams[breach.team].id)
    let causes = Causes(breach, in: outcome.trial[breach.course]).words
    let often =
      breach.probability < 1 ? ", in \(NumberText.percent(breach.probability)) of futures" : ""
    let mark = style.ink(.bad, style.glyphs.mark(.bad))
    let words = wrapped(
      "\(team): \(sentence(breach))\(often)" + (causes.isEmpty ? "" : "; \(causes)"), style,
      indent: 4)
    guard let first = words.first else { return "" }
    return (["  \(mark) \(first.dropFirst(4))"] + words.dropFirst()).map { $0 + "\n" }.joined()
  }

  // MARK: Traffic and footer

  private func trafficTable(_ style: TextStyle) -> String {
    var table = TextTable(columns: [
      .init("driver", mayShrink: true), .init("by month"),
      .init("first \(style.glyphs.arrow) last", .right),
      .init("last 10-90 %", .right), .init("from", mayShrink: true),
    ])
    for line in traffic {
      let end = organization.months - 1
      table.add([
        .init(SafeText.terminal(line.id)),
        .init(
          Sparkline.text(line.mean, in: 0...max(2, line.mean.max() ?? 1), glyphs: style.glyphs)),
        .init(
          "x\(NumberText.plain(line.mean[0])) \(style.glyphs.arrow) \(NumberText.plain(line.mean[end]))"
        ),
        .init("x\(NumberText.plain(line.low[end]))-\(NumberText.plain(line.high[end]))"),
        .init(line.basis, .muted),
      ])
    }
    return style.ink(.heading, "Traffic, relative to today") + "\n" + table.text(style, indent: 2)
  }

  private func footer(_ style: TextStyle) -> String {
    let defaulted = organization.assumptions.rows.filter { !$0.isOverridden }
    let guesses = defaulted.count { $0.grade.isGuess }
    let sentence =
      "\(NumberText.count(defaulted.count, "assumption", "assumptions")) at their defaults, "
      + "\(guesses) of them guesses; 'cadre assumptions' prints each with range, source and grade. "
      + "Burnout is an estimate transferred from other professions and wide; limits are facts. "
      + "Seed \(header.seed)."
    return wrapped(sentence, style, indent: 0).map { style.ink(.muted, $0) + "\n" }.joined()
  }

  private func wrapped(_ text: String, _ style: TextStyle, indent: Int = 2) -> [String] {
    TextWrap.lines(text, width: max(20, style.width - indent)).map {
      String(repeating: " ", count: indent) + $0
    }
  }
}
