import Testing

@testable import Simulation

/// Distribution functions against forty-digit arithmetic, from tiny parameters to huge ones.
@Suite struct TailsTests {
  @Test func gammaTailsAgreeWithTheReference() {
    let table = ReferenceTable(PackageResources.gamma_tails_csv)
    #expect(table.rows.count > 40)
    for row in table.rows {
      let tails = IncompleteGamma.tails(shape: row[0], at: row[1])
      #expect(Self.agree(tails, row[2], row[3], size: row[0]), "\(row) \(tails)")
    }
  }

  @Test func betaTailsAgreeWithTheReference() {
    let table = ReferenceTable(PackageResources.beta_tails_csv)
    #expect(table.rows.count > 40)
    for row in table.rows {
      let tails = IncompleteBeta.tails(row[0], row[1], at: row[2], rest: 1 - row[2])
      #expect(Self.agree(tails, row[3], row[4], size: row[0] + row[1]), "\(row) \(tails)")
    }
  }

  /// In a distribution of `size` events a rounding of the point moves the tails by sqrt(size) as much,
  /// and the logarithm of a tail 8 deviations out by 8 times that.
  private static func agree(
    _ tails: Tails, _ lower: Double, _ upper: Double, size: Double
  ) -> Bool {
    let tolerance = 2e-14 + 2e-15 * max(1, size).squareRoot()
    return [(tails.lower, lower), (tails.upper, upper)].allSatisfy { found, expected in
      abs(found - expected) <= tolerance * (expected < 1e-3 ? expected : 1)
    }
  }

  @Test(arguments: [0.3, 1, 17, 400], [1.0, 2.5, 60])
  func theTwoKindsOfTailsMeet(shape: Double, x: Double) {
    // Gamma as the limit of Beta: many trials that hardly ever succeed.
    let trials = 1e13
    let beta = IncompleteBeta.tails(shape, trials, at: x / trials, rest: 1 - x / trials)
    let gamma = IncompleteGamma.tails(shape: shape, at: x)
    #expect(abs(beta.lower - gamma.lower) < 1e-9 && abs(beta.upper - gamma.upper) < 1e-9)
  }

  @Test(arguments: [1e-300, 1e-9, 0.5, 150, 1e9, 1e18, 1e300])
  func tailsOfAnythingArePairsOfProbabilities(parameter: Double) {
    for other in [1e-300, 1e-3, 1, 200, 1e18] {
      for x in [0, 1e-300, 1e-9, 0.3, 0.5, 1 - 1e-9, 1] {
        let beta = IncompleteBeta.tails(parameter, other, at: x, rest: 1 - x)
        let gamma = IncompleteGamma.tails(shape: parameter, at: other * x)
        for tails in [beta, gamma] {
          #expect(
            tails.lower >= 0 && tails.upper >= 0 && abs(tails.lower + tails.upper - 1) < 1e-15,
            "\(other) \(x)")
        }
      }
    }
  }

  @Test func factorialsOfWholeNumbers() {
    var factorial = 1.0
    for number in 1...30 {
      factorial *= Double(number)
      let found = Stirling.logarithmOfFactorial(Double(number))
      #expect(abs(found - logarithm(factorial)) < 1e-14 * max(1, found), "\(number)")
    }
    // Γ(3/2) is half the root of pi.
    let half = logarithm(Double.pi.squareRoot() / 2)
    #expect(abs(Stirling.logarithmOfFactorial(0.5) - half) < 1e-14)
  }
}
