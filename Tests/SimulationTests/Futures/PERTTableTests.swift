import Organization
import Simulation
import Testing

@Suite struct PERTTableTests {
  @Test(arguments: [
    ThreePoint(low: 0, likely: 0.5, high: 1), ThreePoint(low: 0, likely: 0, high: 1),
    ThreePoint(low: 0, likely: 1, high: 1), ThreePoint(low: 10, likely: 11, high: 30),
    ThreePoint(low: -5, likely: 4.9, high: 5), ThreePoint(low: 0.07, likely: 0.25, high: 0.42),
  ])
  func quantilesErrByLessThanATenThousandthOfTheRange(estimate: ThreePoint) {
    let table = PERTTable(estimate)
    let exact = PERT(estimate)
    var last = estimate.low
    var worst = 0.0
    let tails = [1e-12, 1e-9, 1e-6, 1e-4]
    let middle = (1..<2_000).map { Double($0) / 2_000 }
    for probability in tails + middle + tails.reversed().map({ 1 - $0 }) {
      let value = table.quantile(probability)
      worst = max(worst, abs(value - exact.quantile(probability)))
      #expect(value >= last)
      last = value
    }
    #expect(worst < 1e-4 * (estimate.high - estimate.low))
  }

  @Test func whatIsKnownIsNotDrawn() {
    #expect(PERTTable(ThreePoint(7)).quantile(0.3) == 7)
  }
}
