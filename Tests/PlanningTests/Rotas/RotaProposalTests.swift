import Organization
import Testing

@testable import Planning

@Suite struct RotaProposalTests {
  private static let monday = CivilDay.number(year: 2027, month: 1, day: 4)
  private static let day = 86_400

  /// Clocks that stay so many hours ahead of UTC.
  private static func fixed(_ hours: Int...) -> RotaCalendar.Clock {
    { site, _ in hours[site] * 3_600 }
  }

  /// An hour ahead of UTC, two from the last Sunday of March 2027, 01:00 UTC.
  private static let berlin: RotaCalendar.Clock = { _, seconds in
    seconds < CivilDay.number(year: 2027, month: 3, day: 28) * 86_400 + 3_600 ? 3_600 : 7_200
  }

  private static func calendar(
    layers: Int = 1, hours: Double = 168, weeks: Int, sites: [Site] = [.utc],
    holidays: Set<Int> = [], clock: @escaping RotaCalendar.Clock = fixed(0)
  ) -> RotaCalendar {
    RotaCalendar(
      Rota(layers: layers, shiftHours: hours, sites: sites), from: monday, at: 600, weeks: weeks,
      holidays: holidays, clock: clock)
  }

  private static func people(_ count: Int) -> [RotaPerson] {
    (0..<count).map { RotaPerson(name: "p\($0)") }
  }

  // MARK: Shifts

  @Test func aWeekHasItsNightsAndItsWeekend() throws {
    let shift = try #require(Self.calendar(weeks: 1).shifts.first)
    #expect(shift.hours.all == 168)
    #expect(shift.hours.night == 70)
    #expect(shift.hours.weekend == 28)
    let free = Self.calendar(weeks: 1, holidays: [Self.monday + 1])
    #expect(free.shifts.first?.hours.weekend == 42)
  }

