import Organization
import Planning
import Simulation

extension PlanReport {
  /// What to decide now and what later, where several scenarios may come; empty where nobody asked.
  func robustSection(_ style: TextStyle) -> String {
    guard let robust else { return "" }
    let names = robust.scenarios.map(\.name).joined(separator: ", ")
    return style.ink(.heading, "Now, and once it shows which scenario it is") + "\n"
      + paragraph(
        "\(robust.scenarios.count) scenarios, each as likely: \(names). "
          + values(of: robust) + freezes(of: robust), style)
      + "\n" + firstQuarter(of: robust, style) + "\n" + later(of: robust, style) + "\n"
      + regrets(of: robust, style)
  }

  private func paragraph(_ text: String, _ style: TextStyle) -> String {
    wrapped(SafeText.terminal(text), style).map { $0 + "\n" }.joined()
  }

  private func name(_ robust: RobustPlan, _ scenario: Int) -> String {
    robust.scenarios[scenario].name
  }

  // MARK: What it is worth

  private func values(of robust: RobustPlan) -> String {
    "Decided for all of them, the first quarter leads to \(money(robust.money(robust.chosen))) for "
      + "seats and undone work on average, and leaves demands of the policy "
      + "\(people(robust.short(robust.chosen))) short, each priced at \(money(robust.missPrice)): "
      + "\(money(robust.robustCost)) in all. " + reference(of: robust)
      + "To know now which one comes would be worth \(money(robust.valueOfInformation)); no study of "
      + "the market is worth more. Each value may be off by \(money(robust.gap)), which "
      + "\(robust.solver) left open. "
  }

  private func reference(of robust: RobustPlan) -> String {
    let name = name(robust, robust.reference)
    guard let candidate = robust.referenceCandidate, robust.referenceCost < .infinity else {
      return "The first quarter that is best for \(name) alone breaks what may be spent, opened or "
        + "rented in another scenario. "
    }
    let value = robust.valueOfStochasticSolution
    guard value > 0 else {
      return "No first quarter was found to be better than the one that is best for \(name) alone. "
    }
    let (dearer, shorter) = (
      robust.money(candidate) - robust.money(robust.chosen),
      robust.short(candidate) - robust.short(robust.chosen)
    )
    return "Decided for \(name) alone it costs \(money(value)) more: "
      + "\(money(abs(dearer))) \(dearer < 0 ? "less" : "more") money, and \(people(abs(shorter))) "
      + "\(shorter < 0 ? "less" : "more") short. "
      + (value <= robust.gap ? "The solver cannot tell that from nothing. " : "")
  }

  private func people(_ months: Double) -> String {
    let text = NumberText.plain(months, decimals: 1)
    return text + (text == "1" ? " person-month" : " person-months")
  }

  private func freezes(of robust: RobustPlan) -> String {
    guard !robust.movedFreezes.isEmpty else { return "" }
    return
      "The hiring freeze of \(robust.movedFreezes.joined(separator: ", ")) is taken to begin in "
      + "\(month(robust.decidedBefore)), as before nobody knows that it comes."
  }

  // MARK: Now

  private func firstQuarter(of robust: RobustPlan, _ style: TextStyle) -> String {
    let span = "\(month(0)) to \(month(robust.decidedBefore - 1))"
    guard !robust.now.isEmpty else {
      return style.ink(.emphasis, "  Decide now (\(span)): open nothing but backfills") + "\n"
    }
    var table = TextTable(columns: [
      .init("open by"), .init("n", .right), .init("team", mayShrink: true), .init("level"),
      .init("source", mayShrink: true), .init("also best for", mayShrink: true, dropRank: 1),
    ])
    for group in groups(robust.now) {
      table.add([
        .init(month(group.seat.openMonth), .emphasis), .init("\(group.count)"),
        .init(organization.teams[group.seat.team].id),
        .init(organization.levels[group.seat.level].id), .init(source(group.seat.source)),
        .init(wanted(group.seat, group.count, in: robust), .muted),
      ])
    }
    return style.ink(.emphasis, "  Decide now, whatever happens (\(span))") + "\n"
      + table.text(style, indent: 2)
  }

  /// The scenarios whose own best plan opens as many of a kind in the first quarter.
  private func wanted(_ seat: Seat, _ count: Int, in robust: RobustPlan) -> String {
    func isAlike(_ other: Seat) -> Bool {
      other.team == seat.team && other.level == seat.level && other.source == seat.source
    }
    let wanting = robust.scenarios.indices.filter { scenario in
      let own = robust.candidates.first { $0.sources.contains(.scenario(scenario)) }
      return own.map { $0.seats.count(where: isAlike) >= robust.now.count(where: isAlike) } ?? false
    }
    if wanting.count == robust.scenarios.count { return "all" }
    return wanting.isEmpty
      ? "none by itself" : wanting.map { name(robust, $0) }.joined(separator: ", ")
  }

  private func groups(_ seats: [Seat]) -> [(seat: Seat, count: Int)] {
    var groups = [(seat: Seat, count: Int)]()
    for seat in seats {
      if groups.last?.seat != seat { groups.append((seat, 0)) }
      groups[groups.count - 1].count += 1
    }
    return groups
  }

  // MARK: Later

  /// What is decided later than in a year will be planned anew by then.
  private static let shownMonths = 12

