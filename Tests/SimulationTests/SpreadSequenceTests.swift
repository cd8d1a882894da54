import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// Numbers that take the place of chance, and the distribution that they go through.
@Suite struct SpreadSequenceTests {
  @Test func isTheRadicalInverse() {
    let halves = (0..<7).map { SpreadSequence.value($0, base: 2) }
    #expect(halves == [0.5, 0.25, 0.75, 0.125, 0.625, 0.375, 0.875])
    #expect(agree(SpreadSequence.value(3, base: 3), 1.0 / 9 + 1.0 / 3))
  }

  /// Of the first `base` to the power of k less one, every cell but the first has just one.
  @Test(arguments: [2, 3, 5])
  func fillsEveryCellOnce(base: Int) {
    let cells = base * base * base
    let values = (0..<(cells - 1)).map { SpreadSequence.value($0, base: base) }
    let filled = Set(values.map { Int(($0 * Double(cells)).rounded()) })
    #expect(filled == Set(1..<cells))
    #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test func quantilesOfATriangle() {
    let skewed = ThreePoint(low: 0, likely: 1, high: 4)
    #expect(skewed.quantile(0) == 0 && skewed.quantile(1) == 4)
    // A quarter lies below the mode, and half of the right triangle's area from there on.
    #expect(agree(skewed.quantile(0.25), 1))
    #expect(agree(skewed.quantile(0.5), 4 - 6.0.squareRoot()))
    #expect(ThreePoint(3).quantile(0.9) == 3)
  }

  @Test(arguments: 0..<50)
  func quantilesGrowAndStayWithinTheEnds(seed: Int) {
    var random = SeededRandom(seed: seed)
    let low = random.number(-1...1)
    let likely = low + (random.chance(0.2) ? 0 : random.number(0...2))
    let high = likely + (random.chance(0.2) ? 0 : random.number(0...2))
    let estimate = ThreePoint(low: low, likely: likely, high: high)
    let values = (0...100).map { estimate.quantile(Double($0) / 100) }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 }, "seed \(seed)")
    #expect(values.allSatisfy { $0 >= low - 1e-12 && $0 <= high + 1e-12 }, "seed \(seed)")
  }
}