  @Test func summerTimeTakesAnHour() {
    let shifts = Self.calendar(weeks: 13, clock: Self.berlin).shifts
    #expect(shifts.map(\.hours.all) == [Double](repeating: 168, count: 11) + [167, 168])
    // Handovers stay at ten on the clock.
    #expect(
      shifts.allSatisfy { ($0.start + Self.berlin(0, $0.start)) % Self.day == 10 * 3_600 })
    #expect(zip(shifts, shifts.dropFirst()).allSatisfy { $0.end == $1.start })
  }

  @Test(arguments: [8.0, 12, 24, 84, 168])
  func shiftsCoverTheWholeTimeOnce(hours: Double) {
    let calendar = Self.calendar(layers: 2, hours: hours, weeks: 4)
    for layer in 0..<2 {
      let shifts = calendar.shifts.filter { $0.layer == layer }
      #expect(shifts.first?.start == calendar.period.start)
      #expect(shifts.last?.end == calendar.period.end)
      #expect(zip(shifts, shifts.dropFirst()).allSatisfy { $0.end == $1.start })
    }
  }

  @Test func thePagerFollowsTheSun() {
    var sites = [Site.utc, .utc]
    (sites[0].name, sites[1].name) = ("here", "there")
    let calendar = Self.calendar(weeks: 1, sites: sites, clock: Self.fixed(0, 12))
    #expect(calendar.shifts.count == 2)
    #expect(calendar.shifts.reduce(0) { $0 + $1.hours.all } == 168)
    // Of two places half a day apart, one is always awake.
    #expect(calendar.shifts.allSatisfy { $0.hours.night < 10 })
    let times = calendar.shifts.flatMap(\.stretches).sorted { $0.start < $1.start }
    #expect(zip(times, times.dropFirst()).allSatisfy { $0.end == $1.start })
  }

  // MARK: Shares

  @Test(arguments: [(3, 1), (4, 1), (5, 2), (6, 2), (8, 2), (9, 3)])
  func enoughPeopleHaveRestAndFairShares(count: Int, layers: Int) {
    let proposal = RotaProposal(
      Self.calendar(layers: layers, weeks: 13), Self.people(count), weights: RotaWeights())
    #expect(proposal.coverage == 1)
    #expect(proposal.openTurns == 0)
    #expect(proposal.restless == 0)
    #expect(proposal.imbalance <= 1)
    for turn in Dictionary(grouping: proposal.turns, by: \.shift.turn).values {
      #expect(Set(turn.compactMap(\.holder)).count == layers)
    }
    #expect(proposal.burdens.reduce(0) { $0 + $1.hours.all } == Double(13 * 168 * layers))
  }

  /// Against all rotas there are.
  @Test(arguments: [(2, 5, 1), (3, 5, 1), (3, 3, 2), (4, 3, 2)])
  func fewShiftsAreSharedAsWellAsCanBe(count: Int, weeks: Int, layers: Int) {
    let (people, weights) = (Self.people(count), RotaWeights())
    let calendar = Self.calendar(layers: layers, weeks: weeks)
    let found = RotaProposal(calendar, people, weights: weights)
    let loads = calendar.shifts.map { weights.load($0.hours, layer: $0.layer) }
    let fair = loads.reduce(0, +) / Double(count)
    var best: (restless: Int, unfair: Double)?
    func search(_ holders: [Int]) {
      guard holders.count == loads.count else {
        let place = holders.count
        for person in 0..<count
        where !zip(calendar.shifts, holders).contains(where: {
          $0.turn == calendar.shifts[place].turn && $1 == person
        }) { search(holders + [person]) }
        return
      }
      var (restless, unfair) = (0, 0.0)
      for person in 0..<count {
        let own = holders.indices.filter { holders[$0] == person }
        restless += zip(own, own.dropFirst()).count {
          calendar.shifts[$1].turn - calendar.shifts[$0].turn < 2
        }
        let difference = own.reduce(-fair) { $0 + loads[$1] }
        unfair += difference * difference
      }
      if best.map({ (restless, unfair) < $0 }) ?? true { best = (restless, unfair) }
    }
    search([])
    let unfair = found.burdens.reduce(0) { $0 + ($1.load - $1.fairLoad) * ($1.load - $1.fairLoad) }
    #expect(found.restless == best?.restless)
    #expect(unfair <= (best?.unfair ?? 0) + loads[0] * loads[0] + 1e-6)
  }

  @Test func leaveIsLeft() {
    var people = Self.people(4)
    let leave = RotaShift.Stretch(
      start: (Self.monday + 10) * Self.day, end: (Self.monday + 24) * Self.day)
    people[1].leave = [leave]
    let proposal = RotaProposal(Self.calendar(weeks: 13), people, weights: RotaWeights())
    #expect(proposal.coverage == 1)
    for turn in proposal.turns where turn.shift.start < leave.end && leave.start < turn.shift.end {
      #expect(turn.holder != 1)
    }
    // Whoever is away for a part of the time owes less.
    #expect(proposal.burdens[1].fairLoad < proposal.burdens[0].fairLoad)
  }

  @Test func newcomersGoAlongBeforeTheyCarryThePager() throws {
    var people = Self.people(4)
    let ready = (Self.monday + 45) * Self.day
    people[3].readyFrom = ready
    people[3].shadowsFrom = (Self.monday + 20) * Self.day
    let proposal = RotaProposal(Self.calendar(weeks: 13), people, weights: RotaWeights())
    let along = proposal.turns.filter { $0.shadows.contains(3) }
    #expect(along.count == 2)
    #expect(along.allSatisfy { $0.shift.start < ready && $0.holder != 3 })
    let first = try #require(proposal.turns.first { $0.holder == 3 })
    #expect(first.shift.start >= ready)
    #expect(try #require(along.last).shift.start < first.shift.start)
  }

  @Test func tooFewPeopleAreTold() {
    let calendar = Self.calendar(layers: 2, weeks: 4)
    #expect(RotaProposal(calendar, [], weights: RotaWeights()).openTurns == 8)
    let alone = RotaProposal(calendar, Self.people(1), weights: RotaWeights())
    #expect(alone.openTurns == 4)
    #expect(alone.coverage == 0.5)
    #expect(alone.restless == 3)
    let none = RotaProposal(
      Self.calendar(layers: 0, weeks: 4), Self.people(2), weights: RotaWeights())
    #expect(none.turns.isEmpty && none.imbalance == 0)
  }
}
