import DelimitedText
package import Organization
package import Planning
import Simulation

/// The answer of `cadre compare`, for people and for programs.
package struct ComparisonReport: Sendable {
  let comparison: PlanComparison
  let organization: Organization
  let header: RunHeader

  /// - Parameters:
  ///   - comparison: what was played, of one scenario at least.
  ///   - organization: the first scenario's.
  ///   - header: how it was made.
  package init(
    _ comparison: PlanComparison, of organization: Organization, header: RunHeader
  ) {
    self.comparison = comparison
    self.organization = organization
    self.header = header
  }

  func month(_ index: Int) -> String { (organization.start + index).description }
  func money(_ amount: Double) -> String { NumberText.shortMoney(amount, organization.currency) }
  func name(of scenario: Int) -> String { comparison.scenarios[scenario].name }

  /// The scenario that a plan is shown in where only one is: its own, or the first.
  func home(of candidate: Int) -> Int { comparison.candidates[candidate].scenario ?? 0 }

  // MARK: Figures

  /// What a plan does in a scenario.
  struct Outcome {
    var kept: Double
    /// Of the worst team and month, in the future that one in ten is worse than.
    var coverage: Double
    /// Of the worst team and month, mean.
    var burnout: Double
    /// Demands of the policy that break too often, each of a team.
    var demands: Int
    /// Published limits that break too often, each of a team.
    var limits: Int
  }

  func outcome(_ candidate: Int, in scenario: Int) -> Outcome {
    let run = comparison.futures[scenario].runs[candidate]
    let months = run.judge.firstMonth..<max(run.judge.firstMonth + 1, organization.months)
    var outcome = Outcome(
      kept: comparison.kept(candidate, in: scenario), coverage: .infinity, burnout: 0, demands: 0,
      limits: 0)
    for team in organization.teams.indices {
      for month in months where month < organization.months {
        let coverage = run.estimate[.coverage, team: team, month: month].spread.quantile(0.1)
        outcome.coverage = min(outcome.coverage, coverage ?? .infinity)
        let burnout = run.estimate[.burnout, team: team, month: month].mean.mean
        outcome.burnout = max(outcome.burnout, burnout)
      }
      for limit in Limit.allCases {
        let allowed = run.judge.allowed(limit)
        guard run.estimate.firstMonth(above: allowed, limit, team: team) != nil else { continue }
        switch limit.weight {
        case .policy: outcome.demands += 1
        case .published: outcome.limits += 1
        case .advice: break
        }
      }
    }
    return outcome
  }

  // MARK: Programs

  /// One row per plan and scenario [RFC 4180]; numbers are not rounded.
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write([
      "plan", "strategy", "made_for", "scenario", "hires", "rented", "cash", "total", "currency",
      "policy_kept", "worst_coverage_p10", "worst_burnout", "demands_broken", "limits_broken",
      "regret_cost", "regret_kept", "is_best",
    ])
    for (index, candidate) in comparison.candidates.enumerated() {
      for scenario in comparison.scenarios.indices {
        let estimate = comparison.estimate(index, in: scenario)
        let outcome = outcome(index, in: scenario)
        let regret = comparison.regret(index, in: scenario)
        writer.write([
          .text(candidate.name), .text(candidate.strategy),
          candidate.scenario.map { .text(name(of: $0)) } ?? .empty, .text(name(of: scenario)),
          .integer(candidate.staffing.seats.count { !$0.source.isPartner }),
          .integer(candidate.staffing.seats.count { $0.source.isPartner }),
          .number(estimate[.cash].mean.mean), .number(estimate[.total].mean.mean),
          .text(organization.currency), .number(outcome.kept), .number(outcome.coverage),
          .number(outcome.burnout), .integer(outcome.demands), .integer(outcome.limits),
          .number(regret.cost.mean), .number(regret.kept),
          .text(comparison.best(in: scenario) == index ? "true" : "false"),
        ])
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
