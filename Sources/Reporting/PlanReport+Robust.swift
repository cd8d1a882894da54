import Organization
import Planning
import Simulation

extension PlanReport {
  /// What to decide now and what later, where several scenarios may come; empty where nobody asked.
  var robustBlocks: [Page.Block] {
    guard let robust else { return [] }
    return [.heading("Now, and once it shows which scenario it is")] + blocks(of: robust)
  }

  private func blocks(of answer: RobustAnswer) -> [Page.Block] {
    switch answer {
    case .single:
      [
        .paragraph(
          "The model has no scenarios, so that the plan above is the plan for all there is.")
      ]
    case .notFound:
      [
        .paragraph(
          "The solver found no first quarter in its time from which all scenarios can go on; the "
            + "plan above is for one scenario only.")
      ]
    case .plan(let robust):
      [.paragraph(scope(of: robust))] + firstQuarter(of: robust)
        + [.paragraph(values(of: robust))]
        + TriggerWords(
          organization: organization, scenarios: robust.scenarios.map(\.name)
        ).blocks(robust.triggers) + regrets(of: robust)
    }
  }

  func name(_ robust: RobustPlan, _ scenario: Int) -> String { robust.scenarios[scenario].name }

  private func scope(of robust: RobustPlan) -> String {
    let names = robust.scenarios.map(\.name).joined(separator: ", ")
    return "\(robust.scenarios.count) scenarios, each as likely: \(names). Strategy: "
      + "\(robust.strategy.rawValue). Amounts are reckoned by programmes, not played in futures."
      + freezes(of: robust)
  }

  private func freezes(of robust: RobustPlan) -> String {
    guard !robust.movedFreezes.isEmpty else { return "" }
    return
      " The hiring freeze of \(robust.movedFreezes.joined(separator: ", ")) is taken to begin in "
      + "\(month(robust.decidedBefore)), as nobody knows of it before."
  }

  // MARK: What it is worth

  private func values(of robust: RobustPlan) -> String {
    [
      average(of: robust), largestRegret(of: robust), reference(of: robust), given(of: robust),
      nothing(of: robust), information(of: robust),
    ].joined()
  }

  private func average(of robust: RobustPlan) -> String {
    "On average this leads to \(money(robust.money(robust.chosen))) for seats and undone work in "
      + "\(NumberText.count(organization.months, "month", "months")), and leaves the policy "
      + "\(people(robust.short(robust.chosen))) short; at \(money(robust.missPrice)) for each of "
      + "these it costs \(money(robust.robustCost)) in all. "
  }

  private func largestRegret(of robust: RobustPlan) -> String {
    guard let (scenario, amount) = robust.largestRegret, amount > robust.gap else { return "" }
    return "It is farthest from the best in \(name(robust, scenario)), by \(money(amount)). "
  }

  private func reference(of robust: RobustPlan) -> String {
    let name = name(robust, robust.reference)
    guard let candidate = robust.referenceCandidate, candidate.mean < .infinity else {
      return "What is best for \(name) alone breaks what may be spent, opened or rented in another "
        + "scenario. "
    }
    guard robust.valueOfStochasticSolution > 0 else {
      return "No first quarter was found to be better than the one that is best for \(name) alone. "
    }
    return "Decided for \(name) alone it would cost " + more(of: candidate, in: robust)
  }

  private func given(of robust: RobustPlan) -> String {
    guard let candidate = robust.candidate(.given), candidate.mean < .infinity,
      !candidate.sources.contains(.scenario(robust.reference))
    else { return "" }
    return candidate.mean > robust.robustCost
      ? "To begin as in the plan above would cost " + more(of: candidate, in: robust)
      : "It is the first quarter of the plan above. "
  }

  private func nothing(of robust: RobustPlan) -> String {
    guard let candidate = robust.candidate(.nothing), candidate.mean > robust.robustCost,
      candidate.mean < .infinity
    else { return "" }
    return "To open nothing before \(month(robust.decidedBefore)) would cost "
      + more(of: candidate, in: robust)
  }

  /// How much dearer a first quarter is, and in what.
  private func more(of candidate: RobustPlan.Candidate, in robust: RobustPlan) -> String {
    let value = candidate.mean - robust.robustCost
    let dearer = robust.money(candidate) - robust.money(robust.chosen)
    let shorter = robust.short(candidate) - robust.short(robust.chosen)
    return "\(money(value)) more: \(money(abs(dearer))) \(dearer < 0 ? "less" : "more") money, and "
      + "\(people(abs(shorter))) \(shorter < 0 ? "less" : "more") short. "
      + (value <= robust.gap ? "The solver cannot tell that from nothing. " : "")
  }

