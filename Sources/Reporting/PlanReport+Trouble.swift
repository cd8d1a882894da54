import Organization
import Planning
import Simulation

extension PlanReport {
  func trouble(_ style: TextStyle) -> String {
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
  func worst(of outcome: StrategyOutcome) -> [Breach] {
    organization.teams.indices.compactMap { team in
      outcome.breaches.filter { $0.team == team && $0.limit.weight == .policy }
        .max { $0.months < $1.months }
    }.sorted { ($0.firstMonth, $0.team) < ($1.firstMonth, $1.team) }
  }

  func line(_ breach: Breach, in outcome: StrategyOutcome, _ style: TextStyle) -> String {
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
}
