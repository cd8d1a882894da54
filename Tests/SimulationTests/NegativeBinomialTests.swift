import CadreTestSupport
import Simulation
import Testing

/// Bursty counts, against a table of the closed form and the moments that define them.
@Suite struct NegativeBinomialTests {
  @Test func agreesWithTheReference() {
    let table = ReferenceTable(PackageResources.negative_binomial_csv)
    #expect(table.rows.count == 30)
    for row in table.rows {
      let pages = NegativeBinomial(mean: row[0], varianceToMean: row[1])
      for count in 0...3 {
        #expect(abs(pages.probability(of: count) - row[2 + count]) < 1e-9, "\(row)")
      }
      #expect(abs(pages.probabilityOfMore(than: 2) - row[6]) < 1e-9, "\(row)")
      #expect(abs(pages.probabilityOfMore(than: 4) - row[7]) < 1e-9, "\(row)")
    }
  }

  @Test(arguments: [0.3, 2, 7], [1.0, 1.6, 3])
  func hasTheMomentsItIsNamedBy(mean: Double, ratio: Double) {
    let pages = NegativeBinomial(mean: mean, varianceToMean: ratio)
    var (sum, first, second) = (0.0, 0.0, 0.0)
    // Beyond 400 there is less than 1e-30 of any of these.
    for count in 0..<400 {
      let probability = pages.probability(of: count)
      sum += probability
      first += probability * Double(count)
      second += probability * Double(count * count)
    }
    #expect(agree(sum, 1) && agree(first, mean))
    #expect(agree(second - first * first, mean * ratio))
  }

  @Test func noPagesMeanNoBadShift() {
    #expect(NegativeBinomial(mean: 0, varianceToMean: 2).probabilityOfMore(than: 0) == 0)
  }

  @Test func sizeAndRatioSayTheSame() {
    let bySize = NegativeBinomial(mean: 2, size: 1.3)
    // Published values for mean 2 and size 1.3.
    for (count, expected) in [0.2978915857, 0.2347024614, 0.1635805034].enumerated() {
      #expect(abs(bySize.probability(of: count) - expected) < 1e-9)
    }
  }

  /// A team that averages what a shift may have breaks the limit in a third of its shifts.
  @Test func theMeanIsNoSafetyMargin() {
    let tight = NegativeBinomial(mean: 0.61, varianceToMean: 1.5).probabilityOfMore(than: 2)
    #expect(abs(tight - 0.05) < 0.001)
    let average = NegativeBinomial(mean: 2, varianceToMean: 1.5).probabilityOfMore(than: 2)
    #expect(average > 0.3)
  }
}
