import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// What teams do for others: only a change against today counts, and never more than is stated.
@Suite struct TeamHelpTests {
  private static func example(
    kind: TeamKind = .platform, help: TeamHelp?, helpers: Int = 4
  ) -> ExampleOrganization {
    var helper = ExampleOrganization.team("helper", mid: helpers, layers: 0, roadmapHours: 0)
    helper.kind = kind
    helper.help = help
    return ExampleOrganization(
      teams: [
        ExampleOrganization.team("served", mid: 4, senior: 3, roadmapHours: 200), helper,
        ExampleOrganization.team("other", mid: 4, senior: 2, roadmapHours: 200),
      ],
      services: [
        ExampleOrganization.service("a", team: 0, pages: 10, upkeep: 100, toil: 100),
        ExampleOrganization.service("b", team: 2, pages: 10, upkeep: 100, toil: 100),
      ])
  }

  private static func help(
    toil: Double = 0, pages: Double = 0, foundedWith: Double? = nil
  ) -> TeamHelp {
    TeamHelp(
      teams: [0], lowersToil: ThreePoint(toil), lowersPages: ThreePoint(pages),
      foundedWith: foundedWith)
  }

  private func toil(_ run: Trajectory, team: Int = 0, _ month: Int) -> Double {
    run[team: team, month: month].askedHours[.upkeep] - 100
  }

  @Test(arguments: [TeamKind.service, .platform, .reliability, .data])
  func nothingLoweredChangesNothing(kind: TeamKind) {
    let plain = Self.example(help: nil).run()
    let none = Self.example(kind: kind, help: Self.help()).run()
    #expect(plain.cells == none.cells)
  }

  @Test func aHelperThatStaysAsItIsChangesNothing() {
    let plain = Self.example(help: nil).run()
    let helped = Self.example(help: Self.help(toil: 0.3, pages: 0.3)).run()
    for month in 0..<24 {
      #expect(abs(toil(plain, month) - toil(helped, month)) < 1e-9)
      let pages = plain[team: 0, month: month].pages - helped[team: 0, month: month].pages
      #expect(abs(pages) < 1e-9)
    }
  }

  /// Whoever loses its helper has at most what was kept away, and others notice nothing.
  @Test func withoutItsPeopleAHelperKeepsNothingAway() {
    let example = Self.example(help: Self.help(toil: 0.2, pages: 0.5))
    let plan = FuturePlan(
      example.organization, mean: .flat(drivers: 1, months: 24),
      courses: [.flat(drivers: 1, months: 24)], seed: 1, chances: [],
      losses: (0..<4).map { PersonLost(team: 1, member: $0) })
    var course = FutureCourse(plan)
    course.play(0)
    #expect(abs(toil(course.result, 0) - 125) < 1e-9)
    #expect(abs(course.result[team: 0, month: 0].pages - 20) < 1e-9)
    #expect(abs(toil(course.result, team: 2, 0) - 100) < 1e-9)
  }

  @Test func aNewTeamTakesTimeAndNeedsPeople() {
    var example = Self.example(help: Self.help(toil: 0.2, pages: 0.1, foundedWith: 4))
    example.assumptions[.shapeFoundingMonths] = 6
    let run = example.run()
    for month in 0..<24 {
      let share = min(1, (Double(month) + 0.5) / 6)
      #expect(abs(toil(run, month) - 100 * (1 - 0.2 * share)) < 1e-9)
      // Fewer pages leave people rested, who then make fewer still.
      #expect(abs(run[team: 0, month: month].pages - 10 * (1 - 0.1 * share)) < 0.01)
    }
    let empty = Self.example(
      help: Self.help(toil: 0.2, pages: 0.1, foundedWith: 4), helpers: 0
    ).run()
    #expect(abs(toil(empty, 23) - 100) < 1e-9)
  }

  /// Fewer people, or less to be lowered, never keep more away.
  @Test func helpIsMonotone() {
    let byPeople = (0...6).map { people in
      toil(
        Self.example(help: Self.help(toil: 0.3, foundedWith: 4), helpers: people).run(), 12)
    }
    let byShare = [0, 0.1, 0.3, 0.6, 0.95].map { share in
      Self.example(help: Self.help(pages: share, foundedWith: 4)).run()[team: 0, month: 12].pages
    }
    for values in [byPeople, byShare] {
      for (less, more) in zip(values, values.dropFirst()) { #expect(more <= less + 1e-9) }
    }
    #expect(abs(byPeople[6] - 70) < 1e-9)
  }

  /// A platform's own toil follows the people whom it serves, unless traffic is named.
  @Test func toilOfAPlatformFollowsThoseWhomItServes() {
    var example = Self.example(help: Self.help(toil: 0.1))
    example.services.append(
      ExampleOrganization.service(
        "runtime", team: 1, pages: 0, upkeep: 100, toil: 100, headroom: 20))
    // Somebody who may do all of it, so that no debt adds to it.
    example.teams[1].members += [Member](repeating: Member(level: 3), count: 3)
    let future = TrafficFuture.growing(by: 1.05, months: 24)
    let seats = StaffingPlan(
      seats: (0..<7).map { _ in Seat(team: 0, level: 1, source: .inHouse, openMonth: 0) })
    let followed = example.run(seats, future: future)
    #expect(abs(toil(followed, team: 1, 0) - 100) < 1e-9)
    #expect(abs(toil(followed, team: 1, 20) - 200) < 1e-6)
    example.services[2].traffic = [TrafficShare(driver: 0, weight: 1)]
    let driven = example.run(seats, future: future)
    #expect(toil(driven, team: 1, 20) != toil(followed, team: 1, 20))
  }

  @Test func furtherDependenciesCostWhatTheAssumptionsSay() {
    var example = Self.example(help: nil)
    example.assumptions[.timeCommunicationPerTeam] = 0.03
    example.assumptions[.timeCommunicationPerPlatform] = 0.01
    let before = example.run()[team: 0, month: 0].capacityHours
    example.teams[0].addedDependencies = AddedDependencies(teams: 2, platforms: 1)
    let after = example.run()[team: 0, month: 0].capacityHours
    #expect(abs(after / before - 0.93) < 1e-9)
  }

  @Test func assumptionsAreDrawnOnlyWhereTheyCount() {
    func names(_ organization: Organization) -> [String] {
      organization.estimates.map { $0.name(in: organization) }.filter {
        $0.contains("shape.") || $0.contains("lowers")
      }
    }
    #expect(names(Self.example(help: nil).organization).isEmpty)
    #expect(
      names(Self.example(help: TeamHelp(teams: [0])).organization)
        == ["assumptions.shape.platform_lowers_toil"])
    let given = TeamHelp(teams: [0], lowersToil: ThreePoint(low: 0.1, likely: 0.2, high: 0.3))
    #expect(
      names(Self.example(help: given).organization) == ["teams.helper.lowers-toil"])
  }
}
