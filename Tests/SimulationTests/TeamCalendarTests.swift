import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// Work that is planned, and months in which nothing new is released.
@Suite struct TeamCalendarTests {
  private static let start = YearMonth(year: 2027, month: 1)

  private func team(roadmap: Double = 200) -> ExampleOrganization {
    ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 4, senior: 2, roadmapHours: roadmap)],
      services: [ExampleOrganization.service(pages: 6, headroom: 20)])
  }

  private func organization(_ work: [PlannedWork], events: [TrafficEvent] = []) -> Organization {
    var organization = team().organization
    organization.work = work
    organization.events = events
    return organization
  }

  private func run(_ organization: Organization) -> Trajectory {
    let flat = TrafficFuture.flat(
      drivers: organization.drivers.count, months: organization.months)
    return MeanValueRecursion(StaffingModel(organization)).run(future: flat, plan: .asIs)
  }

  private func load(_ hours: Double) -> PlannedWork {
    PlannedWork(id: "load-tests", teams: [0], hours: .monthly(ThreePoint(hours)))
  }

  private func freeze(days: Double, yearly: Bool = true) -> TrafficEvent {
    TrafficEvent(
      id: "sale",
      kind: .campaign(
        month: Self.start + 2, days: 5, mean: ThreePoint(1), peak: ThreePoint(1), yearly: yearly),
      freezeDays: ThreePoint(days))
  }

  @Test func nothingPlannedChangesNothing() {
    let (plain, none) = (
      run(organization([])), run(organization([load(0)], events: [freeze(days: 0)]))
    )
    for month in 0..<24 { #expect(plain[team: 0, month: month] == none[team: 0, month: month]) }
  }

  /// First and last month, and the share of them that a plan of 24 months holds.
  struct Span: Sendable {
    var first: Int
    var last: Int
    var within: Double
  }

  /// All hours are asked for, no more and no less, and those beyond the horizon after it.
  @Test(arguments: [
    Span(first: 0, last: 23, within: 1), Span(first: 3, last: 8, within: 1),
    Span(first: 20, last: 31, within: 4.0 / 12), Span(first: -6, last: 5, within: 0.5),
    Span(first: 30, last: 40, within: 0),
  ])
  func hoursInAllAreConserved(span: Span) {
    let work = PlannedWork(
      id: "migration", teams: [0, 1], hours: .inAll(ThreePoint(900)), from: Self.start + span.first,
      to: Self.start + span.last)
    var example = team()
    example.teams.append(ExampleOrganization.team("other", mid: 3))
    var organization = example.organization
    organization.work = [work]
    let calendar = TeamCalendar(organization, owned: [[0], []])
    var sum = 0.0
    for team in 0..<2 { for month in 0..<24 { sum += calendar.hours(of: team, in: month) } }
    #expect(agree(sum, 900 * span.within))
    #expect(calendar.hours(of: 0, in: 5) == calendar.hours(of: 1, in: 5))
  }

  /// What goes on already is work of today's, of which the default roadmap is what is left.
  @Test func whatGoesOnAlreadyTakesNothingFromTheFuture() {
    var silent = organization([])
    silent.teams[0].roadmapHoursPerMonth = nil
    var busy = silent
    busy.work = [load(60)]
    let (a, b) = (run(silent), run(busy))
    let (before, after) = (a[team: 0, month: 0], b[team: 0, month: 0])
    #expect(after.askedHours[.roadmap] < before.askedHours[.roadmap] - 30)
    #expect(abs(after.coverage - before.coverage) < 0.01)
  }

  @Test func morePlannedWorkNeverRaisesCoverage() {
    let runs = [0, 50, 150, 400, 1_500].map { run(organization([load($0)])) }
    for (less, more) in zip(runs, runs.dropFirst()) {
      for month in 0..<24 {
        let (a, b) = (less[team: 0, month: month], more[team: 0, month: month])
        #expect(b.coverage <= a.coverage + 1e-12)
        #expect(b.debtHours >= a.debtHours - 1e-9)
        #expect(b.plannedHours >= a.plannedHours - 1e-9)
        #expect(b.plannedHours <= b.doneHours[.upkeep] + 1e-9)
      }
    }
  }

  /// What a freeze delays slips, and the changes that do not come do not page.
  @Test func aFreezeSlipsTheRoadmapAndQuietensPages() {
    let (free, frozen) = (
      run(organization([])), run(organization([], events: [freeze(days: 365 / 24)]))
    )
    #expect(free[team: 0, month: 23].slipMonths == 0)
    #expect(agree(frozen[team: 0, month: 2].slipMonths, 0.5))
    #expect(agree(frozen[team: 0, month: 23].slipMonths, 1))
    let share = StaffingModel(organization([])).services[0].changeShare
    let quieter = frozen[team: 0, month: 2].pages / free[team: 0, month: 2].pages
    #expect(agree(quieter, 1 - share / 2))
    #expect(agree(frozen[team: 0, month: 1].pages, free[team: 0, month: 1].pages))
  }

  @Test func onlyTeamsThatFeelTheCampaignFreeze() {
    var example = team()
    example.drivers.append(Driver(id: "messages"))
    example.teams.append(ExampleOrganization.team("chat", mid: 4, roadmapHours: 100))
    example.services[0].traffic = [TrafficShare(driver: 0, weight: 1)]
    var chat = ExampleOrganization.service("chat", team: 1)
    chat.traffic = [TrafficShare(driver: 1, weight: 1)]
    example.services.append(chat)
    var organization = example.organization
    var sale = freeze(days: 20, yearly: false)
    sale.drivers = [0]
    organization.events = [sale]
    let calendar = TeamCalendar(organization, owned: [[0], [1]])
    #expect(agree(calendar.frozen(0, in: 2), 20 * 12.0 / 365))
    #expect(calendar.frozen(0, in: 14) == 0)
    #expect((0..<24).allSatisfy { calendar.frozen(1, in: $0) == 0 })
  }

  @Test func freezesOfOneMonthAreNeverMoreThanIt() {
    let calendar = TeamCalendar(
      organization([], events: [freeze(days: 25), freeze(days: 25)]), owned: [[0]])
    #expect(calendar.frozen(0, in: 2) == 1)
    #expect(calendar.frozen(0, in: 14) == 1)
  }
}
