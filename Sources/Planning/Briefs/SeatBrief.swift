package import Organization
package import Simulation

/// All that a model and a plan tell of one seat, for whoever is to fill it.
package struct SeatBrief: Sendable {
  /// A responsibility and the services that ask for it.
  package struct Duty: Hashable, Sendable {
    package var responsibility: Responsibility
    /// Indices into ``Organization/services``.
    package var services: [Int]
  }

  /// Something that whoever takes the seat should know.
  package struct Knowledge: Hashable, Sendable {
    /// Index into ``Organization/competencies``.
    package var competency: Int
    /// Indices of the services that need it.
    package var services: [Int]
    /// People of the team who hold it; `nil` where the model does not say.
    package var held: Int?
    /// Whether the seat is there to bring it.
    package var isBrought: Bool
  }

  /// How somebody is found: in-house seats only.
  package struct Search: Hashable, Sendable {
    package var scorecard: HiringScorecard
    package var interviews: InterviewPlan
  }

  package let id: String
  package let seat: Seat
  /// Expected first day, in months of the plan.
  package let startMonth: Double
  /// Indices of the services of its team.
  package let services: [Int]
  /// The most asked for first.
  package let duties: [Duty]
  /// What the seat is to bring, then what the team lacks most, then what is needed most.
  package let mustHave: [Knowledge]
  package let helpful: [Knowledge]
  package let exposure: ExposurePlan
  /// What breaks without it, where the plan says and this version knows the limit.
  package let reason: Reason?
  package let search: Search?
  package let partner: PartnerBrief?

  /// A limit that breaks without the seat.
  package struct Reason: Hashable, Sendable {
    package var limit: Limit
    package var firstMonth: YearMonth
    package var worstValue: Double
    package var threshold: Double
  }

  /// A longer list describes nobody who can be found.
  private static let mostRequired = 5

  package init(_ planned: PlannedSeats.Seat, id: String, in model: StaffingModel) {
    let organization = model.organization
    let seat = Seat(planned)
    self.id = id
    self.seat = seat
    startMonth = PlanCost.startMonth(of: seat, in: model)
    services = model.teams[seat.team].services
    let weights = ServiceWeights(services, in: organization)
    duties = Self.duties(of: weights, in: organization)
    let brought = planned.competency.flatMap { organization.competencies.firstIndex(of: $0) }
    let knowledge = Self.knowledge(of: seat.team, services, bringing: brought, in: organization)
    mustHave = Array(knowledge.prefix(Self.mostRequired))
    helpful = Array(knowledge.dropFirst(Self.mostRequired))
    exposure = ExposurePlan(seat, start: startMonth, in: model)
    reason = planned.reason.flatMap { reason in
      Limit(rawValue: reason.limit).map {
        Reason(
          limit: $0, firstMonth: reason.firstMonth, worstValue: reason.worstValue,
          threshold: reason.threshold)
      }
    }
    switch seat.source {
    case .inHouse:
      let scorecard = HiringScorecard(
        for: organization.levels[seat.level].standing, services: weights, bringing: brought,
        in: organization)
      search = Search(
        scorecard: scorecard,
        interviews: InterviewPlan(scorecard, hours: model.rules.interviewHours))
      partner = nil
    case .partner(let index):
      search = nil
      partner = PartnerBrief(index, seat: seat, services: weights, model: model)
    }
  }

  private static func duties(
    of weights: ServiceWeights, in organization: Organization
  ) -> [Duty] {
    let all = Responsibility.allCases.map { responsibility in
      Duty(
        responsibility: responsibility,
        services: weights.services.filter { responsibility.isAsked(by: $0, in: organization) })
    }
    let shares = all.map { duty in
      let services = Set(duty.services)
      return weights.share { services.contains($0) }
    }
    return all.indices.filter { !all[$0].services.isEmpty }
      .sorted { (-shares[$0], $0) < (-shares[$1], $1) }.map { all[$0] }
  }

  private static func knowledge(
    of team: Int, _ services: [Int], bringing brought: Int?, in organization: Organization
  ) -> [Knowledge] {
    let holdings = CompetencyHoldings.today(in: organization)[team]
    let needs = organization.needs(of: services)
    let held = holdings.map { holdings in
      Dictionary(
        zip(holdings.needs.map(\.competency), holdings.depths), uniquingKeysWith: { one, _ in one })
    }
    var all = needs.map { need in
      Knowledge(
        competency: need.competency, services: need.services,
        held: held.map { $0[need.competency] ?? 0 }, isBrought: need.competency == brought)
    }
    if let brought, !needs.contains(where: { $0.competency == brought }) {
      all.append(Knowledge(competency: brought, services: [], held: nil, isBrought: true))
    }
    func rank(_ place: Int) -> (Int, Int, Int) {
      // What enough people hold can be learnt from them.
      let held = min(all[place].held ?? CompetencyHoldings.enough, CompetencyHoldings.enough)
      return (all[place].isBrought ? 0 : 1, held, place)
    }
    return all.indices.sorted { rank($0) < rank($1) }.map { all[$0] }
  }
}
