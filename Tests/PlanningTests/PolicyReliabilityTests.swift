import Testing

@testable import Planning

/// How often a policy is kept, by team and month.
@Suite struct PolicyReliabilityTests {
  private func counted(_ futures: [Int], of all: Int, wanted: Double) -> PolicyReliability {
    var reliability = PolicyReliability(
      teams: 1, months: futures.count + 2, firstMonth: 2, wanted: [wanted], futures: all)
    for (month, count) in futures.enumerated() {
      for _ in 0..<count { reliability.count(demand: 0, team: 0, month: month + 2) }
    }
    return reliability
  }

  /// Nineteen of twenty-one are nine tenths, eighteen are not.
  @Test func aMonthHoldsWhereEnoughFuturesKeepIt() {
    let reliability = counted([21, 19, 18, 0], of: 21, wanted: 0.9)
    #expect(reliability.missed(by: 0) == [4, 5])
    #expect(reliability.kept == 0.5)
  }

  @Test func whatIsKeptInEveryFutureIsCertain() {
    #expect(counted([21, 21], of: 21, wanted: 1).kept == 1)
  }

  /// One demand that fails is enough, each by its own probability.
  @Test func everyDemandHasItsOwnProbability() {
    var reliability = PolicyReliability(
      teams: 1, months: 2, firstMonth: 0, wanted: [0.8, 0.9], futures: 21)
    for month in 0..<2 {
      for _ in 0..<17 { reliability.count(demand: 0, team: 0, month: month) }
    }
    for _ in 0..<19 { reliability.count(demand: 1, team: 0, month: 0) }
    for _ in 0..<17 { reliability.count(demand: 1, team: 0, month: 1) }
    #expect(reliability.isKept == [[true, false]])
  }

  @Test func withoutMonthsNothingIsMissed() {
    #expect(counted([], of: 21, wanted: 0.9).kept == 1)
  }
}
