package import Organization
import Planning
import Simulation

extension PlanReport {
  /// The document for programs; numbers are not rounded.
  package var json: JSONValue {
    var fields: [String: JSONValue] = [
      "model": [
        "name": .string(organization.name), "scenario": .string(organization.scenario),
        "start": .string(organization.start.description), "months": .integer(organization.months),
        "currency": .string(organization.currency),
      ],
      "recommendation": [
        "strategy": .string(recommendation.recommended.strategy.rawValue),
        "meetsPolicy": .bool(recommendation.recommended.meetsPolicy),
        "policyKept": .number(recommendation.recommended.reliability.kept),
        "probabilityOfBest": .number(recommendation.probabilityOfBest[recommendation.best]),
        "courses": .integer(recommendation.courses), "method": .string(method),
      ],
      "seats": .array(recommendation.seats.map(json)), "transfers": transfersJSON,
      "promotions": promotionsJSON,
      "strategies": .array(
        recommendation.outcomes.indices.map { json(recommendation.outcomes[$0], at: $0) }),
      "leftOut": .array(
        recommendation.leftOut.map {
          ["strategy": .string($0.strategy.rawValue), "reason": .string($0.reason)]
        }),
      "breakEvens": .array(recommendation.breakEvens.map(json)), "levers": leversJSON,
      "frontier": frontierJSON, "policyGaps": gapsJSON, "shadowPrices": shadowPricesJSON,
      "robust": robustJSON,
      "asIsMargin": recommendation.asIsMargin.map(json) ?? .null,
      "futures": futuresJSON,
      "partial": recommendation.stopped.map(json) ?? .null,
      "balance": balanceJSON, "plannedWork": plannedWorkJSON, "scorecard": scorecardJSON,
      "unowned": .array(
        recommendation.unowned.map { .string(organization.services[$0].id) }),
      "traffic": .array(traffic.map(json)),
      "assumptions": .array(organization.assumptions.rows.map(json)),
    ]
    let file = PlanFile(recommendation, seed: header.seed, match: review?.match)
    fields["expected"] = file.expectedJSON
    fields["terms"] = file.termsJSON
    if let review {
      fields["last"] = review.json
      fields["filled"] = file.filledJSON
    }
    if !organization.regions.isEmpty { fields["regions"] = regionsJSON }
    return header.document("cadre.plan/1.0", fields)
  }

  /// `null` for a whole answer.
  private func json(_ stop: Recommendation.Stop) -> JSONValue {
    switch stop {
    case .comparing(let strategy):
      ["stoppedWhile": "comparing", "strategy": .string(strategy.rawValue)]
    case .optimising: ["stoppedWhile": "optimising", "strategy": .null]
    case .explaining: ["stoppedWhile": "explaining", "strategy": .null]
    case .hedging: ["stoppedWhile": "hedging", "strategy": .null]
    }
  }

  private func json(_ planned: PlannedSeat) -> JSONValue {
    var fields: [String: JSONValue] = [
      "id": .string(planned.id), "cost": .number(planned.cost),
      "competency": .optional(competency(planned)),
      "start": .string(month(Int(planned.startMonth))),
      "ready": .string(month(Int(planned.readyMonth))),
      "reason": planned.reason.map(json) ?? .null, "ifLate": planned.ifLate.map(json) ?? .null,
      "latest": .optional(planned.latestOpenMonth.map(month)),
      "state": .string(planned.state.rawValue), "replaces": .optional(planned.replaces),
      "owner": .string(planned.owner), "note": .optional(planned.note),
    ]
    if let opened = planned.opened { fields["open"] = .string(opened.description) }
    fields.merge(fieldsOf(planned.seat)) { own, _ in own }
    return .object(fields)
  }

  /// Seats of a plan that nothing more is known of.
  private func json(_ seats: [Seat]) -> JSONValue {
    .array(
      zip(seats, SeatID.all(of: seats, in: organization)).map { seat, id in
        .object(fieldsOf(seat).merging(["id": .string(id)]) { own, _ in own })
      })
  }

  private func fieldsOf(_ seat: Seat) -> [String: JSONValue] {
    [
      "team": .string(organization.teams[seat.team].id),
      "level": .string(organization.levels[seat.level].id),
      "source": .string(seat.source.isPartner ? "partner" : "in-house"),
      "partner": .optional(partnerID(seat.source)),
      "open": .string(month(seat.openMonth)),
      "end": .optional(seat.endMonth.map { month($0 - 1) }),
    ]
  }

  func partnerID(_ source: SeatSource) -> String? { organization.partnerID(of: source) }

