import CadreTestSupport
import Organization
import Testing

@testable import Planning
@testable import Simulation

/// Levers that mean some team or service.
@Suite struct TeamLeverTests {
  private static let berlin = Site(name: "berlin", zone: "Europe/Berlin", offsetHours: (1, 2))
  private static let auckland = Site(
    name: "auckland", zone: "Pacific/Auckland", offsetHours: (13, 12))

  /// An overloaded team of `people` in Berlin, and one in Auckland with time to spare.
  private static func worlds(people: Int, roadmap: Double = 2_000) -> Organization {
    ExampleOrganization(
      teams: [
        ExampleOrganization.team(
          "busy", mid: people - 4, senior: 4, sites: [berlin], roadmapHours: roadmap),
        ExampleOrganization.team("idle", mid: 4, senior: 2, sites: [auckland], roadmapHours: 50),
      ],
      services: [
        ExampleOrganization.service("a", team: 0, pages: 20, upkeep: 90, toil: 90),
        ExampleOrganization.service("b", team: 0, pages: 6, upkeep: 60, toil: 40),
        ExampleOrganization.service("c", team: 1, pages: 3),
      ]
    ).organization
  }

  private func candidates(_ organization: Organization) throws -> [Lever] {
    let courses = Courses(
      .growing(by: 0.2, like: organization), demandedBy: organization.policy)
    let judge = PolicyJudge(StaffingModel(organization), courses: courses)
    return try LeverCandidates(judge, asIs: judge.trial(of: .asIs)).all
  }

  private func played(_ organization: Organization) -> Trajectory {
    let traffic = TrafficOutlook.growing(by: 0.2, like: organization)
    return MeanValueRecursion(StaffingModel(organization)).run(
      future: traffic.mean, plan: .asIs)
  }

  // MARK: Services

  @Test(arguments: 0..<100)
  func movingAServiceConservesServicesAndWork(seed: Int) {
    var random = SeededRandom(seed: seed)
    let organization = RandomOrganization.make(using: &random)
    let before = StaffingModel(organization)
    for (index, service) in organization.services.enumerated() {
      guard service.owners.count == 1, let giver = service.owningTeams.first else { continue }
      for receiver in organization.teams.indices where receiver != giver {
        let moved = organization.moving(index, from: giver, to: receiver)
        #expect(moved.services[index].owners == [.team(receiver)], "seed \(seed)")
        var same = moved.services
        same[index].owners = service.owners
        #expect(same == organization.services, "seed \(seed)")
        #expect(moved.teams.map(\.members) == organization.teams.map(\.members))
        #expect(moved.work == organization.work && moved.partners == organization.partners)
        let after = StaffingModel(moved)
        for (one, other) in zip(before.services, after.services) {
          #expect(one.steadyHours == other.steadyHours && one.pagesPerMonth == other.pagesPerMonth)
        }
        let hours = [before, after].map { $0.teams.reduce(0) { $0 + $1.steadyHours } }
        #expect(agree(hours[0], hours[1]), "seed \(seed)")
      }
    }
  }

  @Test func aServiceGoesFromWhoeverLacksTimeToWhoeverHasIt() throws {
    let organization = Self.worlds(people: 8)
    let found = try LeverSearch(
      judge: PolicyJudge(
        StaffingModel(organization),
        courses: Courses(.growing(by: 0.2, like: organization), demandedBy: organization.policy))
    ).all()
    let moved = try #require(found.first { $0.lever.id == "moved-service" })
    #expect(moved.lever.teams == [0, 1])
    #expect(moved.missed < 1)
  }

  /// A team that has one service keeps it, and what a partner runs stays with its seats.
  @Test func whatCannotMoveIsNotMoved() throws {
    var organization = Self.worlds(people: 8)
    organization.services[1].owners = [.team(0), .team(1)]
    organization.partners = [ExampleOrganization.partner()]
    organization.services[0].runBy = 0
    #expect(try !candidates(organization).contains { $0.service != nil })
    organization.services[0].runBy = nil
    #expect(try candidates(organization).compactMap(\.service) == [0])
    organization.services.remove(at: 1)
    #expect(try !candidates(organization).contains { $0.service != nil })
  }

