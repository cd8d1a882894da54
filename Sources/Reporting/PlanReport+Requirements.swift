import Organization
import Planning

extension PlanReport {
  /// The demands of the policy that the recommended plan does not keep, a line for each.
  package var brokenDemands: [String] {
    best.breaches.filter { $0.limit.weight == .policy }.map { breach in
      let team = SafeText.terminal(organization.teams[breach.team].id)
      return "\(team): \(sentence(breach)), in \(NumberText.percent(breach.probability)) of futures"
    }
  }
}
