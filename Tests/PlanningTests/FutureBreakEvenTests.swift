import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

/// Break-evens in futures.
@Suite struct FutureBreakEvenTests {
  /// A policy that every plan keeps, so that cost decides.
  private static func organization(rate: Double) -> Organization {
    var organization = PlanningCase.pair.organization
    organization.policy.coverage.threshold = 0
    organization.policy.seniorCoverage.threshold = 0
    organization.policy.burnout.threshold = 1
    organization.policy.onCallShare.threshold = 100
    organization.policy.minimumSeniors = 0
    organization.partners[0].ratePerHour = organization.levels.map { _ in ThreePoint(rate) }
    return organization
  }

  private static let hire = StaffingPlan(
    seats: [Seat(team: 0, level: 1, source: .inHouse, openMonth: 0)])
  private static let rent = StaffingPlan(
    seats: [Seat(team: 0, level: 1, source: .partner(0), openMonth: 0)])

  private static func base(_ organization: Organization, _ chances: Chances) -> FuturePlan {
    FuturePlan(
      organization, traffic: .growing(ThreePoint(0.2), like: organization), seed: 1,
      chances: chances)
  }

  private static func cost(_ plan: StaffingPlan, _ factor: Double, _ base: FuturePlan) -> Double {
    let world = base.changed(
      BreakEven.Input.partnerRate.applied(factor, to: base.organization), staffing: plan)
    return PlanVerdict(world, futures: 0..<2, perform: onePieceAfterAnother).total
  }

  /// The factor at which renting costs what hiring does; cost is a line in it.
  private static func closedForm(_ base: FuturePlan) -> Double {
    let (low, high) = (cost(rent, 0.5, base), cost(rent, 2, base))
    return 0.5 + (cost(hire, 1, base) - low) / ((high - low) / 1.5)
  }

  @Test(arguments: [0.7, 1.3, 1.8])
  func withoutChanceItIsWhereTheLinesCross(wanted: Double) throws {
    let found = Self.closedForm(Self.base(Self.organization(rate: 60), []))
    let base = Self.base(Self.organization(rate: 60 * found / wanted), [])
    #expect(abs(Self.closedForm(base) - wanted) < 1e-6)
    let best = wanted > 1 ? 1 : 0
    let all = try FutureBreakEvens(
      [(.inHouse, Self.hire), (.partner, Self.rent)], base: base, best: best
    ).all()
    let breakEven = try #require(all.first { $0.input == .partnerRate })
    let value = try #require(breakEven.value)
    #expect(abs(value - wanted) < 1e-6)
    #expect(breakEven.instead == (best == 1 ? .inHouse : .partner))
    let interval = try #require(breakEven.interval)
    #expect(interval.contains(value))
    #expect(interval.upperBound - interval.lowerBound < 1e-6)
    #expect(all.map(\.input) == BreakEven.Input.allCases)
  }

  /// With luck there is a range, and it holds what many more futures say.
  @Test func theIntervalHoldsTheValueOfManyFutures() throws {
    let exact = Self.closedForm(Self.base(Self.organization(rate: 60), []))
    let base = Self.base(Self.organization(rate: 60 * exact / 1.2), .all)
    let cheaper = Self.cost(Self.rent, 1, base) < Self.cost(Self.hire, 1, base)
    let all = try FutureBreakEvens(
      [(.inHouse, Self.hire), (.partner, Self.rent)], base: base, best: cheaper ? 1 : 0
    ).all()
    let breakEven = try #require(all.first { $0.input == .partnerRate })
    let interval = try #require(breakEven.interval)
    #expect(breakEven.searched.contains(interval.lowerBound))
    #expect(interval.upperBound > interval.lowerBound)
    func many(_ plan: StaffingPlan, _ factor: Double) -> Double {
      let world = base.changed(
        BreakEven.Input.partnerRate.applied(factor, to: base.organization), staffing: plan)
      return PlanVerdict(world, futures: 0..<2000, perform: onePieceAfterAnother)
        .total
    }
    let (low, high, hired) = (many(Self.rent, 0.5), many(Self.rent, 2), many(Self.hire, 1))
    #expect(interval.contains(0.5 + (hired - low) / ((high - low) / 1.5)))
  }

  /// Where the other plan is the better one already there is nothing to narrow down.
  @Test func theDearerPlanIsFlippedToday() throws {
    let found = Self.closedForm(Self.base(Self.organization(rate: 60), []))
    let base = Self.base(Self.organization(rate: 60 * found / 1.5), [])
    let all = try FutureBreakEvens(
      [(.inHouse, Self.hire), (.partner, Self.rent)], base: base, best: 0
    ).all()
    #expect(all.allSatisfy { $0.isToday && $0.instead == .partner })
  }

  @Test func onePlanHasNothingToFlip() throws {
    let base = Self.base(Self.organization(rate: 60), .all)
    #expect(try FutureBreakEvens([(.asIs, .asIs)], base: base, best: 0).all().isEmpty)
  }
}