  // MARK: Rotas

  @Test(arguments: [11, 12, 16])
  func theSunIsFollowedOnlyWithEnoughPeopleAtBothSites(people: Int) throws {
    let organization = Self.worlds(people: people, roadmap: 4_000)
    let lever = try candidates(organization).first { $0.id == "follow-the-sun" }
    #expect((lever != nil) == (people >= 12))
    guard let lever else { return }
    #expect(lever == .secondSite(team: 0, site: Self.auckland))
    let model = StaffingModel(organization)
    let change = try #require(lever.applied(to: organization, like: model))
    let sites = change.organization.teams[0].members.map(\.site)
    #expect(abs(sites.count { $0 == 0 } - sites.count { $0 == 1 }) <= 1)
    let (before, after) = (played(organization), played(change.organization))
    #expect(
      after[team: 0, month: 6].nightsPerWeek < 0.5 * before[team: 0, month: 6].nightsPerWeek)
    #expect(
      after[team: 0, month: 6].sleepInterruptions < before[team: 0, month: 6].sleepInterruptions)
    #expect(after[team: 0, month: 23].burnout <= before[team: 0, month: 23].burnout)
  }

  @Test func thereIsNoSecondSiteWhereNobodyIsElsewhere() throws {
    var organization = Self.worlds(people: 14, roadmap: 4_000)
    organization.teams[1].rota?.sites = [Self.berlin]
    #expect(try !candidates(organization).contains { $0.site != nil })
  }

  /// Otherwise fewer teams would miss less without anything being better.
  @Test func teamsOfTodayCountAfterTheyAreMergedOrSplit() throws {
    let organization = Self.worlds(people: 12)
    let model = StaffingModel(organization)
    let merged = Lever.merge(0, 1).applied(to: organization, like: model)
    #expect(merged?.successors == [[0], [0]])
    #expect(merged?.organization.teams.count == 1)
    let split = Lever.split(team: 0).applied(to: organization, like: model)
    #expect(split?.successors == [[0, 2], [1]])
    #expect(split?.organization.teams.count == 3)
    #expect(Lever.split(team: 1).applied(to: organization, like: model) == nil)
  }

  @Test func onlyTeamsThatAreLargeEnoughAreSplit() throws {
    let least = Int(Assumptions.shipped[.auditTeamMin])
    for people in [2 * least - 1, 2 * least] {
      let found = try candidates(Self.worlds(people: people, roadmap: 4_000))
      #expect(found.contains(.split(team: 0)) == (people == 2 * least))
    }
  }

  // MARK: The search

  @Test func howeverManyTeamsThereAreAFewDozenLeversAreTried() throws {
    let example = ExampleOrganization(
      teams: (0..<120).map {
        ExampleOrganization.team("t\($0)", mid: 5, senior: 3, roadmapHours: $0 < 60 ? 2_000 : 100)
      },
      services: (0..<600).map { ExampleOrganization.service("s\($0)", team: $0 % 120) })
    let found = try candidates(example.organization)
    #expect(found.count > 20 && found.count < 48)
    #expect(Set(found).count == found.count)
  }

  /// Twice nothing is nothing.
  @Test func debtIsFundedWhereThereIsSome() throws {
    var calm = PlanningCase.healthy
    calm.teams[0].roadmapHoursPerMonth = ThreePoint(2_000)
    #expect(try !candidates(calm.organization).contains(.fundedDebt))
    calm.services[0].upkeepHoursPerMonth = ThreePoint(2_000)
    #expect(try candidates(calm.organization).contains(.fundedDebt))
    let model = StaffingModel(calm.organization)
    let change = try #require(Lever.fundedDebt.applied(to: calm.organization, like: model))
    let funded = StaffingModel(change.organization)
    #expect(agree(funded.rules.debtPaydown, 2 * model.rules.debtPaydown))
  }
}
