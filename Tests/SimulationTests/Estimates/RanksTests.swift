import CadreTestSupport
import Simulation
import Testing

/// Rank correlations against closed forms and published examples.
@Suite struct RanksTests {
  @Test func equalValuesShareTheirRanks() {
    #expect(Ranks([3, 1, 3, 2, 3]).ranks == [4, 1, 4, 2, 4])
    #expect(Ranks([.nan, 5, .infinity, .nan]).ranks == [3.5, 1, 2, 3.5])
    #expect(Ranks([]).ranks.isEmpty)
  }

  /// Without ties it is 1 - 6 Σd² / n(n² - 1), exactly.
  @Test(arguments: 0..<40)
  func isSpearmansFormula(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let size = random.count(2...60)
    let order = (0..<size).shuffled(using: &random)
    // Any rising function of the ranks has the same ranks.
    let values = order.map { exponential(Double($0) / 10) }
    let plain = Ranks((0..<size).map(Double.init))
    let found = try #require(plain.correlation(with: Ranks(values)))
    let squares = order.enumerated().reduce(0) {
      $0 + ($1.offset - $1.element) * ($1.offset - $1.element)
    }
    let expected = 1 - 6 * Double(squares) / Double(size * (size * size - 1))
    #expect(abs(found.value - expected) < 1e-14, "seed \(seed)")
    #expect(found.value == Ranks(values).correlation(with: plain)?.value)
  }

  /// With ties: scipy.stats.spearmanr([1, 2, 2, 3, 5, 5, 5, 8], [2, 1, 4, 4, 4, 9, 7, 7]).
  @Test func tiesAgreeWithTheReference() throws {
    let found = try #require(
      Ranks([1, 2, 2, 3, 5, 5, 5, 8]).correlation(with: Ranks([2, 1, 4, 4, 4, 9, 7, 7])))
    #expect(abs(found.value - 0.797_468_354_430_38) < 1e-12)
  }

  @Test func orderIsAllThatCounts() {
    let rising = Ranks([1, 4, 9, 16])
    #expect(rising.correlation(with: Ranks([0, 1, 100, 1e9]))?.value == 1)
    #expect(rising.correlation(with: Ranks([4, 3, 2, 1]))?.value == -1)
    #expect(rising.correlation(with: Ranks([2, 2, 2, 2])) == nil)
    #expect(rising.correlation(with: Ranks([1, 2])) == nil)
    #expect(Ranks([1]).correlation(with: Ranks([1])) == nil)
  }

  /// For normal numbers of correlation r it is 6/π arcsin(r/2). [Pearson 1907]
  @Test func normalNumbersHaveTheirRankCorrelation() throws {
    var (first, second) = (LeadingSample(), LeadingSample())
    let r = 0.6
    for replication in 0..<5_000 {
      var draws = ReplicationStream(seed: 13, replication: replication)
        .draws(EntityID("pair"), .parameter)
      let x = StandardNormal.quantile(draws.uniform())
      let y = StandardNormal.quantile(draws.uniform())
      first.insert(x)
      second.insert(r * x + (1 - r * r).squareRoot() * y)
    }
    let found = try #require(Ranks(first).correlation(with: Ranks(second)))
    #expect(found.count == LeadingSample.usualLimit)
    // arcsin 0.3 = 0.30469265401539750.
    #expect(found.interval(confidence: 1 - 1e-6).contains(6 / Double.pi * 0.304_692_654_015_397_5))
    #expect(found.interval(confidence: 0.95).upperBound - found.value < 0.03)
  }

  @Test func intervalsStayWithinOne() {
    for value in [-1, -0.999, -0.2, 0, 0.5, 1] {
      for count in [2, 4, 50] {
        let interval = RankCorrelation(value: value, count: count).interval(confidence: 0.99)
        #expect(interval.lowerBound >= -1 && interval.upperBound <= 1 && interval.contains(value))
      }
    }
    let mirrored = RankCorrelation(value: -0.4, count: 30).interval(confidence: 0.9)
    let plain = RankCorrelation(value: 0.4, count: 30).interval(confidence: 0.9)
    #expect(agree(-mirrored.lowerBound, plain.upperBound))
  }

  @Test func theFirstReplicationsAreKept() {
    var whole = LeadingSample(limit: 5)
    for value in 0..<9 { whole.insert(Double(value)) }
    var (first, second) = (LeadingSample(limit: 5), LeadingSample(limit: 5))
    for value in 0..<3 { first.insert(Double(value)) }
    for value in 3..<9 { second.insert(Double(value)) }
    first.merge(second)
    #expect(first == whole && whole.values == [0, 1, 2, 3, 4])
    #expect(LeadingSample(limit: -1).limit == 0)
  }
}
