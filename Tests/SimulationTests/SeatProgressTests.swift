import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// Seats that a plan finds open already.
@Suite struct SeatProgressTests {
  private static func example(leadDays: Double = 365.0 / 2) -> ExampleOrganization {
    var example = ExampleOrganization(teams: [ExampleOrganization.team(mid: 4)])
    example.makeLeavingMemoryless()
    example.leadDays = leadDays
    example.assumptions = example.assumptions.merging([.hiringLeadTimeSpread: 0]) { $1 }
    return example
  }

  private static func headcount(_ progress: SeatProgress, acceptance: Double = 1) -> [Double] {
    var example = example()
    example.hiring.acceptance = ThreePoint(acceptance)
    let seat = Seat(team: 0, level: 1, source: .inHouse, openMonth: 0, progress: progress)
    let course = example.run(StaffingPlan(seats: [seat]))
    return (0..<example.months).map { course[team: 0, month: $0].headcount.total }
  }

  /// Without spread a search of six months that has gone on for four takes two more.
  @Test func monthsGoneByAreNotSearchedAgain() {
    let fresh = Self.headcount(.notBegun)
    let begun = Self.headcount(.underWay(months: 4))
    #expect(fresh[5] == 4 && fresh[6] == 5)
    #expect(begun[1] == 4 && begun[2] == 5)
    #expect(Self.headcount(.underWay(months: 9))[0] == 5)
    #expect(Self.headcount(.underWay(months: 0)) == fresh)
  }

  @Test func whoHasAcceptedComesForCertain() {
    let people = Self.headcount(.accepted(start: 3), acceptance: 0.2)
    #expect(people[2] == 4 && people[3] == 5)
    let offered = Self.headcount(.offered, acceptance: 0.2)
    #expect(offered[0] < 4.3 && offered[2] < 5)
  }

  @Test func aPartnerPreparesItselfOnce() {
    var example = Self.example()
    example.partners = [ExampleOrganization.partner(leadMonths: 3)]
    let seat = Seat(
      team: 0, level: 1, source: .partner(0), openMonth: 0, progress: .underWay(months: 2))
    let course = example.run(StaffingPlan(seats: [seat]))
    #expect(course[team: 0, month: 0].partnerSeats == 0)
    #expect(course[team: 0, month: 1].partnerSeats == 1)
  }

  /// Mean residual life by its definition, the mean of all beyond, on a fine grid.
  @Test(arguments: [0.5, 3.0, 6, 9]) func meanBeyondIsTheMeanOfWhatIsBeyond(value: Double) {
    let length = Lognormal(mean: 4, coefficientOfVariation: 0.4)
    let grid = 400_000
    let all = (0..<grid).map { length.quantile((Double($0) + 0.5) / Double(grid)) }
    let beyond = all.filter { $0 > value }
    let mean = beyond.reduce(0, +) / Double(beyond.count) - value
    // The grid leaves out half a cell of the tail.
    #expect(abs(length.meanBeyond(value) - mean) < 0.01)
    let share = Double(all.count { $0 <= value }) / Double(grid)
    #expect(abs(length.probability(upTo: value) - share) < 1e-5)
  }

  @Test func aSearchWithoutEndIsOneThatBegins() {
    let length = Lognormal(mean: 4, coefficientOfVariation: 0.4)
    #expect(length.meanBeyond(1e6) == 4)
    #expect(length.meanBeyond(0) == 4)
    #expect(Lognormal(mean: 4, coefficientOfVariation: 0).meanBeyond(5) == 0)
  }

  /// What chance decides has the mean that the recursion reckons with.
  @Test func futuresAgreeWithTheRecursionOnAverage() {
    var example = Self.example()
    example.assumptions[.hiringLeadTimeSpread] = 0.4
    let seat = Seat(
      team: 0, level: 1, source: .inHouse, openMonth: 0, progress: .underWay(months: 5))
    let model = StaffingModel(example.organization)
    let rest = model.monthsToOffer(of: seat)
    let length = model.searchLength(mean: model.levels[1].leadMonths)
    let known = length.probability(upTo: 5)
    let grid = 20_000
    let mean = (0..<grid).reduce(0.0) { sum, place in
      let chance = (Double(place) + 0.5) / Double(grid)
      return sum + length.quantile(known + (1 - known) * chance) - 5
    }
    #expect(abs(mean / Double(grid) - rest) < 0.01)
  }
}
