package import Organization

/// Today's pages of each service, with counted histories shrunk towards the organisation's mean.
package struct PageRates {
  /// The Gamma prior of the organisation's counted services.
  private let prior: GammaPrior
  private let unknown: Assumptions.ByTier

  /// - Complexity: O(services).
  package init(_ organization: Organization) { self.init(organization, like: nil) }

  /// The same where `other` is of the same organisation with other estimates; counts are none.
  init(_ organization: Organization, like other: PageRates?) {
    prior =
      other?.prior
      ?? GammaPrior(
        counts: organization.services.compactMap { service in
          switch service.pages {
          case .counted(let pages, let months): (pages, months)
          case .rate, .unknown: nil
          }
        })
    unknown = organization.assumptions.pages
  }

  package func today(of service: Service) -> Double {
    switch service.pages {
    case .rate(let rate): rate.mean
    case .unknown: unknown[service.tier]
    case .counted(let pages, let months): prior.posteriorMean(pages: pages, months: months)
    }
  }
}

/// A Gamma distribution of page rates over services, fitted by moments.
///
/// The variance of rates is what the variance of counts has beyond Poisson; where it has none all
/// services are taken to share one rate. [Robbins 1956; Carlin & Louis 2009, empirical Bayes]
package struct GammaPrior: Hashable, Sendable {
  /// Mean pages per month.
  package let mean: Double
  /// Months of observation that the prior is worth; infinite where services do not differ.
  package let months: Double

  package init(counts: [(pages: Int, months: Double)]) {
    let time = counts.reduce(0) { $0 + $1.months }
    let pages = counts.reduce(0) { $0 + Double($1.pages) }
    let mean = time > 0 ? pages / time : 0
    var spread = 0.0
    var lost = 0.0
    for count in counts where count.months > 0 {
      let deviation = Double(count.pages) / count.months - mean
      spread += count.months * deviation * deviation
      lost += count.months * count.months
    }
    // E[spread] = (n-1) mean + variance (time - sum months^2 / time) for true rates' variance.
    let excess = spread - Double(counts.count - 1) * mean
    let weight = time - (time > 0 ? lost / time : 0)
    let variance = weight > 0 ? max(0, excess / weight) : 0
    self.mean = mean
    months = variance > 0 ? mean / variance : .infinity
  }

  package func posteriorMean(pages: Int, months observed: Double) -> Double {
    guard months.isFinite else { return mean }
    return (mean * months + Double(pages)) / (months + observed)
  }
}
