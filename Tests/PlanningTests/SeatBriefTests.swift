import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

@Suite struct SeatBriefTests {
  private static func brief(
    _ seat: PlannedSeats.Seat, in organization: Organization
  ) -> SeatBrief {
    SeatBrief(seat, id: "seat", in: StaffingModel(organization))
  }

  /// A random seat of a random organisation.
  private static func random(seed: Int) -> (brief: SeatBrief, organization: Organization) {
    var random = SeededRandom(seed: seed)
    let organization = RandomOrganization.make(using: &random)
    let partner =
      organization.partners.isEmpty || random.chance(0.4)
      ? nil : random.count(0...(organization.partners.count - 1))
    let open = random.count(0...11)
    let seat = PlannedSeats.Seat(
      team: random.count(0...(organization.teams.count - 1)), level: random.count(0...3),
      partner: partner, openMonth: open,
      endMonth: partner == nil || random.chance(0.5) ? nil : open + random.count(1...12),
      competency: random.choice(of: organization.competencies, or: "caching"))
    return (brief(seat, in: organization), organization)
  }

  @Test(arguments: 0..<120) func weightsAddUpToAHundred(seed: Int) {
    let (brief, _) = Self.random(seed: seed)
    for weights in [brief.search?.scorecard.weights, brief.partner?.weights].compactMap(\.self) {
      #expect(weights.reduce(0, +) == 100)
      #expect(weights.allSatisfy { $0 > 0 })
    }
    #expect((brief.search == nil) != (brief.partner == nil))
  }

  @Test(arguments: 0..<120) func interviewHoursAddUpToTheModels(seed: Int) throws {
    let (brief, organization) = Self.random(seed: seed)
    guard let plan = brief.search?.interviews else { return }
    let sum = plan.slots.reduce(0) { $0 + $1.hours }
    #expect(agree(sum, organization.hiring.interviewHoursPerHire.mean))
    #expect(plan.slots.allSatisfy { $0.hours >= 0 })
    for row in HiringScorecard.Row.allCases {
      #expect(plan.slots.count { $0.stage.rows.contains(row) } == 2)
    }
  }

  @Test(arguments: 0..<120) func trustGrowsWithTime(seed: Int) {
    let (brief, organization) = Self.random(seed: seed)
    let steps = brief.exposure.steps
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.month <= $1.month })
    let order = steps.compactMap { Exposure.allCases.firstIndex(of: $0.exposure) }
    #expect(order == order.sorted() && Set(order).count == order.count)
    #expect(steps.allSatisfy { $0.month >= brief.startMonth })
    #expect(brief.startMonth >= Double(brief.seat.openMonth))
    if organization.teams[brief.seat.team].rota == nil {
      #expect(!steps.contains { $0.exposure == .onCall })
    }
    if brief.seat.source.isPartner { #expect(!steps.contains { $0.exposure == .owner }) }
    if let end = brief.seat.endMonth {
      #expect(steps.allSatisfy { $0.month < Double(end) })
    }
  }

  /// Stages that a model puts out of order do not take trust back.
  @Test func stagesOutOfOrderStillGoForward() {
    var example = PlanningCase.pair
    example.assumptions = [.rampStageLowRisk: 3, .rampStageInternal: 0, .rampStageOwner: 0.2]
    let brief = Self.brief(
      PlannedSeats.Seat(team: 0, level: 1, openMonth: 0), in: example.organization)
    #expect(brief.exposure.steps.count == Exposure.allCases.count)
    #expect(
      zip(brief.exposure.steps, brief.exposure.steps.dropFirst()).allSatisfy {
        $0.month <= $1.month
      })
  }

  /// The date of the pager is the one from which the engine counts people as ready for it.
  @Test func thePagerComesWhenTheEngineSaysSo() throws {
    let organization = PlanningCase.pair.organization
    let model = StaffingModel(organization)
    let brief = Self.brief(PlannedSeats.Seat(team: 0, level: 1, openMonth: 0), in: organization)
    let pager = try #require(brief.exposure.steps.first { $0.exposure == .onCall })
    #expect(
      agree(
        pager.month - brief.startMonth,
        model.levels[1].monthsToOnCall * model.teams[0].onboarding))
  }

  /// What one more service needs never makes its row weigh less.
  @Test(arguments: 0..<60) func aNeedNeverLowersItsWeight(seed: Int) {
    var random = SeededRandom(seed: seed)
    var organization = RandomOrganization.make(using: &random)
    guard
      let service = organization.services.indices.first(where: { index in
        !organization.services[index].owningTeams.isEmpty
      }), let team = organization.services[service].owningTeams.first
    else { return }
    let competency = random.count(0...(organization.competencies.count - 1))
    let needed = organization.services[service].neededCompetencies.filter { $0 != competency }
    let seat = PlannedSeats.Seat(team: team, level: random.count(0...3), openMonth: 0)
    let row = HiringScorecard.Row.judging(competency)
    organization.services[service].needs = needed
    let before = Self.brief(seat, in: organization).search?.scorecard.weight(of: row)
    organization.services[service].needs = needed + [competency]
    let after = Self.brief(seat, in: organization).search?.scorecard.weight(of: row)
    #expect(after ?? 0 >= before ?? 0)
  }

  @Test func aSeatThatBringsSomethingAsksForItFirst() throws {
    let organization = PlanningCase.pair.organization
    let brief = Self.brief(
      PlannedSeats.Seat(team: 0, level: 1, openMonth: 0, competency: "queues-and-streaming"),
      in: organization)
    let first = try #require(brief.mustHave.first)
    #expect(organization.competencies[first.competency] == "queues-and-streaming")
    #expect(first.isBrought)
  }

  @Test func regimesThatAPartnerMayNotTouchAreVetoes() throws {
    var example = PlanningCase.pair
    example.services[0].compliance = ["pci", "gdpr"]
    example.partners[0].mayTouch = ["gdpr"]
    let seat = PlannedSeats.Seat(team: 0, level: 1, partner: 0, openMonth: 0)
    let partner = try #require(Self.brief(seat, in: example.organization).partner)
    #expect(partner.vetoes == [.init(service: 0, regimes: ["pci"])])
    #expect(partner.scores == nil && partner.score == nil)
    #expect(partner.governance.count == Governance.Practice.allCases.count)
    example.partners[0].scorecard = PartnerScorecard(
      highLoad: 4, systemDesign: 4, communication: 4, security: 4, accountability: 4)
    let judged = try #require(Self.brief(seat, in: example.organization).partner)
    #expect(agree(judged.score ?? 0, 4))
  }

  @Test func percentagesAreWholeAndMonotone() {
    #expect(LargestRemainder.percentages(of: [1, 1, 1]) == [34, 33, 33])
    #expect(LargestRemainder.percentages(of: [0, 0, 5]) == [0, 0, 100])
    var random = SeededRandom(seed: 4)
    for _ in 0..<2_000 {
      var points = (0..<7).map { _ in random.number(0.1...5) }
      let before = LargestRemainder.percentages(of: points)
      let place = random.count(0...6)
      points[place] += random.number(0...1)
      #expect(before.reduce(0, +) == 100)
      #expect(LargestRemainder.percentages(of: points)[place] >= before[place])
    }
  }
}
