import Simulation
import Testing

/// Quantiles of counts against an independent library, and their laws.
@Suite struct CountQuantileTests {
  @Test func poissonAgreesWithTheReference() {
    let rows = ReferenceTable(PackageResources.poisson_quantiles_csv).rows
    #expect(rows.count == 56)
    for row in rows { #expect(Poisson(mean: row[0]).quantile(row[1]) == Int(row[2]), "\(row)") }
  }

  @Test func binomialAgreesWithTheReference() {
    let rows = ReferenceTable(PackageResources.binomial_quantiles_csv).rows
    #expect(rows.count == 63)
    for row in rows {
      let binomial = Binomial(trials: Int(row[0]), probability: row[1])
      #expect(binomial.quantile(row[2]) == Int(row[3]), "\(row)")
    }
  }

  @Test func negativeBinomialAgreesWithTheReference() {
    let rows = ReferenceTable(PackageResources.negative_binomial_quantiles_csv).rows
    #expect(rows.count == 63)
    for row in rows {
      let pages = NegativeBinomial(mean: row[0], varianceToMean: row[1])
      #expect(pages.quantile(row[2]) == Int(row[3]), "\(row)")
    }
  }

  /// The quantile turns the cumulated probabilities round, at their very steps.
  @Test(arguments: [0.3, 4, 63, 80], [1.0, 1.7, 12])
  func turnsTheDistributionFunctionRound(mean: Double, ratio: Double) {
    let pages = NegativeBinomial(mean: mean, varianceToMean: ratio)
    for count in 0..<Int(2 * mean + 4) {
      let reached = 1 - pages.probabilityOfMore(than: count)
      guard reached > 1e-9 && reached < 1 - 1e-9 else { continue }
      #expect(pages.quantile(reached - 1e-12) == count)
      #expect(pages.quantile(reached + 1e-12) == count + 1)
    }
  }

  /// More luck never gives less, nor does a larger mean: scenarios that share luck stay in order.
  @Test func isMonotoneInLuckAndInTheMean() {
    var uniforms = (1..<400).map { Double($0) / 400 }
    uniforms += ContinuousQuantileTests.uniforms.suffix(2)
    let means: [Double] = [0, 0.01, 0.7, 3, 20, 63.999, 64, 64.001, 90, 400, 401, 1e4, 1e6]
    for ratio: Double in [1, 1.4, 6, 300] {
      var before = Array(repeating: 0, count: uniforms.count)
      for mean in means {
        let law = NegativeBinomial(mean: mean, varianceToMean: ratio)
        let counts = uniforms.map { law.quantile($0) }
        #expect(zip(counts, counts.dropFirst()).allSatisfy(<=), "\(mean) \(ratio)")
        #expect(zip(before, counts).allSatisfy(<=), "\(mean) \(ratio)")
        before = counts
      }
    }
  }

  @Test(arguments: [1, 7, 40, 1000])
  func moreLikelyTrialsNeverSucceedLess(trials: Int) {
    for uniform in ContinuousQuantileTests.uniforms {
      let counts = (0...100).map {
        Binomial(trials: trials, probability: Double($0) / 100).quantile(uniform)
      }
      #expect(counts.first == 0 && counts.last == trials)
      #expect(zip(counts, counts.dropFirst()).allSatisfy(<=), "\(uniform)")
    }
  }

  @Test(arguments: ContinuousQuantileTests.uniforms)
  func oneTrialIsYesOrNo(uniform: Double) {
    for probability in [0, 1e-9, 0.3, 0.5, 0.8, 1] {
      let once = Binomial(trials: 1, probability: probability).quantile(uniform)
      #expect((once == 1) == Bernoulli(probability: probability).quantile(uniform))
    }
    #expect(Binomial(trials: 0, probability: 0.5).quantile(uniform) == 0)
    #expect(Poisson(mean: 0).quantile(uniform) == 0)
    #expect(NegativeBinomial(mean: 0, varianceToMean: 3).quantile(uniform) == 0)
  }

  /// Parameters that nobody means still end at once, with a count.
  @Test(arguments: [1e-300, 1e-9, 50, 1e9, 1e15, 1e300], ContinuousQuantileTests.uniforms)
  func absurdParametersEnd(size: Double, uniform: Double) {
    #expect(Poisson(mean: size).quantile(uniform) >= 0)
    for ratio: Double in [1, 1 + 1e-8, 1 + 1e-12, 2, 1e6, 1e300, .infinity] {
      #expect(NegativeBinomial(mean: size, varianceToMean: ratio).quantile(uniform) >= 0)
    }
    #expect(NegativeBinomial(mean: .infinity, varianceToMean: 2).quantile(uniform) > 1 << 60)
    for probability: Double in [1e-300, 1e-12, 0.5, 1 - 0x1p-53] {
      let count = Binomial(trials: .max, probability: probability).quantile(uniform)
      #expect(count >= 0)
    }
  }

  /// A large mean is met to the count: mean + z deviations + (z² - 1)/6 of the skewness.
  @Test(arguments: [-3.0, -1, 0, 2, 5])
  func largeMeansFollowTheNormalCurve(z: Double) {
    // The normal distribution function at z is the probability whose quantile it is.
    let probabilities: [Double: Double] = [
      -3: 0.0013498980316300933, -1: 0.15865525393145705, 0: 0.5, 2: 0.97724986805182079,
      5: 0.99999971334842813,
    ]
    let uniform = probabilities[z] ?? 0.5
    let mean = 1e12
    let found = Double(Poisson(mean: mean).quantile(uniform))
    #expect(abs(found - (mean + 1e6 * z + (z * z - 1) / 6)) < 2)
  }
}
