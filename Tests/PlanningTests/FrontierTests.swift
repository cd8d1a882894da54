import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

/// Cost against risk.
@Suite struct FrontierTests {
  private func points(_ organization: Organization, strategy: Strategy = .inHouse) throws
    -> [FrontierPoint]
  {
    try Frontier.points(
      of: organization, traffic: .growing(ThreePoint(0.6), like: organization),
      strategy: strategy)
  }

  @Test func moreMoneyKeepsMore() throws {
    let found = try points(PlanningCase.pair.organization, strategy: .hybrid)
    #expect(found.count >= 3)
    #expect(found.first?.plan == .asIs)
    for (a, b) in zip(found, found.dropFirst()) {
      #expect(b.cash >= a.cash)
      #expect(b.kept > a.kept)
    }
    #expect(found.count(where: \.isKnee) <= 1)
  }

  @Test func doingNothingIsOnePoint() throws {
    #expect(try points(PlanningCase.pair.organization, strategy: .asIs).map(\.plan) == [.asIs])
  }

  private func point(_ cash: Double, _ kept: Double) -> FrontierPoint {
    FrontierPoint(aim: 0, plan: .asIs, cash: cash, total: cash, kept: kept)
  }

  @Test func whatIsDearerAndWorseIsLeftOut() {
    let front = Frontier.undominated([
      point(3, 0.9), point(1, 0.5), point(2, 0.4), point(2, 0.7), point(4, 0.9), point(1, 0.2),
    ])
    #expect(front.map(\.cash) == [1, 2, 3])
    #expect(front.map(\.kept) == [0.5, 0.7, 0.9])
  }

  /// On a curve that bends once, the bend; on a line, none.
  @Test func theKneeIsWhereItBends() {
    let bent = Frontier.marked([point(0, 0), point(1, 0.8), point(2, 0.9), point(3, 1)])
    #expect(bent.map(\.isKnee) == [false, true, false, false])
    let straight = Frontier.marked([point(0, 0), point(1, 0.5), point(2, 1)])
    #expect(straight.allSatisfy { !$0.isKnee })
  }
}
