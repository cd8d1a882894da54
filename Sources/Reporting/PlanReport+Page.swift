import Organization
import Planning
import Simulation

extension PlanReport {
  /// The report for people: the answer, what to decide now, the risks by team, the seats, and then
  /// what all of it rests on.
  package var page: Page {
    let steps = seats + transfers + promotions
    return Page(
      organization.name, subtitles: [scope, policy],
      answer + decisions + robustBlocks + trouble + teams + steps + since + strategies + judgement
        + frontierBlocks + levers + scarcity + dependence + proof + regions + balance + plannedWork
        + scorecard + trafficBlocks,
      footer: footer)
  }

  var organization: Organization { recommendation.organization }
  var best: StrategyOutcome { recommendation.recommended }
  var asIs: StrategyOutcome? {
    recommendation.outcomes.first { $0.strategy == .asIs }
  }

  func month(_ index: Int) -> String { (organization.start + index).description }
  func money(_ amount: Double) -> String { NumberText.shortMoney(amount, organization.currency) }

  private var scope: String {
    let people = organization.teams.reduce(0) { $0 + $1.members.count }
    return
      "\(month(0)) to \(month(organization.months - 1)), scenario \(organization.scenario), "
      + "\(NumberText.count(organization.teams.count, "team", "teams")), "
      + "\(NumberText.count(people, "person", "people")), "
      + NumberText.count(organization.services.count, "service", "services")
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

  func source(_ source: SeatSource) -> String { organization.name(of: source) }

  /// What breaks, when and how badly, without the team's name.
  func sentence(_ breach: Breach) -> String {
    breach.limit.sentence(
      worst: breach.worstValue, threshold: breach.threshold,
      from: organization.start + breach.firstMonth)
  }

  /// A figure as its limit is usually given.
  func number(_ value: Double, _ limit: Limit) -> String { limit.text(value) }

  private var footer: String {
    let defaulted = organization.assumptions.rows.filter { !$0.isOverridden }
    let guesses = defaulted.count { $0.grade.isGuess }
    return
      "\(NumberText.count(defaulted.count, "assumption", "assumptions")) at their defaults, "
      + "\(guesses) of them guesses; 'cadre assumptions' prints each with range, source and grade. "
      + "Burnout is an estimate transferred from other professions and wide; limits are facts. "
      + "Seed \(header.seed)."
  }
}
