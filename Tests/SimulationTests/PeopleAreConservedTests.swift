import CadreTestSupport
import Organization
import Simulation
import Testing

/// Laws that hold for every organisation, shown on two hundred random ones.
@Suite struct PeopleAreConservedTests {
  static let seeds = 0..<200

  @Test(arguments: seeds)
  func headcountIsWhoWasThereAndCameLessWhoLeft(seed: Int) {
    let random = RandomCase(seed: seed)
    let trajectory = random.run()
    for (team, model) in random.organization.teams.enumerated() {
      var people = Double(model.members.count)
      for month in 0..<random.organization.months {
        let cell = trajectory[team: team, month: month]
        people += cell.starters + cell.transfersIn - cell.transfersOut
        #expect(
          agree(cell.headcount.total, people), "seed \(seed), team \(team), month \(month)")
        people -= cell.leavers
      }
    }
  }

  /// A seat asked for is waited for or filled; a leaver's seat is asked for again.
  @Test(arguments: seeds)
  func requisitionsAreSeatsAndBackfillsLessStarters(seed: Int) {
    let random = RandomCase(seed: seed)
    let trajectory = random.run()
    for team in random.organization.teams.indices {
      var open = 0.0
      for month in 0..<random.organization.months {
        let cell = trajectory[team: team, month: month]
        let asked = random.plan.seats.filter {
          $0.team == team && $0.openMonth == month && !$0.source.isPartner
        }
        open += Double(asked.count) - cell.starters + cell.leavers
        #expect(agree(cell.openRequisitions, open), "seed \(seed), team \(team), month \(month)")
      }
    }
  }

  @Test(arguments: seeds)
  func noNumberIsNegativeOrNotANumber(seed: Int) {
    let random = RandomCase(seed: seed)
    let trajectory = random.run()
    for team in random.organization.teams.indices {
      for month in 0..<random.organization.months {
        let cell = trajectory[team: team, month: month]
        let wrong = cell.numbers.filter { !($0.value >= 0 && $0.value.isFinite) }
        #expect(wrong.isEmpty, "seed \(seed), team \(team), month \(month): \(wrong)")
        let beyond = cell.shares.filter { $0.value > 1 }
        #expect(beyond.isEmpty, "seed \(seed), team \(team), month \(month): \(beyond)")
      }
    }
  }

  @Test(arguments: seeds)
  func nobodyDoesMoreThanIsAskedOrThanPeopleCan(seed: Int) {
    let random = RandomCase(seed: seed)
    let trajectory = random.run()
    for team in random.organization.teams.indices {
      for month in 0..<random.organization.months {
        let cell = trajectory[team: team, month: month]
        let slack = 1e-9 * max(1, cell.askedHours.total)
        for kind in WorkKind.allCases {
          #expect(cell.doneHours[kind] <= cell.askedHours[kind] + slack, "seed \(seed)")
        }
        #expect(cell.doneHours.total <= cell.capacityHours + slack, "seed \(seed)")
      }
    }
  }

  @Test func theListOfNumbersIsComplete() {
    #expect(TeamMonth().numbers.count == Self.countNumbers(in: TeamMonth()))
  }

  private static func countNumbers(in value: Any) -> Int {
    if value is Double { return 1 }
    return Mirror(reflecting: value).children.reduce(0) { $0 + countNumbers(in: $1.value) }
  }
}
