import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// How a newcomer grows into the work and the rota.
@Suite struct RampTests {
  /// The triangle above a line from `start` to 1: half of base times height.
  @Test(arguments: [0.4, 1, 2.5, 6, 7.75, 12])
  func lostOutputIsTheTriangleAboveTheRamp(ramp: Double) {
    for start in [0, 0.25, 0.9] {
      let lost = (0..<24).reduce(0.0) {
        $0 + 1 - TeamCapacity.output(age: Double($1), ramp: ramp, start: start)
      }
      #expect(agree(lost, ramp * (1 - start) / 2))
    }
  }

  @Test func outputOnlyGrows() {
    let output = (0..<12).map { TeamCapacity.output(age: Double($0), ramp: 7.3, start: 0.2) }
    #expect(zip(output, output.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(output.last == 1)
    #expect(TeamCapacity.output(age: nil, ramp: 7.3, start: 0.2) == 1)
  }

  @Test(arguments: [0, 0.5, 3, 6.25])
  func monthsOffTheRotaAreTheMonthsToOnCall(months: Double) {
    let missed = (0..<24).reduce(0.0) {
      $0 + 1 - TeamCapacity.readiness(age: Double($1), after: months)
    }
    #expect(agree(missed, months))
  }

  /// One hire into a team of seniors, guided in full: capacity lost is ramp and mentoring.
  @Test func aHireCostsTheTriangleAndTheMentoring() {
    var example = ExampleOrganization(teams: [ExampleOrganization.team(senior: 6)])
    example.leadDays = 0
    example.rampMonths = 5
    example.hiring.interviewHoursPerHire = ThreePoint(0)
    example.assumptions[.timeCommunicationPerPair] = 0
    example.assumptions[.burnoutOutput] = 1
    let plan = StaffingPlan(seats: [Seat(team: 0, level: 1, source: .inHouse, openMonth: 0)])
    let rules = Rules(example.organization)
    let trajectory = example.run(plan)
    let full = trajectory[team: 0, month: 20].capacityHours
    let lost = (0..<20).reduce(0.0) { $0 + full - trajectory[team: 0, month: $1].capacityHours }
    let triangle = 5 * (1 - rules.startOutput) / 2
    // Months of seniors, who put out more than the mid-level hire will.
    let senior = StaffingModel(example.organization).levels[2].productivity
    let mentoring = (3 * rules.mentoringEarly + 2 * rules.mentoringLate) * senior
    #expect(agree(lost, (triangle + mentoring) * rules.hoursPerMonth))
  }

  @Test func documentsShortenTheRamp() {
    var bare = ExampleOrganization(
      teams: [ExampleOrganization.team(senior: 4)], services: [ExampleOrganization.service()])
    let plan = StaffingPlan(seats: [Seat(team: 0, level: 1, source: .inHouse, openMonth: 0)])
    let slow = bare.run(plan)
    bare.services[0].documents = Set(Document.allCases)
    let fast = bare.run(plan)
    let ready = { (trajectory: Trajectory) in
      (0..<24).reduce(0.0) { $0 + trajectory[team: 0, month: $1].callReady }
    }
    #expect(ready(fast) > ready(slow))
  }
}
