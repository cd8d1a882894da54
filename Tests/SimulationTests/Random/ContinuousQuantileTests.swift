import Organization
import Simulation
import Testing

/// Quantiles of quantities against forty-digit arithmetic, and at their ends.
@Suite struct ContinuousQuantileTests {
  /// The numbers of a stream that lie furthest out, and some between.
  static let uniforms =
    [0x1p-53, 0x1p-40, 0.001, 0.1, 0.3, 0.5, 0.7, 0.999, 1 - 0x1p-40, 1 - 0x1p-53]

  @Test func normalAgreesWithTheReference() {
    for row in ReferenceTable(PackageResources.normal_csv).rows {
      #expect(abs(StandardNormal.quantile(row[0]) / row[1] - 1) < 1e-15, "\(row)")
    }
    #expect(StandardNormal.quantile(0.5) == 0)
    #expect(StandardNormal.quantile(0) == -.infinity && StandardNormal.quantile(1) == .infinity)
  }

  @Test(arguments: uniforms)
  func normalIsSymmetric(uniform: Double) {
    #expect(StandardNormal.quantile(uniform) == -StandardNormal.quantile(1 - uniform))
  }

  @Test func gammaAgreesWithTheReference() {
    let rows = ReferenceTable(PackageResources.gamma_quantiles_csv).rows
    #expect(rows.count == 49)
    for row in rows {
      let found = Gamma(mean: row[0], shape: row[0]).quantile(row[1])
      // 1 - p has a rounding of its own, which the tail shows as 1.1e-16 / (1 - p).
      let tolerance = 1e-13 + 2e-14 / row[0] + 2e-16 / (1 - row[1]) / row[0]
      #expect(abs(found / row[2] - 1) < tolerance, "\(row) \(found)")
    }
  }

  @Test func pertAgreesWithTheReference() {
    let rows = ReferenceTable(PackageResources.pert_quantiles_csv).rows
    #expect(rows.count == 42)
    for row in rows {
      let pert = PERT(ThreePoint(low: 0, likely: row[0], high: 1))
      let found = pert.quantile(row[1])
      let tolerance = 1e-13 + 2e-16 / (1 - row[1])
      #expect(abs(found - row[2]) < tolerance * min(row[2], 1), "\(row) \(found)")
    }
  }

  /// With the mode at an end PERT is a power, 1 - (1 - x)⁵.
  @Test(arguments: uniforms)
  func pertWithItsModeAtAnEndIsAPower(uniform: Double) {
    let low = PERT(ThreePoint(low: 0, likely: 0, high: 1)).quantile(uniform)
    let high = PERT(ThreePoint(low: 0, likely: 1, high: 1)).quantile(uniform)
    #expect(abs(low - (1 - power(1 - uniform, 0.2))) < 2e-15)
    #expect(abs(high - power(uniform, 0.2)) < 2e-15)
  }

  /// Scaling and shifting an estimate scale and shift what is drawn from it.
  @Test(arguments: uniforms)
  func pertFollowsItsEstimate(uniform: Double) {
    let estimate = ThreePoint(low: 2, likely: 5, high: 6)
    let wide = ThreePoint(low: 198, likely: 795, high: 994)
    let (value, other) = (PERT(estimate).quantile(uniform), PERT(wide).quantile(uniform))
    #expect(abs(other - (199 * value - 200)) < 1e-10)
    // The mirror image has the mirrored quantiles.
    let mirrored = PERT(estimate.scaled(by: -1)).quantile(1 - uniform)
    #expect(abs(mirrored + value) < 1e-14)
  }

  @Test func degenerateEstimatesAreCertain() {
    for uniform in Self.uniforms {
      #expect(PERT(ThreePoint(3)).quantile(uniform) == 3)
      let narrow = ThreePoint(low: 1, likely: 1, high: 1.0.nextUp)
      #expect([1, 1.0.nextUp].contains(PERT(narrow).quantile(uniform)))
      let smallest = ThreePoint(low: 0, likely: 0, high: .leastNonzeroMagnitude)
      #expect([0, .leastNonzeroMagnitude].contains(PERT(smallest).quantile(uniform)))
      let vast = ThreePoint(
        low: -.greatestFiniteMagnitude, likely: 0, high: .greatestFiniteMagnitude)
      #expect(PERT(vast).quantile(uniform).isFinite)
      #expect(Lognormal(median: 0, sigma: 2).quantile(uniform) == 0)
      #expect(Lognormal(median: 4, sigma: 0).quantile(uniform) == 4)
      #expect(Lognormal(median: 1e300, sigma: 900).quantile(uniform).isFinite)
      #expect(Exponential(mean: 0).quantile(uniform) == 0)
      #expect(Gamma(mean: 0, shape: 3).quantile(uniform) == 0)
      for shape in [1e-300, 1e-3, 1e18, 1e300] {
        let value = Gamma(mean: 2, shape: shape).quantile(uniform)
        #expect(value >= 0 && value.isFinite, "\(shape) \(uniform)")
        if shape > 1 { #expect(abs(value - 2) < 1e-7) }
      }
    }
  }

  @Test(arguments: uniforms)
  func exponentialIsTheGammaOfShapeOne(uniform: Double) {
    let value = Exponential(mean: 3).quantile(uniform)
    #expect(abs(value / Gamma(mean: 3, shape: 1).quantile(uniform) - 1) < 1e-13)
    #expect(abs(exponential(-value / 3) - (1 - uniform)) < 1e-15)
  }

  @Test func lognormalHasItsMeanAndSpread() {
    let lognormal = Lognormal(mean: 60, coefficientOfVariation: 0.5)
    #expect(abs(lognormal.mean - 60) < 1e-12)
    // ln(1 + 0.5²) is the variance of the logarithm.
    #expect(abs(lognormal.sigma * lognormal.sigma - logarithm(1.25)) < 1e-15)
    #expect(lognormal.quantile(0.5) == lognormal.median)
  }
}
