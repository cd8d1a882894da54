import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// What regions ask for is neither lost nor made.
@Suite struct RegionWorkTests {
  private static let start = YearMonth(year: 2027, month: 1)

  /// A team with far more time than work, and two of its services.
  private static func organization(_ region: Region?) -> Organization {
    let services = ["cart", "ledger"].map { id in
      Service(
        id: id, owners: [.team(0)], workload: id == "ledger" ? .transactional : .readHeavy,
        headroom: ThreePoint(100), pages: .rate(ThreePoint(1)),
        upkeepHoursPerMonth: ThreePoint(20), toilHoursPerMonth: ThreePoint(5))
    }
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 8, senior: 6, roadmapHours: 10)], services: services)
    example.assumptions = [.regionRecurringShare: 0.02, .regionResidencyHours: 160]
    var result = example.organization
    result.regions = region.map { [$0] } ?? []
    return result
  }

  private static func run(_ region: Region?) -> Trajectory {
    let organization = organization(region)
    return MeanValueRecursion(StaffingModel(organization)).run(
      future: .flat(drivers: 1, months: organization.months), plan: .asIs)
  }

  /// What the region asks for beside what is asked without it, by month.
  private static func asked(_ region: Region, _ kind: WorkKind) -> [Double] {
    let (with, without) = (run(region), run(nil))
    return (0..<with.months).map {
      with[team: 0, month: $0].askedHours[kind] - without[team: 0, month: $0].askedHours[kind]
    }
  }

  @Test(arguments: [1, 3, 6, 12, 23])
  func latencyWorkIsDoneOnceBeforeTheOpening(month: Int) {
    let region = Region(id: "a", opens: Self.start + month, latencyHours: ThreePoint(300))
    let asked = Self.asked(region, .scaling)
    #expect(agree(asked.reduce(0, +), 300))
    #expect(asked[month...].allSatisfy { abs($0) < 1e-9 })
    #expect(asked[..<max(0, month - 6)].allSatisfy { abs($0) < 1e-9 })
    let upkeep = Self.asked(region, .upkeep)
    #expect(upkeep[..<month].allSatisfy { abs($0) < 1e-9 })
    #expect(upkeep[month...].allSatisfy { agree($0, 6) })
  }

  @Test func dataThatStaysIsWorkForServicesWithData() {
    let region = Region(id: "a", opens: Self.start + 12, hasResidency: true)
    let asked = Self.asked(region, .compliance)
    #expect(agree(asked[..<12].reduce(0, +), 160))
    #expect(asked[12...].allSatisfy { agree($0, 5) })
  }

  @Test func regimesCountFromTheOpeningOn() {
    var region = Region(id: "a", opens: Self.start + 7, compliance: ["appi", "pci"])
    let hours = Assumptions.shipped[.workComplianceHours]
    let asked = Self.asked(region, .compliance)
    #expect(asked[..<7].allSatisfy { $0 == 0 })
    #expect(asked[7...].allSatisfy { agree($0, 2 * 2 * hours) })
    region.services = [0]
    #expect(Self.asked(region, .compliance)[7...].allSatisfy { agree($0, 2 * hours) })
  }

  /// A regime that two regions ask for, or a service has anyway, is met once.
  @Test func aRegimeIsMetOnce() {
    var organization = Self.organization(nil)
    organization.services[0].compliance = ["appi"]
    organization.regions = [
      Region(id: "late", opens: Self.start + 9, compliance: ["appi"]),
      Region(id: "early", opens: Self.start + 3, compliance: ["appi"]),
    ]
    let regimes = organization.regionalRegimes
    #expect(regimes[0].isEmpty)
    #expect(regimes[1].map(\.region) == [1] && regimes[1].map(\.from) == [3])
  }

  /// Up to any month, whoever opens later has been asked for no more.
  @Test func openingLaterNeverAsksMoreBefore() {
    var last: [Double]?
    for month in 1..<30 {
      let region = Region(
        id: "a", opens: Self.start + month, latencyHours: ThreePoint(300), hasResidency: true,
        compliance: ["appi"])
      var sum = 0.0
      let hours = WorkKind.allCases.map { Self.asked(region, $0) }
      let course = (0..<24).map { month in
        sum += hours.reduce(0) { $0 + $1[month] }
        return sum
      }
      if let last { #expect(zip(course, last).allSatisfy { $0 <= $1 + 1e-6 }, "\(month)") }
      last = course
    }
  }

  /// What is not done in time is still asked for, and pages from the opening on.
  @Test func lateWorkPagesFromTheOpeningOn() {
    var organization = Self.organization(nil)
    organization.teams[0] = ExampleOrganization.team(mid: 1)
    let future = TrafficFuture.flat(drivers: 1, months: organization.months)
    func pages(_ hours: Double) -> [Double] {
      organization.regions = [
        Region(id: "a", opens: Self.start + 6, latencyHours: ThreePoint(hours))
      ]
      let course = MeanValueRecursion(StaffingModel(organization)).run(future: future, plan: .asIs)
      return (0..<24).map { course[team: 0, month: $0].pages }
    }
    let (without, with) = (pages(0), pages(20_000))
    #expect(with[6] > without[6] * 1.2)
  }

  @Test func aRegionThatAsksForNothingChangesNothing() {
    for seed in 0..<100 {
      var random = RandomCase(seed: seed)
      for team in random.organization.teams.indices {
        random.organization.teams[team].region = nil
        random.organization.teams[team].rota?.countsPeople = false
      }
      random.organization.regions = []
      let without = random.run().cells
      random.organization.regions = [
        Region(
          id: "a", opens: Self.start + seed % 30,
          clock: Site(name: "a", zone: "a", offsetHours: (9, 9))),
        Region(id: "open"),
      ]
      #expect(random.run().cells == without, "seed \(seed)")
    }
  }

  @Test func partnersStayOutFromTheOpeningOn() {
    var organization = Self.organization(
      Region(id: "a", opens: Self.start + 5, services: [1], compliance: ["appi"]))
    organization.partners = [
      ExampleOrganization.partner(), ExampleOrganization.partner(mayTouch: ["appi"]),
    ]
    let team = StaffingModel(organization).teams[0]
    #expect(team.openToPartner(0, in: 4) == 1 && agree(team.openToPartner(0, in: 5), 0.5))
    #expect(team.complianceOpenToPartner(0, in: 4) == 1)
    #expect(team.complianceOpenToPartner(0, in: 5) == 0)
    #expect(team.openToPartner(1, in: 20) == 1 && team.complianceOpenToPartner(1, in: 20) == 1)
  }

  /// Drawing nothing anew changes nothing.
  @Test func aModelLikeAnotherIsTheSame() {
    for seed in 0..<50 {
      let random = RandomCase(seed: seed)
      let model = StaffingModel(random.organization)
      let again = StaffingModel(random.organization, like: model)
      #expect(model.expansion?.openings == again.expansion?.openings, "seed \(seed)")
      let course = MeanValueRecursion(again).run(future: random.future, plan: random.plan)
      #expect(course.cells == random.run().cells, "seed \(seed)")
    }
  }
}
