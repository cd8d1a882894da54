import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// What gaps do, and how they close.
@Suite struct CompetencyTests {
  private static let caching = Competency.caching.index
  private static let concurrency = Competency.concurrency.index

  /// Six people and a service that needs two things.
  private func example(_ depths: [Int: Int]?, attrition: Double = 0) -> ExampleOrganization {
    var team = ExampleOrganization.team(mid: 4, senior: 2, roadmapHours: 300)
    team.competencies = depths
    var service = ExampleOrganization.service(pages: 8, upkeep: 120, toil: 60)
    service.needs = [Self.caching, Self.concurrency]
    var example = ExampleOrganization(teams: [team], services: [service])
    example.attritionPerYear = attrition
    return example
  }

  private func hires(_ count: Int) -> StaffingPlan {
    StaffingPlan(
      seats: [Seat](
        repeating: Seat(team: 0, level: 1, source: .inHouse, openMonth: 0), count: count))
  }

  /// Nobody says anything, or everybody knows everything: the same months.
  @Test func withoutGapsNothingChanges() {
    let silent = example(nil).run(hires(1))
    let able = example([Self.caching: 6, Self.concurrency: 6]).run(hires(1))
    for month in 0..<24 {
      #expect(silent[team: 0, month: month] == able[team: 0, month: month])
    }
  }

  /// Organisations at random behave as if competencies did not exist where no team names any.
  @Test(arguments: 0..<40)
  func whatNobodyNamesCountsForNothing(seed: Int) {
    let named = RandomCase(seed: seed)
    var silent = named
    for team in silent.organization.teams.indices {
      silent.organization.teams[team].competencies = nil
    }
    var bare = silent
    for service in bare.organization.services.indices {
      bare.organization.services[service].needs = nil
    }
    for partner in bare.organization.partners.indices {
      bare.organization.partners[partner].competencies = []
    }
    let (a, b) = (silent.run(), bare.run())
    for team in named.organization.teams.indices {
      for month in 0..<named.organization.months {
        #expect(a[team: team, month: month] == b[team: team, month: month])
        #expect(a[team: team, month: month].missingCompetencies == 0)
      }
    }
    #expect(Self.estimates(of: silent.organization).allSatisfy { !$0.contains("competency") })
  }

  @Test func gapsAreEstimatesOnlyWhereTheyCount() {
    let named = Self.estimates(of: example([:]).organization)
    let silent = Self.estimates(of: example(nil).organization)
    #expect(silent.count + 3 == named.count)
  }

  private static func estimates(of organization: Organization) -> [String] {
    organization.estimates.map { $0.name(in: organization) }
  }

  /// Work takes longer by the assumption; pages of today stay today's.
  @Test func aGapMakesWorkLongerButNotTodaysPages() {
    let able = example([Self.caching: 2, Self.concurrency: 2]).run()[team: 0, month: 0]
    let lacking = example([Self.caching: 2]).run()[team: 0, month: 0]
    let times = Assumptions.shipped[.competencyGapWork]
    #expect(agree(lacking.askedHours[.upkeep], able.askedHours[.upkeep] * times))
    #expect(agree(lacking.askedHours[.incidents], able.askedHours[.incidents] * times))
    #expect(agree(lacking.pages, able.pages))
    #expect(lacking.missingCompetencies == 1)
  }

