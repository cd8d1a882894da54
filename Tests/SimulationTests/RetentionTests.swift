import CadreTestSupport
import Organization
import Simulation
import Testing

/// What beside load keeps people: better levers never lose more of them.
@Suite struct RetentionTests {
  private func leavers(_ levers: [RetentionLever: Int], perStep: Double? = nil) -> Double {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 5, senior: 3, roadmapHours: 300)],
      services: [ExampleOrganization.service()])
    example.attritionPerYear = 0.2
    for (lever, step) in levers { example.teams[0].retention[lever] = step }
    example.assumptions[.retentionPerStep] = perStep
    let result = example.run()
    return (0..<example.months).reduce(0) { $0 + result[team: 0, month: $1].leavers }
  }

  @Test(arguments: RetentionLever.allCases)
  func eachStepOfALeverKeepsMorePeople(lever: RetentionLever) {
    let steps = (0...2).map { leavers([lever: $0]) }
    #expect(steps[0] > steps[1])
    #expect(steps[1] > steps[2])
  }

  @Test func everythingOrdinaryIsAsIfNothingWereSaid() {
    let all = Dictionary(uniqueKeysWithValues: RetentionLever.allCases.map { ($0, 1) })
    #expect(leavers(all) == leavers([:]))
    #expect(leavers(all, perStep: 0.5) == leavers([:]))
  }

  @Test func aBetterLeverMakesUpForAWorseOne() {
    #expect(leavers([.autonomy: 0, .meaning: 2]) == leavers([:]))
  }

  @Test func leversThatDoNothingChangeNothing() {
    #expect(leavers([.growth: 2, .recognition: 2], perStep: 0) == leavers([:]))
  }

  /// Nobody can leave with more certainty than certainly.
  @Test func wornOutTeamsLoseNoMoreThanTheyHave() {
    let worst = Dictionary(uniqueKeysWithValues: RetentionLever.allCases.map { ($0, 0) })
    #expect(leavers(worst, perStep: 1).isFinite)
    #expect(leavers(worst, perStep: 1) >= leavers(worst))
  }
}
