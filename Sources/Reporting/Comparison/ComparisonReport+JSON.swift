package import Organization
import Planning
import Simulation

extension ComparisonReport {
  /// The document for programs; numbers are not rounded.
  package var json: JSONValue {
    header.document(
      "cadre.compare/1.0",
      [
        "model": [
          "name": .string(organization.name), "start": .string(organization.start.description),
          "months": .integer(organization.months), "currency": .string(organization.currency),
        ],
        "scenarios": .array(comparison.scenarios.map { .string($0.name) }),
        "futures": .integer(comparison.futures.first?.count ?? 0),
        "plans": .array(comparison.candidates.indices.map(json)),
        "firstSeats": .array(comparison.firstSeats.map(json)),
        "decidedBefore": .string(month(PlanComparison.decidedMonths)),
        "triggers": .array(comparison.triggers.map(triggerWords.json)),
      ])
  }

  private func json(_ index: Int) -> JSONValue {
    let candidate = comparison.candidates[index]
    return [
      "name": .string(candidate.name), "strategy": .string(candidate.strategy),
      "madeFor": .optional(candidate.scenario.map(name)),
      "hires": .integer(candidate.staffing.seats.count { !$0.source.isPartner }),
      "rented": .integer(candidate.staffing.seats.count { $0.source.isPartner }),
      "scenarios": .array(comparison.scenarios.indices.map { json(index, in: $0) }),
    ]
  }

  private func json(_ index: Int, in scenario: Int) -> JSONValue {
    let estimate = comparison.estimate(index, in: scenario)
    let outcome = outcome(index, in: scenario)
    let regret = comparison.regret(index, in: scenario)
    return [
      "scenario": .string(name(of: scenario)),
      "isBest": .bool(comparison.best(in: scenario) == index),
      "cash": FuturesDocument.json(estimate[.cash]),
      "total": FuturesDocument.json(estimate[.total]),
      "policyKept": .number(outcome.kept), "worstCoverage": .number(outcome.coverage),
      "worstBurnout": .number(outcome.burnout), "demandsBroken": .integer(outcome.demands),
      "limitsBroken": .integer(outcome.limits),
      "regret": [
        "cost": FuturesDocument.json(regret.cost), "policyKept": .number(regret.kept),
      ],
    ]
  }

  private func json(_ first: PlanComparison.FirstSeats) -> JSONValue {
    [
      "team": .string(organization.teams[first.team].id),
      "level": .string(organization.levels[first.level].id),
      "partner": .optional(organization.partnerID(of: first.source)),
      "common": .integer(first.common),
      "byPlan": .array(
        zip(comparison.planned, first.counts).map { candidate, count in
          ["plan": .string(comparison.candidates[candidate].name), "count": .integer(count)]
        }),
    ]
  }
}