  /// More than the most that counts make nothing worse.
  @Test func theEffectIsBounded() {
    var narrow = example([:])
    narrow.assumptions[.competencyGapMost] = 1
    var one = example([Self.caching: 2])
    one.assumptions[.competencyGapMost] = 1
    for month in 0..<24 {
      #expect(
        agree(
          narrow.run()[team: 0, month: month].askedHours[.upkeep],
          one.run()[team: 0, month: month].askedHours[.upkeep]))
    }
  }

  /// Hires start in month 3 and are ramped up six months later.
  @Test func aGapClosesAsHiresRampUp() {
    let missing = (0...3).map { count in
      let run = example([:]).run(hires(count))
      return (0..<24).map { run[team: 0, month: $0].missingCompetencies }
    }
    for count in 0...3 {
      #expect(missing[count].prefix(7).allSatisfy { $0 == 2 })
      #expect(agree(missing[count][23], Double(max(0, 2 - count))))
      #expect(zip(missing[count], missing[count].dropFirst()).allSatisfy { $0 >= $1 })
    }
  }

  @Test func closingAGapLowersPagesBelowTodays() {
    var calm = example([:])
    // But for changes, which more people make more of, nothing else moves pages here.
    calm.assumptions[.incidentsChangeShare] = 0
    calm.assumptions[.incidentsNewcomerPages] = 0
    calm.assumptions[.incidentsOverloadPages] = 0
    calm.assumptions[.incidentsErrorOddsBurnedOut] = 1
    calm.assumptions[.workDebtPages] = 0
    calm.services[0].headroom = ThreePoint(100)
    let run = calm.run(hires(2))
    let times = 1 + 2 * (Assumptions.shipped[.competencyGapPages] - 1)
    #expect(agree(run[team: 0, month: 23].pages * times, run[team: 0, month: 0].pages))
  }

  /// Leavers take their share along, and backfills bring it back.
  @Test func leaversTakeDepthWithThem() {
    var leaving = example([Self.caching: 1, Self.concurrency: 6], attrition: 0.3)
    leaving.makeLeavingMemoryless()
    leaving.leadDays = 1_000
    let run = leaving.run()
    for month in 0..<24 {
      let cell = run[team: 0, month: month]
      #expect(agree(cell.missingCompetencies, 1 - cell.headcount.total / 6))
    }
    leaving.leadDays = 30
    leaving.rampMonths = 1
    #expect(leaving.run()[team: 0, month: 23].missingCompetencies < 1e-9)
  }

  /// Nobody comes or goes: knowing more never lowers coverage or raises pages.
  @Test(arguments: [Self.caching, Self.concurrency])
  func anotherHolderNeverHarms(competency: Int) {
    for other in 0...2 {
      let rest = competency == Self.caching ? Self.concurrency : Self.caching
      let runs = (0...3).map { example([competency: $0, rest: other]).run() }
      for (less, more) in zip(runs, runs.dropFirst()) {
        for month in 0..<24 {
          let (low, high) = (less[team: 0, month: month], more[team: 0, month: month])
          #expect(high.coverage >= low.coverage - 1e-12)
          #expect(high.pages <= low.pages + 1e-9)
          #expect(high.missingCompetencies <= low.missingCompetencies)
        }
      }
    }
  }

  /// In organisations at random, whoever comes: another holder leaves no gap larger.
  @Test(arguments: 0..<100)
  func anotherHolderNeverWidensAGap(seed: Int) {
    let random = RandomCase(seed: seed)
    for team in random.organization.teams.indices {
      guard let depths = random.organization.teams[team].competencies else { continue }
      for place in random.organization.competencies.indices where depths[place, default: 0] == 0 {
        var taught = random
        taught.organization.teams[team].competencies?[place] = 1
        let (before, after) = (random.gaps(of: team), taught.gaps(of: team))
        #expect(zip(before, after).allSatisfy { $1 <= $0 + 1e-9 }, "seed \(seed)")
      }
    }
  }

  @Test func seatsOfAPartnerBringWhatItNames() {
    func missing(_ competencies: [Int]) -> Double {
      var model = example([:])
      var partner = ExampleOrganization.partner()
      partner.competencies = competencies
      model.partners = [partner]
      let plan = StaffingPlan(
        seats: [
          Seat(team: 0, level: 1, source: .partner(0), openMonth: 0, endMonth: 12),
          Seat(team: 0, level: 1, source: .partner(0), openMonth: 0, endMonth: 12),
        ])
      let run = model.run(plan)
      #expect(run[team: 0, month: 12].missingCompetencies == 2)
      return run[team: 0, month: 6].missingCompetencies
    }
    #expect(missing([]) == 0)
    #expect(missing([Self.caching, Self.concurrency]) == 0)
    #expect(missing([Self.caching]) == 1)
    #expect(missing([Competency.communication.index]) == 2)
  }
}

extension RandomCase {
  /// What a team lacks, by month, whatever becomes of its people.
  fileprivate func gaps(of team: Int) -> [Double] {
    var calm = self
    // People come and go alike in both cases only where load does not move them.
    for id: AssumptionID in [.turnoverHazardRatioBurnedOut] {
      calm.organization.assumptions.override(id, with: ThreePoint(1))
    }
    let run = calm.run()
    return (0..<organization.months).map { run[team: team, month: $0].missingCompetencies }
  }
}