  private func information(of robust: RobustPlan) -> String {
    "To know now which scenario comes would be worth \(money(robust.valueOfInformation)); no study "
      + "of the market is worth more. Each of these may be off by \(money(robust.gap)), which "
      + "\(robust.solver) left open."
  }

  private func people(_ months: Double) -> String {
    let text = NumberText.plain(months, decimals: 1)
    return text + (text == "1" ? " person-month" : " person-months")
  }

  // MARK: Now

  private func firstQuarter(of robust: RobustPlan) -> [Page.Block] {
    let last = month(robust.decidedBefore - 1)
    let span = robust.decidedBefore > 1 ? "\(month(0)) to \(last)" : last
    guard !robust.now.isEmpty else {
      return [
        .subheading("Decide now, whatever happens (\(span)): open nothing but backfills")
      ]
    }
    var table = TextTable(columns: [
      .init("open by"), .init("n", .right), .init("team", mayShrink: true), .init("level"),
      .init("source", mayShrink: true),
      .init("best for", mayShrink: true, dropRank: 1),
    ])
    for group in groups(robust.now) {
      table.add([
        .init(month(group.seat.openMonth), .emphasis), .init("\(group.count)"),
        .init(organization.teams[group.seat.team].id),
        .init(organization.levels[group.seat.level].id), .init(source(group.seat.source)),
        .init(wanted(group.seat, in: robust), .muted),
      ])
    }
    return [
      .subheading("Decide now, whatever happens (\(span))"), .table(table),
      .note("best for: scenarios whose own best plan opens as many of the kind by \(last)"),
    ] + difference(of: robust)
  }

  /// What is opened in the first quarter beside the plan above, and what is not; empty where they begin
  /// alike.
  private func difference(of robust: RobustPlan) -> [Page.Block] {
    guard let above = robust.candidate(.given)?.seats else { return [] }
    func kinds(_ seats: [Seat]) -> [Seat] {
      seats.map { Seat(team: $0.team, level: $0.level, source: $0.source, openMonth: 0) }
    }
    let (more, fewer) = (
      surplus(of: kinds(robust.now), over: kinds(above)),
      surplus(of: kinds(above), over: kinds(robust.now))
    )
    let parts = [("More", more), ("Fewer", fewer)].filter { !$0.1.isEmpty }.map { word, seats in
      "\(word) than in the plan above by then: \(words(seats))."
    }
    return parts.isEmpty ? [] : [.paragraph(parts.joined(separator: " "))]
  }

  private func surplus(of seats: [Seat], over others: [Seat]) -> [Seat] {
    var left = seats
    for seat in others {
      if let place = left.firstIndex(of: seat) { left.remove(at: place) }
    }
    return left
  }

  private func words(_ seats: [Seat]) -> String {
    groups(seats).map { group in
      "\(group.count) \(organization.teams[group.seat.team].id) "
        + "\(organization.levels[group.seat.level].id) (\(source(group.seat.source)))"
    }.joined(separator: ", ")
  }

  /// The scenarios whose own best plan opens as many of a kind in the first quarter.
  private func wanted(_ seat: Seat, in robust: RobustPlan) -> String {
    func isAlike(_ other: Seat) -> Bool {
      other.team == seat.team && other.level == seat.level && other.source == seat.source
    }
    let wanting = robust.scenarios.indices.filter { scenario in
      guard let own = robust.candidate(.scenario(scenario)) else { return false }
      return own.seats.count(where: isAlike) >= robust.now.count(where: isAlike)
    }
    if wanting.count == robust.scenarios.count { return "all" }
    return wanting.isEmpty
      ? "none alone" : wanting.map { name(robust, $0) }.joined(separator: ", ")
  }

  private func groups(_ seats: [Seat]) -> [(seat: Seat, count: Int)] {
    var groups = [(seat: Seat, count: Int)]()
    for seat in seats {
      if let place = groups.firstIndex(where: { $0.seat == seat }) {
        groups[place].count += 1
      } else {
        groups.append((seat, 1))
      }
    }
    return groups
  }
}
