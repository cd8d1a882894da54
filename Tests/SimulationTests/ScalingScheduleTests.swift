import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// Scaling work falls due before the peak passes what the service can take.
@Suite struct ScalingScheduleTests {
  private func schedule(
    _ peaks: [Double], headroom: Double = 1.5, lead: Int = 3, months: Int? = nil
  ) -> [Double] {
    ScalingSchedule(
      peaks: peaks, headroom: headroom, stepHours: 120, leadMonths: lead,
      months: months ?? peaks.count
    ).hours
  }

  private func doubling(every months: Double, for count: Int) -> [Double] {
    (0..<count).map { power(2, Double($0) / months) }
  }

  /// A step at the headroom and one at each doubling of it; the last hours may lie past the end.
  @Test(arguments: [1.2, 1.5, 2, 3])
  func hoursAreStepsTimesTheirSize(headroom: Double) {
    let peaks = doubling(every: 10, for: 60)
    let last = peaks.last ?? 1
    let steps = (logarithm(last / headroom) / logarithm(2)).rounded(.down) + 1
    #expect(agree(schedule(peaks, headroom: headroom).reduce(0, +), steps * 120))
  }

  @Test func aPeakWithinTheHeadroomAsksForNothing() {
    #expect(schedule([1, 1.2, 1.49, 1.3]).allSatisfy { $0 == 0 })
  }

  @Test func theFirstStepFallsDueAtTheHeadroomAndTheNextAtItsDouble() {
    var peaks = [Double](repeating: 1, count: 24)
    for month in 8..<16 { peaks[month] = 1.5 }
    for month in 16..<24 { peaks[month] = 3 }
    let hours = schedule(peaks)
    let due = hours.indices.filter { hours[$0] > 0 }
    #expect(due == [6, 7, 8, 14, 15, 16])
    #expect(due.allSatisfy { agree(hours[$0], 40) })
  }

  @Test func aFallAndASecondRiseCostNothingMore() {
    #expect(schedule([1, 1, 1, 1.6, 1, 1, 1.6, 1, 1]).reduce(0, +) == 120)
  }

  @Test func whatIsAlreadyDueIsDoneFromTheFirstMonthOn() {
    #expect(schedule([2, 2, 2, 2, 2]) == [40, 40, 40, 0, 0])
    #expect(schedule([1, 2, 2, 2, 2]) == [40, 40, 40, 0, 0])
  }

  @Test func aJumpOverSeveralDoublingsIsSeveralSteps() {
    #expect(schedule([1, 1, 1, 1, 12.5]).reduce(0, +) == 4 * 120)
  }

  @Test func aPeakAfterThePlanIsPreparedWithinIt() {
    #expect(schedule([1, 1, 1, 1, 1, 1.6], months: 4) == [0, 0, 0, 40])
  }

  @Test(arguments: 0..<50)
  func moreTrafficNeverMakesLessScalingWorkSoFar(seed: Int) {
    var random = SeededRandom(seed: seed)
    var peak = 1.0
    let less = (0..<36).map { _ in
      peak *= random.number(0.95...1.15)
      return peak
    }
    let factor = random.number(1...3)
    let few = schedule(less)
    let many = schedule(less.map { $0 * factor })
    var (a, b) = (0.0, 0.0)
    for month in 0..<36 {
      a += few[month]
      b += many[month]
      #expect(b >= a - 1e-9, "seed \(seed), month \(month)")
    }
  }

  /// A team without time for it carries the step along, and its pages rise.
  @Test func whatIsNotDoneIsOverdueAndRaisesPages() {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 1, roadmapHours: 0)],
      services: [ExampleOrganization.service(pages: 4, upkeep: 10, toil: 5)])
    example.assumptions[.workScalingOverduePages] = 1
    example.assumptions[.incidentsOverloadPages] = 0
    example.assumptions[.incidentsTrafficElasticity] = 0
    example.assumptions[.incidentsErrorOddsBurnedOut] = 1
    example.assumptions[.workDebtPages] = 0
    let peaks = [1.0, 1] + [Double](repeating: 9, count: 22)
    let flat = [Double](repeating: 1, count: 24)
    let trajectory = example.run(future: TrafficFuture(mean: [flat], peak: [peaks]))
    #expect(agree(trajectory.servicePages[0][0], 4))
    #expect(trajectory.servicePages[0][5] > 4)
    #expect(trajectory.servicePages[0].allSatisfy { $0 <= 8 + 1e-9 })
  }
}
