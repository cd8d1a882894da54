import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

@Suite struct LatestOpeningsTests {
  private static let recommendation = Planner.recommend(
    for: PlanningCase.pair.organization, growth: ThreePoint(0.8))

  @Test func noSeatIsLateBeforeItOpens() throws {
    #expect(!Self.recommendation.seats.isEmpty)
    for seat in Self.recommendation.seats {
      let latest = try #require(seat.latestOpenMonth)
      #expect(latest >= seat.seat.openMonth)
      // What two months' delay breaks cannot be opened two months later.
      #expect((seat.ifLate != nil) == (latest < seat.seat.openMonth + 2) || seat.reason == nil)
      if seat.reason == nil { #expect(latest == seat.seat.openMonth) }
    }
  }

  /// By brute force: opened in its latest month a seat keeps what it is for, a month later not.
  @Test func theNextMonthIsTooLate() throws {
    let organization = PlanningCase.pair.organization
    let traffic = TrafficOutlook.growing(ThreePoint(0.8), like: organization)
    let model = StaffingModel(organization)
    let judge = PolicyJudge(model, courses: Courses(traffic, demandedBy: organization.policy))
    let plan = Self.recommendation.recommended.plan
    func breaches(_ plan: StaffingPlan, _ team: Int) throws -> [Breach] {
      judge.breaches(in: try judge.trial(of: plan)).filter {
        $0.team == team && $0.limit.weight == .policy
      }
    }
    var checked = 0
    for seat in Self.recommendation.seats where seat.reason != nil {
      let latest = try #require(seat.latestOpenMonth)
      let index = try #require(plan.seats.firstIndex(of: seat.seat))
      let team = seat.seat.team
      let known = try breaches(plan, team)
      var later = plan
      later.seats[index].openMonth = latest
      #expect(try breaches(later, team).count <= known.count)
      later.seats[index].openMonth = latest + 1
      guard PlanCost.startMonth(of: later.seats[index], in: model) < Double(model.months) else {
        continue
      }
      let months = try breaches(later, team).reduce(0) { $0 + $1.months }
      #expect(months >= known.reduce(0) { $0 + $1.months })
      checked += 1
    }
    #expect(checked > 0)
  }
}