  private func json(_ outcome: StrategyOutcome, at index: Int) -> JSONValue {
    let totals = outcome.costs.map(\.total).sorted()
    let balance = WorkBalance(outcome.expected)
    return [
      "strategy": .string(outcome.strategy.rawValue),
      "isMixed": .bool(outcome.isMixed),
      "meetsPolicy": .bool(outcome.meetsPolicy),
      "policyKept": .number(outcome.reliability.kept),
      "policyKeptByTeamAndMonth": .array(
        outcome.reliability.isKept.map { .array($0.map(JSONValue.bool)) }),
      "firstMonthJudged": .string(month(outcome.reliability.firstMonth)),
      "probabilityOfBest": .number(recommendation.probabilityOfBest[index]),
      "violation": .number(outcome.violation),
      "slipMonths": .number(balance.slipMonths), "stability": .number(balance.stability),
      "cost": json(outcome.cost), "shortfall": .optional(outcome.shortfall),
      "search": outcome.search.map(json) ?? .null,
      "totalCostByFuture": .array(totals.map(JSONValue.number)),
      "seats": json(outcome.plan.seats), "transfers": json(outcome.plan.transfers),
      "promotions": json(outcome.plan.rises),
      "breaches": .array(outcome.breaches.map(json)),
      "teams": .array(organization.teams.indices.map { json(team: $0, of: outcome.expected) }),
    ]
  }

  private func json(_ cost: CostByKind) -> JSONValue {
    [
      "payroll": .number(cost.payroll), "hiring": .number(cost.hiring),
      "partner": .number(cost.partner), "shortage": .number(cost.shortage),
      "slip": .number(cost.slip), "cash": .number(cost.cash), "total": .number(cost.total),
    ]
  }

  func json(_ breach: Breach) -> JSONValue {
    [
      "team": .string(organization.teams[breach.team].id), "limit": .string(breach.limit.rawValue),
      "weight": .string(breach.limit.weight.rawValue),
      "first": .string(month(breach.firstMonth)), "worst": .string(month(breach.worstMonth)),
      "value": .number(breach.worstValue), "threshold": .number(breach.threshold),
      "months": .integer(breach.months), "probability": .number(breach.probability),
      "citation": .optional(breach.limit.citation(in: organization)),
    ]
  }

  private func json(team: Int, of trajectory: Trajectory) -> JSONValue {
    [
      "team": .string(organization.teams[team].id),
      "months": .array(
        (0..<trajectory.months).map { json(trajectory[team: team, month: $0], month: $0) }),
    ]
  }

  private func json(_ cell: TeamMonth, month index: Int) -> JSONValue {
    var asked = [String: JSONValue]()
    var done = [String: JSONValue]()
    for kind in WorkKind.allCases {
      asked[kind.name] = .number(cell.askedHours[kind])
      done[kind.name] = .number(cell.doneHours[kind])
    }
    var people = [String: JSONValue]()
    for standing in Standing.allCases { people[standing.name] = .number(cell.headcount[standing]) }
    return [
      "month": .string(month(index)), "headcount": .object(people),
      "partnerSeats": .number(cell.partnerSeats), "newcomers": .number(cell.newcomers),
      "callReady": .number(cell.callReady), "starters": .number(cell.starters),
      "leavers": .number(cell.leavers), "promotions": .number(cell.promotions),
      "openRequisitions": .number(cell.openRequisitions),
      "capacityHours": .number(cell.capacityHours), "askedHours": .object(asked),
      "doneHours": .object(done), "coverage": .number(cell.coverage),
      "seniorCoverage": .number(cell.seniorCoverage), "guidance": .number(cell.guidance),
      "pages": .number(cell.pages), "onCallShare": .number(cell.onCallShare),
      "nightsPerWeek": .number(cell.nightsPerWeek),
      "pagesPer12Hours": .number(cell.pagesPer12Hours),
      "shiftOverLimit": .number(cell.shiftOverLimit), "allBusy": .number(cell.allBusy),
      "sleepInterruptions": .number(cell.sleepInterruptions),
      "freeTimeInterruptions": .number(cell.freeTimeInterruptions),
      "weeklyHours": .number(cell.weeklyHours), "burnout": .number(cell.burnout),
      "debtHours": .number(cell.debtHours), "slipMonths": .number(cell.slipMonths),
      "cost": json(cell.cost),
    ]
  }

  private func json(_ breakEven: BreakEven) -> JSONValue {
    [
      "input": .string(breakEven.input.rawValue), "value": .optional(breakEven.value),
      "instead": .optional(breakEven.instead?.rawValue),
      "searched": [
        .number(breakEven.searched.lowerBound), .number(breakEven.searched.upperBound),
      ],
      "interval": breakEven.interval.map {
        [.number($0.lowerBound), .number($0.upperBound)]
      } ?? .null,
    ]
  }

  private func json(_ margin: AsIsMargin) -> JSONValue {
    switch margin {
    case .sufficesUpTo(let extra): ["suffices": true, "growthChange": .optional(extra)]
    case .needsLessGrowth(let less): ["suffices": false, "growthChange": .number(-less)]
    case .neverSuffices: ["suffices": false, "growthChange": .null]
    }
  }

  private func json(_ line: TrafficLine) -> JSONValue {
    [
      "driver": .string(line.id), "basis": .string(line.basis),
      "mean": .array(line.mean.map(JSONValue.number)),
      "p10": .array(line.low.map(JSONValue.number)),
      "p90": .array(line.high.map(JSONValue.number)),
    ]
  }

  private func json(_ row: Assumption) -> JSONValue {
    [
      "id": .string(row.id.rawValue), "low": .number(row.value.low),
      "likely": .number(row.value.likely), "high": .number(row.value.high),
      "unit": .string(row.unit), "grade": .string(row.grade.rawValue),
      "source": .string(row.source), "defaulted": .bool(!row.isOverridden),
    ]
  }
}
