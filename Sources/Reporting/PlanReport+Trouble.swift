import Organization
import Planning
import Simulation

extension PlanReport {
  /// What breaks with backfills only, and what still breaks under the plan.
  var trouble: [Page.Block] {
    guard let asIs else { return [] }
    var blocks = [Page.Block]()
    let ahead = worst(of: asIs)
    if !ahead.isEmpty {
      blocks += [
        .heading("What happens with backfills only"),
        .findings(ahead.map { finding($0, in: asIs) }),
      ]
    }
    let facts = best.breaches.filter { $0.limit.weight == .published }
    let stays = best.strategy == .asIs ? [] : best.breaches.filter { $0.limit.weight == .policy }
    if !stays.isEmpty {
      blocks += [
        .heading("What the recommended plan does not mend"),
        .findings(stays.map { finding($0, in: best) }),
      ]
    }
    if !facts.isEmpty {
      let findings = facts.map { breach in
        var finding = finding(breach, in: best)
        if let citation = breach.limit.citation(in: organization) {
          finding.details.append("= limit: \(citation)")
        }
        return finding
      }
      blocks += [
        .heading("Published limits still broken under the plan"), .findings(findings),
      ]
    }
    let advice = Set(best.breaches.filter { $0.limit.weight == .advice }.map(\.team)).sorted()
    if !advice.isEmpty, let source = Limit.adviceOnCallShare.citation(in: organization) {
      let names = advice.map { SafeText.terminal(organization.teams[$0].id) }
      let limit = number(
        best.breaches.first { $0.limit == .adviceOnCallShare }?.threshold ?? 0, .onCallShare)
      blocks.append(
        .note(
          "Above the advised \(limit) of time on call: \(names.joined(separator: ", ")) "
            + "(\(source))."))
    }
    return blocks
  }

  /// The worst demand of the policy that each team breaks, the earliest team first.
  func worst(of outcome: StrategyOutcome) -> [Breach] {
    organization.teams.indices.compactMap { team in
      outcome.breaches.filter { $0.team == team && $0.limit.weight == .policy }
        .max { $0.months < $1.months }
    }.sorted { ($0.firstMonth, $0.team) < ($1.firstMonth, $1.team) }
  }

  private func finding(_ breach: Breach, in outcome: StrategyOutcome) -> Page.Finding {
    let team = organization.teams[breach.team].id
    let causes = Causes(breach, in: outcome.trial[breach.course]).words
    let often =
      breach.probability < 1 ? ", in \(NumberText.percent(breach.probability)) of futures" : ""
    return Page.Finding(
      .bad, subject: team, "\(sentence(breach))\(often)" + (causes.isEmpty ? "" : "; \(causes)"))
  }
}
