import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

@Suite struct SeatIDTests {
  private static func seats(using random: inout SeededRandom, in organization: Organization)
    -> [Seat]
  {
    (0..<random.count(0...30)).map { _ in
      let isRented = !organization.partners.isEmpty && random.chance(0.5)
      return Seat(
        team: random.count(0...(organization.teams.count - 1)),
        level: random.count(0...(organization.levels.count - 1)),
        source: isRented
          ? .partner(random.count(0...(organization.partners.count - 1))) : .inHouse,
        openMonth: random.count(0...2), endMonth: isRented ? random.count(6...8) : nil)
    }
  }

  @Test func anIDSaysTeamLevelPartnerAndMonth() {
    let organization = PlanningCase.pair.organization
    let seats = [
      Seat(team: 1, level: 2, source: .inHouse, openMonth: 2),
      Seat(team: 0, level: 1, source: .partner(0), openMonth: 13),
      Seat(team: 1, level: 2, source: .inHouse, openMonth: 2),
    ]
    #expect(
      SeatID.all(of: seats, in: organization)
        == ["two-senior-2027-03-1", "one-mid-partner-2028-02-1", "two-senior-2027-03-2"])
  }

  /// Partners of random organisations share one id, so that stems meet too.
  @Test(arguments: 0..<60) func idsAreUniqueWhateverTheSeats(seed: Int) {
    var random = SeededRandom(seed: seed)
    let organization = RandomOrganization.make(using: &random)
    let ids = SeatID.all(of: Self.seats(using: &random, in: organization), in: organization)
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: 0..<60) func theOrderOfSeatsDoesNotMatter(seed: Int) {
    var random = SeededRandom(seed: seed)
    let organization = RandomOrganization.make(using: &random)
    let seats = Self.seats(using: &random, in: organization)
    let named = Dictionary(
      uniqueKeysWithValues: zip(SeatID.all(of: seats, in: organization), seats))
    let shuffled = seats.shuffled(using: &random)
    let again = Dictionary(
      uniqueKeysWithValues: zip(SeatID.all(of: shuffled, in: organization), shuffled))
    #expect(named == again)
  }

  /// A team `a-b` with a level `c` and a team `a` with a level `b-c` are told apart by number.
  @Test func hyphensInIDsDoNotMakeTwoSeatsOne() {
    var organization = ExampleOrganization(
      teams: [ExampleOrganization.team("a-b", mid: 1), ExampleOrganization.team("a", mid: 1)]
    ).organization
    organization.levels[0].id = "c"
    organization.levels[1].id = "b-c"
    let seats = [
      Seat(team: 1, level: 1, source: .inHouse, openMonth: 0),
      Seat(team: 0, level: 0, source: .inHouse, openMonth: 0),
    ]
    #expect(
      SeatID.all(of: seats, in: organization) == ["a-b-c-2027-01-2", "a-b-c-2027-01-1"])
  }
}
