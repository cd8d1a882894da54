package import Organization
import Planning
import Simulation

extension FuturesReport {
  /// The document for programs; numbers are not rounded.
  package var json: JSONValue {
    let document = FuturesDocument(judge, estimate)
    return header.document(
      "cadre.simulate/1.0",
      [
        "model": [
          "name": .string(organization.name), "scenario": .string(organization.scenario),
          "start": .string(organization.start.description), "months": .integer(organization.months),
          "currency": .string(organization.currency),
        ],
        "strategy": .string(strategy),
        "seats": .integer(judge.plan.staffing.seats.count),
        "futures": [
          "played": .integer(estimate.count), "asked": .integer(goal.futures),
          "precision": .number(estimate.precision),
          "wantedPrecision": goal.precision.map(JSONValue.number) ?? .null,
        ],
        "partial": .bool(isPartial),
        "firstMonthJudged": .string(month(judge.firstMonth)),
        "policyKeptAsWanted": .number(estimate.keptAsOftenAsWanted(judge.limits)),
        "figures": document.figures, "teams": document.teams,
        "estimates": .array(tornado.map(FuturesDocument.json)),
        "resilience": .array(resilience.map(json)),
      ])
  }

  private func json(_ outcome: ResilienceOutcome) -> JSONValue {
    return [
      "shock": .string(outcome.shock.words(in: organization)),
      "policyKept": .number(outcome.policyKept),
      "policyKeptChange": FuturesDocument.json(outcome.keptChange),
      "costChange": FuturesDocument.json(outcome.costChange),
      "hardestTeam": .optional(outcome.hardestTeam.map { organization.teams[$0].id }),
    ]
  }
}
