import Organization

/// The services that a seat carries, weighed by what their tier makes of their work.
struct ServiceWeights {
  /// Indices into ``Organization/services``.
  let services: [Int]
  private let weights: [Double]
  private let sum: Double

  init(_ services: [Int], in organization: Organization) {
    self.services = services
    let factors = organization.assumptions.workFactors
    weights = services.map { factors[organization.services[$0].tier] }
    sum = weights.reduce(0, +)
  }

  /// Share of the work that is at services of which `holds` is true; 0 where there is no work.
  func share(where holds: (Int) -> Bool) -> Double {
    guard sum > 0 else { return 0 }
    return zip(services, weights).reduce(0) { $0 + (holds($1.0) ? $1.1 : 0) } / sum
  }
}
