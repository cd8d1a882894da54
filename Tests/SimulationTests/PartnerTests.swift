import CadreTestSupport
import Organization
import Simulation
import Testing

/// Rented engineers: when they are there, what they may do, what they take with them.
@Suite struct PartnerTests {
  private func example(
    _ partner: Partner, service: Service = ExampleOrganization.service(), mid: Int = 2,
    senior: Int = 2
  ) -> ExampleOrganization {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: mid, senior: senior)], services: [service])
    example.partners = [partner]
    example.assumptions[.timeCommunicationPerPair] = 0
    return example
  }

  private func plan(open: Int = 3, end: Int? = nil, level: Int = 1) -> StaffingPlan {
    StaffingPlan(
      seats: [Seat(team: 0, level: level, source: .partner(0), openMonth: open, endMonth: end)])
  }

  @Test(arguments: [0.0, 1, 2.5])
  func aSeatWorksFromItsLeadToItsEnd(lead: Double) {
    let trajectory = example(ExampleOrganization.partner(leadMonths: lead)).run(plan(end: 12))
    let present = (0..<24).map { trajectory[team: 0, month: $0].partnerSeats }
    #expect(agree(present.reduce(0, +), 12 - 3 - lead))
    for month in 0..<24 {
      let works = Double(month + 1) > 3 + lead && month < 12
      #expect((present[month] > 0) == works)
    }
  }

  @Test func onlyMonthsWorkedArePaid() {
    let trajectory = example(ExampleOrganization.partner()).run(plan(end: 9))
    let paid = (0..<24).map { trajectory[team: 0, month: $0].cost.partner }
    #expect(paid[3] > 0 && paid[3..<9].allSatisfy { $0 == paid[3] })
    #expect(agree(paid.reduce(0, +), 6 * paid[3]))
  }

  @Test func withoutPagerRightsNobodyIsCallReady() {
    for takesPager in [false, true] {
      let trajectory = example(ExampleOrganization.partner(takesPager: takesPager)).run(plan())
      let gained =
        trajectory[team: 0, month: 4].callReady - trajectory[team: 0, month: 2].callReady
      #expect(gained == (takesPager ? 1 : 0))
    }
  }

  /// Nobody but the partner is there, and all work falls under a regime.
  @Test func aPartnerOutsideTheRegimeDoesNothing() {
    let service = ExampleOrganization.service(compliance: ["pci"])
    for allowed in [false, true] {
      let partner = ExampleOrganization.partner(
        mayTouch: allowed ? ["pci"] : [], takesPager: true)
      let cell = example(partner, service: service, mid: 0, senior: 0).run(plan(level: 3))[
        team: 0, month: 5]
      #expect((cell.doneHours.total > 0) == allowed)
    }
  }

  /// A second service without a regime opens half of the upkeep, but nothing of the compliance.
  @Test func complianceStaysClosedBesideOpenWork() {
    var example = example(ExampleOrganization.partner(takesPager: true), mid: 0, senior: 0)
    example.services = [
      ExampleOrganization.service("open"),
      ExampleOrganization.service("closed", compliance: ["pci"]),
    ]
    let cell = example.run(plan(level: 3))[team: 0, month: 3]
    #expect(cell.askedHours[.compliance] > 0)
    #expect(cell.doneHours[.compliance] == 0)
    #expect(agree(cell.doneHours[.upkeep], 0.5 * cell.askedHours[.upkeep]))
  }

  @Test func aPartnerWithoutPagerDoesNoIncidents() {
    let partner = ExampleOrganization.partner()
    let cell = example(partner, mid: 0, senior: 0).run(plan(level: 3))[team: 0, month: 5]
    #expect(cell.doneHours[.incidents] == 0)
    #expect(cell.doneHours[.upkeep] > 0)
  }

  @Test func oversightIsSeniorTime() {
    let watched = example(ExampleOrganization.partner(oversight: 0.2)).run(plan())
    let free = example(ExampleOrganization.partner()).run(plan())
    let model = StaffingModel(ExampleOrganization().organization)
    let lost =
      free[team: 0, month: 5].capacityHours - watched[team: 0, month: 5].capacityHours
    // Seniors give the time, so what they would have put out is lost.
    #expect(agree(lost, 0.2 * model.rules.hoursPerMonth * model.levels[2].productivity))
  }

  /// Eight months of knowledge; 0.6 of it goes where nothing is documented.
  @Test func theEndOfAContractLeavesDebt() {
    let calm = example(ExampleOrganization.partner(knowledgeLoss: 0.6)).run(plan(end: 11))
    let hours = StaffingModel(ExampleOrganization().organization).rules.knowledgeHours
    let debt = (0..<24).map { calm[team: 0, month: $0].debtHours }
    #expect(debt[9] == 0)
    #expect(agree(debt[10], 8 * hours * 0.6))
    #expect(zip(debt[10...], debt[11...]).allSatisfy { $0 > $1 })
  }

  @Test func knowledgeOfASeatIsWorthAYearAtMost() {
    let hours = StaffingModel(ExampleOrganization().organization).rules.knowledgeHours
    let long = example(ExampleOrganization.partner(knowledgeLoss: 0.6)).run(plan(open: 0, end: 20))
    #expect(agree(long[team: 0, month: 19].debtHours, 12 * hours * 0.6))
  }

  @Test func documentationKeepsKnowledge() {
    var service = ExampleOrganization.service()
    let partner = ExampleOrganization.partner(knowledgeLoss: 0.6)
    let bare = example(partner, service: service).run(plan(end: 9))[team: 0, month: 8].debtHours
    service.documents = Set(Document.allCases)
    let kept = example(partner, service: service).run(plan(end: 9))[team: 0, month: 8].debtHours
    #expect(kept < bare && kept > 0)
  }

  /// Rented juniors do junior work before rented seniors do, so that seniors are kept.
  @Test func rentedSeniorsAreKeptForSeniorWork() {
    var example = example(ExampleOrganization.partner(takesPager: true), mid: 0, senior: 0)
    example.teams = [ExampleOrganization.team(mid: 4, roadmapHours: 400)]
    let cell = example.run(
      StaffingPlan(
        seats: [Seat](
          repeating: Seat(team: 0, level: 2, source: .partner(0), openMonth: 0), count: 2))
    )[team: 0, month: 0]
    #expect(agree(cell.seniorCoverage, 1) && agree(cell.coverage, 1))
  }
}
