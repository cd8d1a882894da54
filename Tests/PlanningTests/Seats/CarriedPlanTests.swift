import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

/// What a plan of last quarter hands on.
@Suite struct CarriedPlanTests {
  private static let last = YearMonth(year: 2026, month: 10)

  /// Today is January 2027; people of `tenures` months beside those who were there before.
  private static func organization(_ tenures: [Int] = []) -> Organization {
    var example = PlanningCase.pair
    example.teams[0].members = (0..<4).map { Member(level: $0 % 2 + 1, tenureMonths: 30) }
    example.teams[0].members += tenures.map { Member(level: 1, tenureMonths: $0) }
    return example.organization
  }

  private static func plan(_ seats: [SeatRecord]) -> PlanFile {
    var plan = PlanFile(
      model: "example", scenario: "base", currency: "EUR", start: last, months: 24, seed: 1,
      strategy: "hybrid")
    plan.seats = seats
    return plan
  }

  private static func seat(
    _ id: String, _ state: SeatState, level: String = "mid", open: Int = 0, start: Int = 3,
    replaces: String? = nil
  ) -> SeatRecord {
    SeatRecord(
      id: id, team: "one", level: level, state: state, replaces: replaces, open: last + open,
      start: last + start, owner: "director", note: "wanted")
  }

  // MARK: Starters

  @Test func whoBeganFillsWhatHasComeFurthest() {
    let plan = Self.plan([
      Self.seat("open", .open), Self.seat("accepted", .accepted), Self.seat("asked", .proposed),
    ])
    let match = StarterMatch(plan, in: Self.organization([1]))
    #expect(match.filled.map(\.seat.id) == ["accepted"])
    #expect(match.filled.map(\.starter.began) == [YearMonth(year: 2026, month: 12)])
    #expect(match.withoutSeat.isEmpty && match.withoutStarter.isEmpty)
  }

  @Test func nobodyWhoWasThereFillsASeat() {
    let plan = Self.plan([Self.seat("open", .open)])
    // Three months ago is the last plan's first day, on whose roster she is.
    #expect(StarterMatch(plan, in: Self.organization([3, 4])).filled.isEmpty)
    #expect(StarterMatch(plan, in: Self.organization([2])).filled.count == 1)
  }

  @Test func theUnmatchedOfBothSidesAreTold() {
    let plan = Self.plan([
      Self.seat("started", .started), Self.seat("late", .accepted, level: "senior", start: 2),
      Self.seat("later", .accepted, level: "senior", start: 4), Self.seat("asked", .proposed),
    ])
    let match = StarterMatch(plan, in: Self.organization([0, 1]))
    #expect(match.filled.map(\.seat.id) == ["started"])
    #expect(match.withoutSeat.map(\.level) == ["mid"])
    #expect(match.withoutStarter.map(\.id) == ["late"])
  }

  @Test func aRosterWithoutDatesMatchesNobody() {
    let match = StarterMatch(
      Self.plan([Self.seat("a", .started)]), in: PlanningCase.pair.organization)
    #expect(match.undated == ["one", "two"])
    #expect(match.withoutStarter.isEmpty)
  }

  // MARK: Seats

  @Test func whatIsOverDropsOut() {
    let plan = Self.plan(SeatState.allCases.map { Self.seat($0.rawValue, $0, level: "senior") })
    let carried = CarriedPlan(plan, in: Self.organization())
    #expect(carried.open.count == 6)
    #expect(carried.committed.count == 5)
  }

  @Test func whatIsOpenIsNotOpenedAnew() throws {
    let plan = Self.plan([
      Self.seat("open", .open, open: 1), Self.seat("accepted", .accepted, start: 5),
      Self.seat("cleared", .cleared, open: 1), Self.seat("budgeted", .budgeted, open: 7),
    ])
    let carried = CarriedPlan(plan, in: Self.organization())
    #expect(
      carried.committed.map(\.progress)
        == [.underWay(months: 2), .accepted(start: 2), .notBegun, .notBegun])
    #expect(carried.committed.map(\.openMonth) == [0, 0, 0, 4])
  }

  @Test(arguments: [[], Strategy.allCases]) func everyPlanKeepsWhatIsDecided(
    strategies: [Strategy]
  ) throws {
    let organization = Self.organization()
    let plan = Self.plan([
      Self.seat("x-open", .open), Self.seat("x-accepted", .accepted, level: "senior", start: 5),
      Self.seat("x-asked", .proposed, open: 6),
    ])
    let carried = CarriedPlan(plan, in: organization)
    let traffic = TrafficOutlook.growing(ThreePoint(0.5), like: organization)
    var search = PlanSearch(
      organization, traffic: traffic, committed: carried.committed, watch: .none)
    try search.compare(Set(strategies))
    let recommendation = search.recommendation()
    for outcome in recommendation.outcomes {
      for seat in carried.committed { #expect(outcome.plan.seats.contains(seat)) }
    }
    let named = carried.named(recommendation.seats)
    let open = try #require(named.first { $0.id == "x-open" })
    #expect(open.state == .open && open.owner == "director" && open.note == "wanted")
    let record = open.record(in: organization)
    #expect(record.open == Self.last && record.latest == nil)
    #expect(named.contains { $0.id == "x-accepted" && $0.startMonth == 2 })
    #expect(Set(named.map(\.id)).count == named.count)
    let alike = recommendation.seats.contains {
      $0.seat.progress == .notBegun && $0.seat.team == 0 && $0.seat.level == 1
        && $0.seat.source == .inHouse
    }
    #expect(named.contains { $0.id == "x-asked" } == alike)
  }

  /// A new seat has no id that an old one had, and takes the place of one that was cancelled.
  @Test func newSeatsTakeNewNames() throws {
    let organization = Self.organization()
    let seat = Seat(team: 0, level: 1, source: .inHouse, openMonth: 2)
    let id = try #require(SeatID.all(of: [seat], in: organization).first)
    let carried = CarriedPlan(Self.plan([Self.seat(id, .cancelled)]), in: organization)
    let planned = PlannedSeat(
      id: id, seat: seat, startMonth: 4, readyMonth: 6, cost: 1, owner: "manager")
    let named = carried.named([planned, planned])
    #expect(named.map(\.id) == ["one-mid-2027-03-2", "one-mid-2027-03-3"])
    #expect(named.map(\.replaces) == [id, nil])
  }

  // MARK: Files

  @Test func aRecommendationIsReadBack() throws {
    let organization = PlanningCase.pair.organization
    let recommendation = Planner.recommend(for: organization, growth: ThreePoint(0.6))
    let file = PlanFile(recommendation, seed: 7)
    #expect(!file.seats.isEmpty)
    let read = try PlanFile(Array(file.text.utf8), file: "plan.yaml", in: organization)
    #expect(read.text == file.text)
    #expect(read.seats.map(\.id) == file.seats.map(\.id).sorted())
    let planned = try PlannedSeats(
      Array(file.text.utf8), file: "plan.yaml", strategy: nil, in: organization)
    #expect(
      Set(StaffingPlan(planned).seats) == Set(recommendation.recommended.plan.seats))
  }

  @Test func whoAnswersIsOneRole() {
    let recommendation = Planner.recommend(
      for: PlanningCase.pair.organization, growth: ThreePoint(0.6))
    for seat in recommendation.seats {
      let owner =
        seat.seat.source.isPartner
        ? "owner of the contract with partner"
        : "engineering manager of \(recommendation.organization.teams[seat.seat.team].id)"
      #expect(seat.owner == owner)
    }
  }
}
