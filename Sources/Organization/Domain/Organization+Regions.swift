extension Organization {
  /// What moves traffic beside its trend: events, then regions that open.
  package var trafficEvents: [TrafficEvent] { events + regions.compactMap(\.step) }

  /// Indices of the services that are used in a region, in the order of the model.
  ///
  /// Where the region does not say, these are the services of tier 1 and 2 that feel its drivers.
  package func services(usedIn region: Region) -> [Int] {
    if let named = region.services { return named.sorted() }
    return services.indices.filter { index in
      let service = services[index]
      guard service.tier <= 2 else { return false }
      return service.traffic.isEmpty || service.traffic.contains { region.feels(driver: $0.driver) }
    }
  }

  /// The regimes that regions bring to each service beside its own, each once, the earliest first.
  package var regionalRegimes: [[RegionalRegime]] {
    var found = [[RegionalRegime]](repeating: [], count: services.count)
    let from = regions.map { region in region.opens.map { max(0, $0 - start) } ?? 0 }
    let inTime = regions.indices.sorted { (from[$0], $0) < (from[$1], $1) }
    for region in inTime where !regions[region].compliance.isEmpty {
      for service in services(usedIn: regions[region]) {
        for regime in regions[region].compliance {
          let isKnown =
            services[service].compliance.contains(regime)
            || found[service].contains { $0.regime == regime }
          if !isKnown {
            found[service].append(
              RegionalRegime(regime: regime, region: region, from: from[region]))
          }
        }
      }
    }
    return found
  }
}

/// A compliance regime that a service has to meet because it is used in a region.
package struct RegionalRegime: Hashable, Sendable {
  package var regime: String
  /// Index into ``Organization/regions`` of the first that asks for it.
  package var region: Int
  /// Month of the plan from which it counts; 0 counts today.
  package var from: Int
}

extension Service {
  /// Whether it keeps data about users, which a law may want to stay where they are: it writes,
  /// transacts or works through batches, or it is under a compliance regime.
  package var keepsData: Bool {
    if !compliance.isEmpty { return true }
    return switch workload {
    case .writeHeavy, .transactional, .batch: true
    case .readHeavy, .realTime: false
    }
  }
}
