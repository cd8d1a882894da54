import CadreTestSupport
import Simulation
import Testing

/// Means, probabilities and differences against sums over all numbers.
@Suite struct MeanEstimateTests {
  private static func estimate(_ values: some Sequence<Double>) -> MeanEstimate {
    values.reduce(into: MeanEstimate()) { $0.insert($1) }
  }

  /// 1...n: mean (n + 1)/2, variance n (n + 1)/12.
  @Test(arguments: [0, 1e9])
  func wholeNumbersHaveTheirMoments(shift: Double) throws {
    let size = 1_000.0
    let found = Self.estimate(stride(from: 1 + shift, through: size + shift, by: 1))
    #expect(found.count == 1_000)
    #expect(agree(found.mean, shift + 500.5))
    let variance = try #require(found.variance)
    let error = try #require(found.standardError)
    // At a shift of 10⁹ a rounding of the mean is 10⁻⁷.
    #expect(abs(variance - size * (size + 1) / 12) < 1e-3)
    #expect(agree(error, (variance / size).squareRoot()))
  }

  @Test func nothingAndOneNumberHaveNoError() {
    #expect(MeanEstimate().standardError == nil && MeanEstimate().mean == 0)
    let one = Self.estimate([0.1])
    #expect(one.mean == 0.1 && one.standardError == nil && one.interval(confidence: 0.9) == nil)
  }

  @Test func aConstantIsExact() {
    let constant = Self.estimate(Array(repeating: 0.1, count: 1_000))
    #expect(constant.mean == 0.1 && constant.standardError == 0)
    #expect(constant.interval(confidence: 0.95) == 0.1...0.1)
  }

  @Test(arguments: 0..<50)
  func blocksPutTogetherAreTheWhole(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let blocks = (0..<random.count(1...6)).map { _ in
      (0..<random.count(0...40)).map { _ in random.number(-3...10) }
    }
    let whole = Self.estimate(blocks.joined())
    let merged = blocks.reduce(into: MeanEstimate()) { $0.merge(Self.estimate($1)) }
    #expect(merged.count == whole.count, "seed \(seed)")
    #expect(agree(merged.mean, whole.mean), "seed \(seed)")
    if let variance = whole.variance {
      #expect(agree(try #require(merged.variance), variance), "seed \(seed)")
    }
  }

  /// Of 2,000 intervals at 90 % as many hold the truth as chance allows.
  @Test func intervalsHoldTheTruthAsOftenAsTheySay() {
    var held = 0
    for replication in 0..<2_000 {
      var draws = ReplicationStream(seed: 5, replication: replication)
        .draws(EntityID("interval"), .parameter)
      let estimate = Self.estimate((0..<100).map { _ in draws.uniform() })
      held += estimate.interval(confidence: 0.9)?.contains(0.5) == true ? 1 : 0
    }
    // Student's 99 degrees instead of the normal curve: 89.7 %.
    #expect(abs(Double(held) / 2_000 - 0.897) < GoodnessOfFit.point * (0.09 / 2_000).squareRoot())
  }

  /// Published by Wilson's formula for 81 of 263, and 0 of 20. [Newcombe 1998, tables I and II]
  @Test func probabilitiesHaveWilsonsInterval() throws {
    let many = ProbabilityEstimate(happened: 81, count: 263).interval(confidence: 0.95)
    #expect(abs(many.lowerBound - 0.2553) < 5e-5 && abs(many.upperBound - 0.3662) < 5e-5)
    let none = ProbabilityEstimate(happened: 0, count: 20).interval(confidence: 0.95)
    #expect(none.lowerBound == 0 && abs(none.upperBound - 0.1611) < 5e-5)
    let all = ProbabilityEstimate(happened: 20, count: 20).interval(confidence: 0.95)
    #expect(all.upperBound == 1 && agree(all.lowerBound, 1 - none.upperBound))
    #expect(ProbabilityEstimate().interval(confidence: 0.95) == 0...1)
    #expect(ProbabilityEstimate().value == nil)
  }

  @Test func probabilitiesCountAndMerge() {
    var (first, second) = (ProbabilityEstimate(), ProbabilityEstimate())
    for replication in 0..<10 { first.insert(replication < 3) }
    for replication in 0..<5 { second.insert(replication < 1) }
    first.merge(second)
    #expect(first == ProbabilityEstimate(happened: 4, count: 15))
  }

  /// The same luck on both sides leaves only what differs: var(a - b) = 0.04 of what it would be.
  @Test func sharedLuckCancels() throws {
    var (shared, apart) = (PairedDifference(), PairedDifference())
    for replication in 0..<4_000 {
      var draws = ReplicationStream(seed: 9, replication: replication)
        .draws(EntityID("pair"), .parameter)
      let (luck, other) = (draws.uniform(), draws.uniform())
      shared.insert(luck, 1.2 * luck + 0.1)
      apart.insert(luck, 1.2 * other + 0.1)
    }
    // a - b = -0.2 u - 0.1: mean -0.2, standard deviation 0.2 / sqrt 12.
    let error = try #require(shared.difference.standardError)
    #expect(abs(shared.difference.mean + 0.2) < GoodnessOfFit.point * error)
    #expect(abs(error / (0.2 / (12 * 4_000.0).squareRoot()) - 1) < 0.05)
    // Apart: the root of (1 + 1.44) / 0.04 = 7.8 times that.
    let larger = try #require(apart.difference.standardError)
    #expect(abs(larger / error - 7.81) < 0.5)
    #expect(shared.probabilityOfLess.value == 1)
  }

  @Test func pairsCountWhoIsLessAndMerge() {
    var (first, second) = (PairedDifference(), PairedDifference())
    for (a, b) in [(1.0, 2.0), (2, 2), (3, 2)] { first.insert(a, b) }
    second.insert(0, 4)
    first.merge(second)
    #expect(first.smaller == 2 && first.equal == 1 && first.count == 4)
    #expect(first.difference.mean == -1)
    #expect(first.probabilityOfLess == ProbabilityEstimate(happened: 2, count: 4))
  }
}
