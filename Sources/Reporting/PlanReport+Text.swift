import Organization
import Planning
import Simulation

extension PlanReport {
  /// The report for people: the answer first, then what it rests on.
  package func text(_ style: TextStyle) -> String {
    [
      title(style), answer(style), seatTable(style), strategyTable(style), judgement(style),
      proof(style), robustSection(style),
      frontierTable(style), shadowPriceLines(style),
      dependence(style), teamTable(style), regionLines(style), balanceTable(style),
      plannedWorkTable(style),
      scorecard(style), trouble(style), leverTable(style),
      trafficTable(style), footer(style),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  var organization: Organization { recommendation.organization }
  var best: StrategyOutcome { recommendation.recommended }
  var asIs: StrategyOutcome? {
    recommendation.outcomes.first { $0.strategy == .asIs }
  }

  func month(_ index: Int) -> String { (organization.start + index).description }
  func money(_ amount: Double) -> String { NumberText.shortMoney(amount, organization.currency) }

  func title(_ style: TextStyle) -> String {
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

  var policy: String {
    let policy = organization.policy
    let demands = [
      demand("coverage at least", policy.coverage),
      demand("senior coverage at least", policy.seniorCoverage),
      demand("time on call at most", policy.onCallShare),
      demand("burned out at most", policy.burnout),
    ]
    return "policy from \(month(policy.graceMonths)): \(demands.joined(separator: ", "))"
  }

  private func demand(_ words: String, _ demand: ChanceConstraint) -> String {
    let probability = NumberText.percent(demand.probability)
    return "\(words) \(NumberText.percent(demand.threshold)) (with \(probability))"
  }

  func source(_ source: SeatSource) -> String {
    switch source {
    case .inHouse: "hire"
    case .partner(let index): organization.partners[index].id
    }
  }

  /// What breaks, when and how badly, without the team's name.
  func sentence(_ breach: Breach) -> String {
    breach.limit.sentence(
      worst: breach.worstValue, threshold: breach.threshold,
      from: organization.start + breach.firstMonth)
  }

  /// A figure as its limit is usually given.
  func number(_ value: Double, _ limit: Limit) -> String { limit.text(value) }

  func footer(_ style: TextStyle) -> String {
    let defaulted = organization.assumptions.rows.filter { !$0.isOverridden }
    let guesses = defaulted.count { $0.grade.isGuess }
    let sentence =
      "\(NumberText.count(defaulted.count, "assumption", "assumptions")) at their defaults, "
      + "\(guesses) of them guesses; 'cadre assumptions' prints each with range, source and grade. "
      + "Burnout is an estimate transferred from other professions and wide; limits are facts. "
      + "Seed \(header.seed)."
    return wrapped(sentence, style, indent: 0).map { style.ink(.muted, $0) + "\n" }.joined()
  }

  func wrapped(_ text: String, _ style: TextStyle, indent: Int = 2) -> [String] {
    TextWrap.lines(text, width: max(20, style.width - indent)).map {
      String(repeating: " ", count: indent) + $0
    }
  }
}