  private func later(of robust: RobustPlan, _ style: TextStyle) -> String {
    guard !robust.triggers.isEmpty else {
      return style.ink(.emphasis, "  Later: nothing but backfills in any scenario") + "\n"
    }
    let near = robust.triggers.filter { $0.month < Self.shownMonths }
    var text = style.ink(.emphasis, "  Decide later, at the beginning of each quarter") + "\n"
    if near.isEmpty { text += "  nothing but backfills within a year\n" }
    for trigger in near {
      let lines = wrapped(
        SafeText.terminal("\(sign(of: trigger, in: robust)): \(actions(of: trigger))"), style,
        indent: 11)
      for (number, line) in lines.enumerated() {
        text +=
          (number == 0
            ? "  " + style.ink(.emphasis, month(trigger.month)) + "  " + line.dropFirst(11) : line)
          + "\n"
      }
    }
    let rest = robust.triggers.count - near.count
    return text
      + wrapped(
        "traffic: mean of the three months before, relative to today's; in brackets the scenarios it "
          + "stands for, and in how many of the courses that traffic may take in them, and in the "
          + "others, it shows; weak: half of the time it says nothing"
          + (rest > 0
            ? "; \(rest) more from \(month(Self.shownMonths)) on are in --format json" : ""),
        style
      ).map { style.ink(.muted, $0) + "\n" }.joined()
  }

  private func sign(of trigger: Trigger, in robust: RobustPlan) -> String {
    let names = trigger.scenarios.map { name(robust, $0) }.joined(separator: ", ")
    if trigger.scenarios.count == robust.scenarios.count { return "whatever happens" }
    if trigger.isCertain { return "whatever happens, where it is not done yet" }
    guard !trigger.conditions.isEmpty else {
      return "if other signs than traffic, which does not tell by then, speak for \(names)"
    }
    let words = trigger.conditions.map(self.words).joined(separator: " and ")
    guard let fires = trigger.fires, let falsely = trigger.firesFalsely else {
      return "if \(words) (\(names))"
    }
    return "if \(words) (\(names): seen in \(NumberText.percent(fires)), in "
      + "\(NumberText.percent(falsely)) of the others\(fires - falsely < 0.5 ? ", weak" : ""))"
  }

  private func words(_ condition: Trigger.Condition) -> String {
    let driver = organization.drivers[condition.driver].id
    func times(_ value: Double) -> String { "x" + NumberText.plain(value) }
    switch (condition.above, condition.below) {
    case (let above?, let below?):
      return "\(driver) from \(times(above)) to \(times(below))"
    case (let above?, nil): return "\(driver) above \(times(above))"
    case (nil, let below?): return "\(driver) below \(times(below))"
    case (nil, nil): return driver
    }
  }

  private func actions(of trigger: Trigger) -> String {
    let kinds: [(Trigger.Action.Kind, String)] = [
      (.open, "open "), (.end, "give notice to "),
    ]
    return kinds.compactMap { kind, words -> String? in
      let own = trigger.actions.filter { $0.kind == kind }
      guard !own.isEmpty else { return nil }
      return words
        + own.map {
          "\($0.count) \(organization.teams[$0.team].id) \(organization.levels[$0.level].id) "
            + "(\(source($0.source)))"
        }.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  // MARK: Regret

  private func regrets(of robust: RobustPlan, _ style: TextStyle) -> String {
    var table = TextTable(
      columns: [.init("decided for", mayShrink: true), .init("seats", .right, dropRank: 1)]
        + shown(of: robust).map { .init(SafeText.terminal(name(robust, $0)), .right) }
        + [
          .init("average", .right), .init("money", .right, dropRank: 2),
          .init("short", .right, dropRank: 3),
        ])
    let knownMoney =
      robust.knowing.reduce(0) { $0 + $1.money } / Double(max(1, robust.knowing.count))
    for (index, candidate) in robust.candidates.enumerated() {
      let regrets = robust.scenarios.indices.map { robust.regret(candidate, in: $0) }
      let known = regrets.compactMap(\.self)
      let isWhole = known.count == regrets.count
      table.add(
        [
          .init(name(of: candidate, in: robust), index == 0 ? .emphasis : nil),
          .init("\(candidate.seats.count)"),
        ] + shown(of: robust).map { .init(regrets[$0].map(amount) ?? "impossible") }
          + [
            .init(isWhole ? amount(known.reduce(0, +) / Double(known.count)) : ""),
            .init(isWhole ? signed(robust.money(candidate) - knownMoney) : ""),
            .init(isWhole ? NumberText.plain(robust.short(candidate), decimals: 1) : ""),
          ])
    }
    let legend =
      "by scenario and on average: what it costs more than the best plan for one who knew the "
      + "scenario, in \(organization.currency), with the best that can be done after that first "
      + "quarter; money: the part of it that is paid, the rest is the price on missing the policy; "
      + "short: person-months that demands of the policy are short of, coverage by quarters; "
      + "impossible: breaks what may be spent, opened or rented there"
    return style.ink(.emphasis, "  Regret of deciding for one scenario") + "\n"
      + table.text(style, indent: 2)
      + wrapped(legend, style).map { style.ink(.muted, $0) + "\n" }.joined()
  }

  /// Scenarios that have a column; more of them than this nobody can read.
  private func shown(of robust: RobustPlan) -> [Int] {
    robust.scenarios.count <= Self.mostShown ? Array(robust.scenarios.indices) : []
  }

  private static let mostShown = 5

  private func signed(_ value: Double) -> String {
    abs(value) < 0.5 ? "0" : (value < 0 ? "-" : "") + amount(abs(value))
  }

  private func amount(_ value: Double) -> String {
    // The currency is in the legend; a column of it would leave no room for the scenarios.
    value < 0.5 ? "0" : String(NumberText.shortMoney(value, "").dropLast())
  }

  private func name(of candidate: RobustPlan.Candidate, in robust: RobustPlan) -> String {
    candidate.sources.map { source in
      switch source {
      case .all: "all"
      case .scenario(let scenario): name(robust, scenario)
      case .heuristic: "heuristic"
      case .given: "the plan above"
      }
    }.joined(separator: ", ")
  }
}
