import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// The two-state chain and the load that drives it.
@Suite struct BurnoutTests {
  let rules = Rules(ExampleOrganization().organization)

  private func stationary(hours: Double, nights: Double, sleep: Double) -> Double {
    Burnout.stationary(
      weeklyHours: hours, nightsPerWeek: nights, sleepInterruptionsPerWeek: sleep, rules: rules)
  }

  @Test func theBaseLoadLeadsToTheBaseRate() {
    let burnedOut = stationary(hours: rules.contractHours, nights: 1, sleep: 0)
    #expect(agree(burnedOut, rules.burnoutBase))
  }

  /// Odds multiply: two nights and a broken one give the product of their published ratios.
  @Test func oddsRatiosMultiply() {
    let assumptions = ExampleOrganization().organization.assumptions
    let burnedOut = stationary(hours: rules.contractHours, nights: 2, sleep: 1)
    let odds = burnedOut / (1 - burnedOut)
    let base = rules.burnoutBase / (1 - rules.burnoutBase)
    let ratio = assumptions[.burnoutOddsNights] * assumptions[.burnoutOddsShortSleep]
    #expect(agree(odds, base * ratio))
  }

  @Test(arguments: [0.0, 0.3, 1.0])
  func constantLoadLeadsToTheLogisticProbability(start: Double) {
    let target = stationary(hours: 52, nights: 1.7, sleep: 0.4)
    var burnedOut = start
    for _ in 0..<240 {
      burnedOut = Burnout.next(burnedOut, stationary: target, rules: rules)
    }
    // After forty relaxation times e^-40 of the start is left.
    #expect(agree(burnedOut, target))
  }

  /// After one relaxation time 1/e of the distance is left, whatever the target.
  @Test(arguments: [0.05, 0.5, 0.95])
  func relaxationTakesTheTimeAssumed(target: Double) {
    let months = ExampleOrganization().organization.assumptions[.burnoutRelaxationMonths]
    var burnedOut = 0.2
    for _ in 0..<Int(months) {
      burnedOut = Burnout.next(burnedOut, stationary: target, rules: rules)
    }
    let left = (burnedOut - target) / (0.2 - target)
    #expect(agree(left, exponential(-months.rounded(.down) / months)))
  }

  @Test func theWholeRecursionStaysAtTheStationaryProbability() {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 2, senior: 2, layers: 2)],
      services: [ExampleOrganization.service(pages: 30)])
    example.months = 60
    let last = example.run()[team: 0, month: 59]
    let expected = stationary(
      hours: last.weeklyHours, nights: last.nightsPerWeek,
      sleep: last.sleepInterruptions * 12 / 52)
    #expect(agree(last.burnout, expected))
    #expect(last.burnout > rules.burnoutBase)
  }

  /// A sudden load is followed with the chain's own pace, not at once.
  @Test func burnoutFollowsAStepOfLoad() {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 4, senior: 4, layers: 2)],
      services: [ExampleOrganization.service(pages: 2, headroom: 100)])
    example.assumptions[.incidentsTrafficElasticity] = 1
    example.assumptions[.incidentsChangeShare] = 0
    example.assumptions[.incidentsErrorOddsBurnedOut] = 1
    example.months = 60
    let path = [1.0] + [Double](repeating: 8, count: 59)
    let trajectory = example.run(future: TrafficFuture(mean: [path], peak: [path]))
    let burnout = (0..<60).map { trajectory[team: 0, month: $0].burnout }
    for month in 1..<59 { #expect(burnout[month + 1] >= burnout[month]) }
    #expect(burnout[2] - burnout[1] < 0.2 * (burnout[59] - burnout[1]))
  }
}
