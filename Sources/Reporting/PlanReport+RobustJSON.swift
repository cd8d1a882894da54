import Organization
import Planning
import Simulation

extension PlanReport {
  /// `null` where nobody asked; where there is no plan, why.
  var robustJSON: JSONValue {
    switch robust {
    case nil: .null
    case .single: ["obstacle": "single-scenario"]
    case .notFound: ["obstacle": "time-limit"]
    case .plan(let robust): json(robust)
    }
  }

  private func json(_ robust: RobustPlan) -> JSONValue {
    let names = robust.scenarios.map(\.name)
    return [
      "obstacle": .null, "scenarios": .array(names.map(JSONValue.string)),
      "strategy": .string(robust.strategy.rawValue),
      "reference": .string(names[robust.reference]), "solver": .string(robust.solver),
      "decidedBefore": .string(month(robust.decidedBefore)),
      "movedFreezes": .array(robust.movedFreezes.map(JSONValue.string)),
      "now": .array(robust.now.map { .object(opening($0)) }),
      "later": .object(
        Dictionary(
          uniqueKeysWithValues: zip(names, robust.plans).map { name, plan in
            (name, .array(plan.seats.map { .object(opening($0)) }))
          })),
      "missPrice": .number(robust.missPrice),
      "triggers": .array(
        robust.triggers.map(TriggerWords(organization: organization, scenarios: names).json)),
      "candidates": .array(robust.candidates.map { json($0, in: robust) }),
      "knowing": .array(robust.knowing.map(json)),
      "robustCost": .number(robust.robustCost), "knowingCost": .number(robust.knowingCost),
      "referenceCost": finite(robust.referenceCost),
      "valueOfStochasticSolution": finite(robust.valueOfStochasticSolution),
      "valueOfInformation": .number(robust.valueOfInformation), "gap": .number(robust.gap),
    ]
  }

  private func finite(_ value: Double) -> JSONValue {
    value.isFinite ? .number(value) : .null
  }

  private func opening(_ seat: Seat) -> [String: JSONValue] {
    [
      "team": .string(organization.teams[seat.team].id),
      "level": .string(organization.levels[seat.level].id),
      "source": .string(seat.source.isPartner ? "partner" : "in-house"),
      "partner": .optional(partnerID(seat.source)), "open": .string(month(seat.openMonth)),
      "end": .optional(seat.endMonth.map { month($0 - 1) }),
    ]
  }

  private func json(_ amount: RobustPlan.Amount) -> JSONValue {
    [
      "money": .number(amount.money), "missed": .number(amount.missed),
      "total": .number(amount.total), "bound": .number(amount.bound),
    ]
  }

  private func json(_ candidate: RobustPlan.Candidate, in robust: RobustPlan) -> JSONValue {
    [
      "sources": .array(
        candidate.sources.map { source in
          switch source {
          case .all: "all"
          case .scenario(let scenario): .string(robust.scenarios[scenario].name)
          case .nothing: "nothing"
          case .given: "plan"
          }
        }),
      "seats": .array(candidate.seats.map { .object(opening($0)) }),
      "amounts": .array(candidate.amounts.map { $0.map(json) ?? .null }),
      "regret": .array(
        robust.scenarios.indices.map { .optional(robust.regret(candidate, in: $0)) }),
    ]
  }
}
