import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// Scaling work falls due before the peak passes what the service can take.
@Suite struct ScalingScheduleTests {
  private func schedule(
    _ peaks: [Double], headroom: Double = 1.5, lead: Int = 3, months: Int? = nil
  ) -> [Double] {
    let months = months ?? peaks.count
    let schedule = Self.schedules(peaks, headroom: headroom, lead: lead, months: months)
    return (0..<months).map { schedule.hours(of: 1, in: $0) }
  }

  /// The service at hand is the second, so that mixing it up with another would show.
  private static func schedules(
    _ peaks: [Double], headroom: Double = 1.5, lead: Int, months: Int
  ) -> ScalingSchedules {
    var schedules = ScalingSchedules(months: months, services: 2)
    schedules.add(peaks: [9.0, 20], headroom: 2, stepHours: 77, leadMonths: 1)
    schedules.add(peaks: peaks, headroom: headroom, stepHours: 120, leadMonths: lead)
    return schedules
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

  // MARK: Late

  /// The backlog at the start of each month where nobody ever does anything.
  private func lateness(_ peaks: [Double], lead: Int = 3, done: Double = 0) -> [Double] {
    let schedule = Self.schedules(peaks, lead: lead, months: peaks.count)
    var backlog = 0.0
    return peaks.indices.map { month in
      let late = schedule.late(1, in: month, backlog: backlog)
      backlog = (backlog + schedule.hours(of: 1, in: month)) * (1 - done)
      return late
    }
  }

  /// What is begun in time is not late before traffic needs it, even if nobody began.
  @Test func nothingIsLateBeforeTheCrossing() {
    var peaks = [Double](repeating: 1, count: 12)
    for month in 6..<12 { peaks[month] = 1.6 }
    #expect(lateness(peaks).prefix(6).allSatisfy { $0 == 0 })
  }

  @Test(arguments: [1, 3, 5])
  func aStepOnWhichNobodyWorkedIsLateInWhole(lead: Int) {
    var peaks = [Double](repeating: 1, count: 14)
    for month in 6..<14 { peaks[month] = 1.6 }
    let late = lateness(peaks, lead: lead)
    // A step of one month is due in the month of the crossing and late in the next.
    #expect(late[7...].allSatisfy { $0 == 1 })
    if lead > 1 { #expect(late[6] == 1) }
  }

  @Test func whatIsDoneAsItFallsDueIsNeverLate() {
    let late = lateness(doubling(every: 6, for: 36), done: 1)
    #expect(late.allSatisfy { $0 == 0 })
  }

  /// Another step still ahead does not make the one that is done late.
  @Test func theBacklogOfALaterStepIsNotLate() {
    var peaks = [Double](repeating: 1, count: 24)
    for month in 4..<24 { peaks[month] = 1.6 }
    for month in 15..<24 { peaks[month] = 3.2 }
    let schedule = Self.schedules(peaks, lead: 3, months: 24)
    // Forty hours are left of the second step in its second month; the first is done.
    #expect(schedule.late(1, in: 14, backlog: 40) == 0)
    #expect(schedule.late(1, in: 16, backlog: 60) == 0.5)
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
    #expect(agree(trajectory.pages(ofService: 0)[0], 4))
    #expect(trajectory.pages(ofService: 0)[5] > 4)
    #expect(trajectory.pages(ofService: 0).allSatisfy { $0 <= 8 + 1e-9 })
  }
}
