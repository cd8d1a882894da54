package import Organization
import Planning
import Simulation

extension BriefReport {
  /// The document for programs; numbers are not rounded.
  package var json: JSONValue {
    header.document(
      "cadre.brief/1.0",
      [
        "model": [
          "name": .string(organization.name), "scenario": .string(organization.scenario),
          "start": .string(organization.start.description), "months": .integer(organization.months),
          "currency": .string(organization.currency),
        ],
        "seat": seatJSON, "reason": reasonJSON,
        "traffic": .array(drivers.map { json(traffic[$0]) }),
        "events": .array(events.map { .string($0.id) }),
        "services": .array(brief.services.map(serviceJSON)),
        "responsibilities": .array(
          brief.duties.map { duty in
            [
              "id": .string(duty.responsibility.rawValue),
              "text": .string(duty.responsibility.sentence), "services": ids(duty.services),
            ]
          }),
        "plannedWork": .array(
          plannedWork.map { work in
            [
              "id": .string(work.id), "hoursPerMonth": .number(work.hoursPerMonth),
              "goal": .optional(work.goal),
            ]
          }),
        "mustHave": .array(brief.mustHave.map(json)),
        "helpful": .array(brief.helpful.map(json)),
        "exposure": .array(
          brief.exposure.steps.map { step in
            ["id": .string(step.exposure.rawValue), "from": .string(month(step.month))]
          }),
        "scorecard": brief.search.map { json($0.scorecard) } ?? .null,
        "interviews": brief.search.map { json($0.interviews) } ?? .null,
        "partner": brief.partner.map(json) ?? .null,
      ])
  }

  private var seatJSON: JSONValue {
    [
      "id": .string(brief.id), "team": .string(team.id), "level": .string(level.id),
      "standing": .string(level.standing.name),
      "source": .string(partner == nil ? "in-house" : "partner"),
      "partner": .optional(partner?.id), "open": .string(month(brief.seat.openMonth)),
      "start": .string(month(brief.startMonth)),
      "end": .optional(brief.seat.endMonth.map { month($0 - 1) }),
    ]
  }

  private var reasonJSON: JSONValue {
    brief.reason.map { reason in
      [
        "limit": .string(reason.limit.rawValue), "first": .string(reason.firstMonth.description),
        "value": .number(reason.worstValue), "threshold": .number(reason.threshold),
      ]
    } ?? .null
  }

  private func json(_ line: TrafficLine) -> JSONValue {
    [
      "driver": .string(line.id), "basis": .string(line.basis),
      "mean": .array(line.mean.map(JSONValue.number)),
      "p10": .array(line.low.map(JSONValue.number)),
      "p90": .array(line.high.map(JSONValue.number)),
    ]
  }

  private func serviceJSON(_ index: Int) -> JSONValue {
    let service = service(index)
    return [
      "service": .string(service.id), "tier": .integer(service.tier),
      "workload": .string(service.workload.rawValue),
      "architecture": .string(service.architecture.rawValue),
      "compliance": .array(service.compliance.map(JSONValue.string)),
      "integrations": .integer(service.integrations),
      "headroom": .number(service.headroom.likely), "slo": .optional(service.metrics.slo),
      "peakRequests": .optional(service.peakRequests),
    ]
  }

  private func ids(_ services: [Int]) -> JSONValue {
    .array(services.map { .string(service($0).id) })
  }

  private func json(_ knowledge: SeatBrief.Knowledge) -> JSONValue {
    [
      "competency": .string(organization.competencies[knowledge.competency]),
      "services": ids(knowledge.services), "isBrought": .bool(knowledge.isBrought),
      "held": knowledge.held.map(JSONValue.integer) ?? .null,
    ]
  }

  private func json(_ card: HiringScorecard) -> JSONValue {
    [
      "rows": .array(
        HiringScorecard.Row.allCases.map { row in
          [
            "id": .string(row.rawValue), "weight": .integer(card.weight(of: row)),
            "evidence": .string(row.evidence),
          ]
        }),
      "highest": .integer(HiringScorecard.highest), "bar": .number(HiringScorecard.bar),
      "floor": .integer(HiringScorecard.floor),
      "floorOfHeaviest": .integer(HiringScorecard.floorOfHeaviest),
      "heaviest": .array(card.heaviest.map { .string($0.rawValue) }),
    ]
  }

  private func json(_ plan: InterviewPlan) -> JSONValue {
    [
      "hours": .number(plan.hours), "scoresDue": .integer(plan.scoresDue),
      "stages": .array(
        plan.slots.map { slot in
          [
            "id": .string(slot.stage.rawValue), "hours": .number(slot.hours),
            "rows": .array(slot.stage.rows.map { .string($0.rawValue) }),
          ]
        }),
    ]
  }

  private func json(_ partner: PartnerBrief) -> JSONValue {
    [
      "id": .string(organization.partners[partner.partner].id),
      "scorecard": .array(
        PartnerBrief.Row.allCases.enumerated().map { place, row in
          [
            "id": .string(row.rawValue), "weight": .integer(partner.weights[place]),
            "score": .optional(partner.scores?[place]),
          ]
        }),
      "score": .optional(partner.score),
      "vetoes": .array(
        partner.vetoes.map { veto in
          [
            "service": .string(service(veto.service).id),
            "regimes": .array(veto.regimes.map(JSONValue.string)),
          ]
        }),
      "oversightHours": .number(partner.oversightHours),
      "governance": .array(
        partner.governance.map { practice in
          [
            "id": .string(practice.practice.rawValue), "state": .string(practice.state.rawValue),
            "missing": ids(practice.missing),
          ]
        }),
    ]
  }
}
