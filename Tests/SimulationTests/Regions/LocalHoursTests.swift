import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// Pages come in the day of users and wake people in their own night.
@Suite struct LocalHoursTests {
  private static let start = YearMonth(year: 2027, month: 1)

  private static func site(_ offset: Double) -> Site {
    Site(name: "site", zone: "UTC\(offset)", offsetHours: (offset, offset))
  }

  /// So many people at each site of a rota by these clocks.
  private static func team(_ people: [(offset: Double, count: Int)], counted: Bool = true) -> Team {
    var team = ExampleOrganization.team(
      mid: people.reduce(0) { $0 + $1.count }, sites: people.map { site($0.offset) })
    let places = people.enumerated().flatMap { [Int](repeating: $0, count: $1.count) }
    for (member, site) in places.enumerated() { team.members[member].site = site }
    team.rota?.countsPeople = counted
    return team
  }

  private static func month(
    _ team: Team, remote: Double, offset: Double, month: Int = 23,
    assuming assumptions: [AssumptionID: Double] = [:]
  ) -> TeamMonth {
    var example = ExampleOrganization(
      teams: [team], services: [ExampleOrganization.service(pages: 20, headroom: 100)])
    example.assumptions = assumptions
    var organization = example.organization
    organization.regions = [
      Region(
        id: "there", opens: start + 6, traffic: ThreePoint(remote), clock: Self.site(offset))
    ]
    return MeanValueRecursion(StaffingModel(organization)).run(
      future: .flat(drivers: 1, months: organization.months), plan: .asIs)[team: 0, month: month]
  }

  /// Of one rota at one site, wherever users are and whenever pages come.
  @Test(arguments: [0.25, 0.05, 0.4])
  func moreTrafficFromElsewhereNeverMeansFewerPagesOffWork(asleep: Double) {
    let assumptions: [AssumptionID: Double] = [
      .incidentsSleepShare: asleep, .incidentsTrafficElasticity: 0,
    ]
    for offset in stride(from: -11.0, through: 12, by: 1) {
      var last = (sleep: 0.0, free: 0.0)
      for remote in [0, 0.1, 0.5, 2, 20] {
        let cell = Self.month(
          Self.team([(0, 8)]), remote: remote, offset: offset, assuming: assumptions)
        #expect(cell.sleepInterruptions >= last.sleep * (1 - 1e-6), "\(offset) \(remote)")
        #expect(cell.freeTimeInterruptions >= last.free * (1 - 1e-6), "\(offset) \(remote)")
        #expect(cell.freeTimeInterruptions >= cell.sleepInterruptions - 1e-9)
        last = (cell.sleepInterruptions, cell.freeTimeInterruptions)
      }
    }
  }

  /// Users by the clock of the pager are like those at home.
  @Test func usersByTheSameClockChangeNoHours() {
    let near = Self.month(Self.team([(1, 8)]), remote: 1, offset: 1)
    let none = Self.month(Self.team([(1, 8)]), remote: 0, offset: 1)
    #expect(agree(near.sleepInterruptions, none.sleepInterruptions))
    #expect(agree(near.freeTimeInterruptions, none.freeTimeInterruptions))
  }

  @Test func nothingComesBeforeTheOpening() {
    let far = Self.month(Self.team([(1, 8)]), remote: 1, offset: 12, month: 5)
    #expect(far == Self.month(Self.team([(1, 8)]), remote: 0, offset: 12, month: 5))
    let open = Self.month(Self.team([(1, 8)]), remote: 1, offset: 12, month: 6)
    #expect(open.sleepInterruptions > far.sleepInterruptions * 1.2)
  }

  // MARK: Sites

  /// A second site helps once six can carry its day, and only then.
  @Test func aThinSecondSiteHelpsNobody() {
    let one = Self.month(Self.team([(1, 12)]), remote: 0.5, offset: 9)
    let thin = Self.month(Self.team([(1, 7), (9, 5)]), remote: 0.5, offset: 9)
    let staffed = Self.month(Self.team([(1, 6), (9, 6)]), remote: 0.5, offset: 9)
    let believed = Self.month(
      Self.team([(1, 7), (9, 5)], counted: false), remote: 0.5, offset: 9)
    #expect(agree(thin.nightsPerWeek, one.nightsPerWeek))
    #expect(agree(thin.sleepInterruptions, one.sleepInterruptions))
    #expect(staffed.nightsPerWeek < one.nightsPerWeek / 2)
    #expect(staffed.sleepInterruptions < one.sleepInterruptions / 2)
    #expect(agree(believed.nightsPerWeek, staffed.nightsPerWeek))
  }

  /// More people, wherever they sit, never add nights.
  @Test func morePeopleNeverAddNights() {
    for first in 0...8 {
      for second in 0...8 where first + second > 0 {
        let nights = Self.month(
          Self.team([(0, first), (9, second)]), remote: 0, offset: 0, month: 0
        ).nightsPerWeek
        let more = Self.month(
          Self.team([(0, first), (9, second + 1)]), remote: 0, offset: 0, month: 0
        ).nightsPerWeek
        #expect(more <= nights + 1e-9, "\(first) and \(second)")
      }
    }
  }

  @Test func newPeopleSitInTheRegionOfTheirTeam() throws {
    var organization = ExampleOrganization(
      teams: [Self.team([(0, 9), (9, 3)])], services: [ExampleOrganization.service()]
    ).organization
    organization.regions = [Region(id: "there", clock: Self.site(9))]
    organization.teams[0].region = 0
    let sites = try #require(RotaSites(organization.teams[0], in: organization))
    #expect(agree(sites.people(at: 1, ready: 12, hired: 0), 3))
    #expect(agree(sites.people(at: 1, ready: 14, hired: 3), 11.0 / 4 + 3))
    #expect(sites.able(ready: 12, hired: 0) == 0b01)
    #expect(sites.able(ready: 15, hired: 3) == 0b11)
    organization.teams[0].region = nil
    let even = try #require(RotaSites(organization.teams[0], in: organization))
    #expect(agree(even.people(at: 1, ready: 16, hired: 4), 4))
  }

  @Test func sharesOfTrafficAddUp() {
    var organization = ExampleOrganization(teams: [Self.team([(0, 4)])]).organization
    organization.regions = [
      Region(id: "a", opens: Self.start + 3, traffic: ThreePoint(0.5)),
      Region(id: "b", traffic: ThreePoint(1)),
    ]
    let shares = RegionShares(organization)
    #expect(shares.share(of: 0, driver: 0, column: 0) == 0)
    #expect(agree(shares.share(of: 1, driver: 0, column: 0), 0.5))
    // Home keeps a third of three times what it has.
    let both = (0...1).map { shares.share(of: $0, driver: 0, column: 4) }
    #expect(agree(both[0] + both[1], 2.0 / 3) && agree(both[1], 2 * both[0]))
  }
}
