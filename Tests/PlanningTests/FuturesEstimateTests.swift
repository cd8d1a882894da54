import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

/// What many futures say, however it is put together.
@Suite struct FuturesEstimateTests {
  private static func judge(seed: Int) -> FutureJudge {
    var random = SeededRandom(seed: seed)
    let organization = RandomOrganization.make(using: &random)
    let flat = TrafficFuture.flat(drivers: organization.drivers.count, months: 60)
    return FutureJudge(FuturePlan(organization, mean: flat, courses: [], seed: 1))
  }

  /// Pieces may be done in any order.
  @Test(arguments: 0..<20)
  func isTheSameInAnyOrder(seed: Int) {
    let judge = Self.judge(seed: seed)
    let batches = [0..<16, 16..<20].map(judge.play)
    var forward = FuturesEstimate(judge)
    var backward = forward
    forward.add(batches)
    backward.add(batches) { count, body in
      for piece in (0..<count).reversed() { body(piece) }
    }
    #expect(forward.count == 20)
    for month in 0..<forward.months {
      for figure in TeamFigure.allCases {
        let (a, b) = (
          forward[figure, team: 0, month: month], backward[figure, team: 0, month: month]
        )
        #expect(a.mean == b.mean && a.spread == b.spread, "\(figure), month \(month)")
        #expect(a.spread.count == 20)
      }
    }
  }

  /// The bits of a month say what each limit says by itself.
  @Test func limitsAreJudgedAlike() {
    var broken = UInt16(0)
    for seed in 0..<50 {
      let judge = Self.judge(seed: seed)
      let limits = judge.limits
      let result = judge.story(of: seed).result
      for team in 0..<result.teamCount {
        for month in 0..<result.months {
          let cell = result[team: team, month: month]
          let bits = limits.broken(by: cell, team: team)
          for (place, limit) in Limit.allCases.enumerated() {
            let isBroken = limits.excess(limit, of: cell, team: team) > 0
            #expect((bits >> UInt16(place) & 1 == 1) == isBroken, "\(limit), seed \(seed)")
          }
          broken |= bits
        }
      }
    }
    #expect(broken.nonzeroBitCount > 8)
  }
}
