/// Something that moves traffic beside its trend.
package struct TrafficEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A known peak: multipliers on mean and peak traffic while it lasts.
    case campaign(month: YearMonth, days: Double, mean: ThreePoint, peak: ThreePoint, yearly: Bool)
    /// A launch or a new region: traffic rises by a fraction from a month on.
    case step(from: YearMonth, level: ThreePoint)
    /// Unplanned spikes: how many a year, how many times normal, for how many days.
    case viral(perYear: ThreePoint, size: ThreePoint, days: ThreePoint)
  }

  package var id: String
  /// Indices into ``Organization/drivers``; empty means all.
  package var drivers: [Int]
  package var kind: Kind
  /// Days in which teams that feel it release nothing new; 0 for all but campaigns.
  package var freezeDays: ThreePoint

  package init(
    id: String, drivers: [Int] = [], kind: Kind, freezeDays: ThreePoint = ThreePoint(0)
  ) {
    self.id = id
    self.drivers = drivers
    self.kind = kind
    self.freezeDays = freezeDays
  }

  /// Whether a service feels it: services and events that name no driver mean all of them, and a
  /// driver without weight moves nothing.
  package func isFelt(by service: Service) -> Bool {
    drivers.isEmpty || service.traffic.isEmpty
      || service.traffic.contains { $0.weight > 0 && drivers.contains($0.driver) }
  }
}
