import CadreTestSupport
import Simulation
import Testing

/// Quantiles in little memory against those of the sorted numbers.
@Suite struct QuantileSketchTests {
  private static let shares = [0, 0.001, 0.05, 0.25, 0.5, 0.9, 0.95, 0.999, 1]

  private static func sketch(_ values: some Sequence<Double>) -> QuantileSketch {
    values.reduce(into: QuantileSketch()) { $0.insert($1) }
  }

  private static func exact(_ share: Double, of sorted: [Double]) -> Double {
    // The same rule by whole numbers: shares here are thousandths.
    let thousandths = Int((share * 1_000).rounded())
    let rank = (thousandths * sorted.count + 999) / 1_000
    return sorted[max(rank, 1) - 1]
  }

  /// Numbers of both signs, of widely different size, many equal, some zero.
  @Test(arguments: 0..<60)
  func isWithinItsErrorOfTheSortedNumbers(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let scale = random.number(-5...12)
    let values = (0..<random.count(1...800)).map { _ in
      let size = power(10, random.number(-3...3) + scale)
      return random.choice(of: [size, -size, 0, 3, power(10, scale)], or: 0)
    }
    let sketch = Self.sketch(values)
    let sorted = values.sorted()
    #expect(sketch.count == values.count)
    for share in Self.shares {
      let found = try #require(sketch.quantile(share))
      let expected = Self.exact(share, of: sorted)
      #expect(
        abs(found - expected) <= abs(expected) * QuantileSketch.relativeError,
        "seed \(seed), share \(share)")
    }
    #expect(sketch.quantile(0) == sorted.first && sketch.quantile(1) == sorted.last)
  }

  /// Many at once are counted as they would be one by one, whatever is among them.
  @Test(arguments: 0..<60)
  func takesManyAtOnce(seed: Int) {
    var random = SeededRandom(seed: seed)
    let odd = [[], [0], [0, 3], [-2, 0, 1e-12], [.nan], [.infinity, 0x1p53], [-1e-12]]
    let some = random.choice(of: odd, or: [])
    var (oneByOne, atOnce) = (QuantileSketch(), QuantileSketch())
    var (mean, meanAtOnce) = (MeanEstimate(), MeanEstimate())
    for _ in 0..<random.count(1...12) {
      let scale = random.number(-12...22)
      let values = (0..<random.count(0...40)).map { _ in
        let size = power(10, scale + random.number(-1...1))
        return random.choice(of: some + [size, size.rounded()], or: 0)
      }
      for value in values {
        oneByOne.insert(value)
        mean.insert(value)
      }
      atOnce.insert(contentsOf: values[...])
      meanAtOnce.insert(contentsOf: values[...])
    }
    #expect(oneByOne == atOnce, "seed \(seed)")
    #expect(mean == meanAtOnce || mean.mean.isNaN || !mean.mean.isFinite, "seed \(seed)")
  }

  /// The bound itself is met right where buckets begin and end.
  @Test func theWorstNumbersKeepTheBound() throws {
    for exponent in -33...63 {
      let base = power(2, Double(exponent))
      for step in 0..<128 {
        let lower = base * (1 + Double(step) / 128)
        for number in [lower, (base * (1 + Double(step + 1) / 128)).nextDown] {
          // Two others, so that the one in between is not known as an end.
          let sketch = Self.sketch([number, 0, 0x1p70])
          let found = try #require(sketch.quantile(0.5))
          #expect(abs(found / number - 1) <= QuantileSketch.relativeError)
        }
      }
    }
  }

  @Test func equalNumbersAreExact() {
    let sketch = Self.sketch(Array(repeating: 0.3, count: 100))
    #expect(Self.shares.allSatisfy { sketch.quantile($0) == 0.3 })
    #expect(sketch.interval(0.5, confidence: 0.95) == 0.3...0.3)
  }

  @Test(arguments: 0..<40)
  func theOrderOfBlocksDoesNotMatter(seed: Int) {
    var random = SeededRandom(seed: seed)
    let blocks = (0..<4).map { _ in
      (0..<random.count(0...60)).map { _ in
        (random.chance(0.3) ? -1 : 1) * power(2, random.number(-40...70))
      }
    }
    let whole = Self.sketch(blocks.joined())
    var forwards = QuantileSketch()
    for block in blocks { forwards.merge(Self.sketch(block)) }
    var backwards = QuantileSketch()
    for block in blocks.reversed() { backwards.merge(Self.sketch(block.reversed())) }
    #expect(forwards == whole && backwards == whole, "seed \(seed)")
  }

  @Test func oddNumbersDoNoHarm() {
    #expect(QuantileSketch().quantile(0.5) == nil)
    #expect(QuantileSketch().interval(0.5, confidence: 0.9) == nil)
    let sketch = Self.sketch([
      .nan, .infinity, -.infinity, 0, -0.0, 1e-300, -1e-300, 1e300, -1e300,
    ])
    #expect(sketch.undefined == 1 && sketch.count == 8)
    #expect(sketch.quantile(0) == -.infinity && sketch.quantile(1) == .infinity)
    #expect(sketch.quantile(0.5) == 0)
    #expect(sketch.quantile(-1) == -.infinity && sketch.quantile(2) == .infinity)
    #expect(sketch.quantile(.nan) == -.infinity)
  }

  /// Uniform numbers, whose quantile at a share is the share.
  @Test func intervalsHoldTheTruthAsOftenAsTheySay() {
    var held = 0
    for replication in 0..<1_000 {
      var draws = ReplicationStream(seed: 6, replication: replication)
        .draws(EntityID("interval"), .parameter)
      let sketch = Self.sketch((0..<400).map { _ in draws.uniform() })
      let interval = sketch.interval(0.9, confidence: 0.9)
      held += interval?.contains(0.9) == true ? 1 : 0
    }
    // Whole ranks make it hold a little more often than it says, never less; 0.4 % of 0.9 is half of
    // what a rank is worth.
    let error = GoodnessOfFit.point * (0.09 / 1_000).squareRoot()
    #expect(Double(held) / 1_000 > 0.9 - error && Double(held) / 1_000 < 0.95 + error)
  }

  @Test func wholeNumbersAreExactUpToTheDigits() {
    for sign in [1.0, -1] {
      var sketch = QuantileSketch()
      for number in 0..<256 { sketch.insert(sign * Double(number)) }
      for rank in 0..<256 {
        let expected = sign > 0 ? Double(rank) : Double(rank - 255)
        #expect(sketch.quantile((Double(rank) + 0.5) / 256) == expected)
      }
    }
    var finer = QuantileSketch(digits: 12)
    for number in 4_000..<8_192 { finer.insert(Double(number)) }
    #expect(finer.quantile(3_000.5 / 4_192) == 7_000)
  }

  /// Money that varies by half a per cent, as the cost of a whole plan does.
  @Test func moreDigitsTellMoneyApart() {
    var sketch = QuantileSketch(digits: 12)
    for step in 0..<10_000 { sketch.insert(13_570_000.5 + 20 * Double(step)) }
    for share in [0.1, 0.5, 0.9] {
      let exact = 13_570_000.5 + 20 * (share * 10_000 - 1)
      #expect(abs((sketch.quantile(share) ?? 0) / exact - 1) < 0x1p-13)
    }
  }
}
