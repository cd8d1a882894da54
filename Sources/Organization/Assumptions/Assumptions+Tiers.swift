extension Assumptions {
  /// A number for each tier of services.
  package struct ByTier: Hashable, Sendable {
    private let values: [Double]

    fileprivate init(_ rows: [AssumptionID], in assumptions: Assumptions) {
      values = rows.map { assumptions[$0] }
    }

    /// That of a tier; beyond the first and the last tier as there.
    package subscript(tier: Int) -> Double { values[min(max(tier, 1), values.count) - 1] }
  }

  /// Work at a service relative to one of tier 2.
  package var workFactors: ByTier {
    ByTier([.workTierFactor1, .workTierFactor2, .workTierFactor3, .workTierFactor4], in: self)
  }

  /// Pages a month of a service whose own are not known.
  package var pages: ByTier {
    ByTier(
      [.incidentsPagesTier1, .incidentsPagesTier2, .incidentsPagesTier3, .incidentsPagesTier4],
      in: self)
  }

  /// Share of requests that a service is to answer.
  package var slos: ByTier {
    ByTier([.metricsSloTier1, .metricsSloTier2, .metricsSloTier3, .metricsSloTier4], in: self)
  }

  /// Least share of the hours done that is reliability work.
  package var reliabilityFloors: ByTier {
    ByTier(
      [
        .reliabilityFloorTier1, .reliabilityFloorTier2, .reliabilityFloorTier3,
        .reliabilityFloorTier4,
      ], in: self)
  }
}
