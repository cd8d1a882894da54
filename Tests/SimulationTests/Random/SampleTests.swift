import Organization
import Simulation
import Testing

/// Samples of a stream against the laws that they are drawn from.
@Suite struct SampleTests {
  private static let size = 20_000

  private static func uniforms(_ purpose: String) -> [Double] {
    var draws = ReplicationStream(seed: 2026, replication: 0)
      .draws(EntityID("test", purpose), .parameter)
    return (0..<size).map { _ in draws.uniform() }
  }

  @Test func uniformsAreUniform() {
    let numbers = Self.uniforms("uniform")
    #expect(GoodnessOfFit.isPlausible(numbers) { $0 })
    #expect(GoodnessOfFit.meanIsPlausible(numbers, mean: 0.5, variance: 1.0 / 12))
  }

  /// The tests of fit must themselves be able to fail, and for errors of a few hundredths.
  @Test func theTestOfFitSeesWhatIsWrong() {
    let numbers = Self.uniforms("uniform").map { power($0, 1.1) }
    #expect(!GoodnessOfFit.isPlausible(numbers) { $0 })
    let counts = Self.uniforms("counts").reduce(into: [0, 0, 0]) { $0[Int(min(2, 3.1 * $1))] += 1 }
    let thirds = Array(repeating: 1.0 / 3, count: 3)
    #expect(!GoodnessOfFit.chiSquareIsPlausible(counts, probabilities: thirds))
  }

  @Test(arguments: [0.4, 3, 30], [1.0, 1.6, 5])
  func countsFitTheirProbabilities(mean: Double, ratio: Double) {
    let law = NegativeBinomial(mean: mean, varianceToMean: ratio)
    let numbers = Self.uniforms("counts").map { law.quantile($0) }
    let cells = numbers.reduce(into: Array(repeating: 0, count: 600)) { $0[min($1, 599)] += 1 }
    let probabilities = (0..<600).map { law.probability(of: $0) }
    #expect(GoodnessOfFit.chiSquareIsPlausible(cells, probabilities: probabilities))
    let variance = mean * ratio
    #expect(
      GoodnessOfFit.meanIsPlausible(numbers.map(Double.init), mean: mean, variance: variance))
  }

  /// Second moments too; the variance of a squared deviation is from the fourth central moment.
  @Test(arguments: [12, 300, 5000])
  func successesHaveTheBinomialMoments(trials: Int) {
    let (n, p) = (Double(trials), 0.23)
    let variance = n * p * (1 - p)
    let law = Binomial(trials: trials, probability: p)
    let numbers = Self.uniforms("successes").map { Double(law.quantile($0)) }
    #expect(GoodnessOfFit.meanIsPlausible(numbers, mean: n * p, variance: variance))
    let squares = numbers.map { ($0 - n * p) * ($0 - n * p) }
    let fourth = variance * (1 + 3 * variance * (1 - 2 / n))
    #expect(
      GoodnessOfFit.meanIsPlausible(
        squares, mean: variance, variance: fourth - variance * variance))
  }

  /// Through the known moments, and through the distribution function where there is a closed one.
  @Test func quantitiesHaveTheirMoments() {
    let luck = Self.uniforms("quantities")
    let normal = luck.map { StandardNormal.quantile($0) }
    #expect(GoodnessOfFit.meanIsPlausible(normal, mean: 0, variance: 1))
    #expect(GoodnessOfFit.meanIsPlausible(normal.map { $0 * $0 }, mean: 1, variance: 2))
    let gamma = luck.map { Gamma(mean: 6, shape: 1.5).quantile($0) }
    #expect(GoodnessOfFit.meanIsPlausible(gamma, mean: 6, variance: 24))
    let lognormal = Lognormal(mean: 60, coefficientOfVariation: 0.5)
    let days = luck.map { lognormal.quantile($0) }
    #expect(GoodnessOfFit.meanIsPlausible(days, mean: 60, variance: 900))
    let exponential = luck.map { Exponential(mean: 2).quantile($0) }
    #expect(GoodnessOfFit.isPlausible(exponential) { 1 - Simulation.exponential(-$0 / 2) })
  }

  /// Beta of a = 1 + 4 (likely - low)/(high - low), b = 6 - a: variance a b / (36 · 7).
  @Test(arguments: [0.0, 1, 2.5, 4])
  func estimatesHaveTheMomentsOfPERT(likely: Double) {
    let estimate = ThreePoint(low: 0, likely: likely, high: 4)
    let law = PERT(estimate)
    let numbers = Self.uniforms("estimate").prefix(4_000).map { law.quantile($0) }
    let (a, b) = (1 + likely, 5 - likely)
    #expect(
      GoodnessOfFit.meanIsPlausible(numbers, mean: estimate.mean, variance: 16 * a * b / 252))
  }
}
