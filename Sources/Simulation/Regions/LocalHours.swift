import Organization

/// Pages that come at night or off work because users elsewhere are awake then, beside those that
/// home's users make at these hours.
///
/// A class, immutable, because every service asks it every month.
final class LocalHours: Sendable {
  private let months: Int
  /// Where the numbers of each service and owner begin, by place of ``Ownership``.
  private let starts: [Int]
  /// Of a service's pages the share that wakes, by place, set of sites and month, today first; then
  /// the same for free time without sleep, which may be negative where pages come at night instead.
  private let shares: [(sleep: Double, off: Double)]
  /// Whose clocks are how far apart, which no estimate moves.
  private let clocks: Clocks

  /// - Returns: `nil` where no region has users by another clock.
  init?(
    _ parts: StaffingModel.Parts, rules: Rules, ownership: Ownership, teams: [TeamModel],
    like other: StaffingModel?
  ) {
    if other != nil, other?.localHours == nil { return nil }
    guard let clocks = other?.localHours?.clocks ?? Clocks(parts, teams: teams) else { return nil }
    let columns = parts.organization.months + 1
    var starts = [Int]()
    var shares = [(sleep: Double, off: Double)]()
    shares.reserveCapacity(other?.localHours?.shares.count ?? 0)
    for service in parts.services.indices {
      // Pages that come with changes come when the team works, wherever users are.
      let traffic = 1 - parts.services[service].changeShare
      for place in ownership.places(of: service) {
        let team = ownership.team(at: place)
        starts.append(shares.count)
        for set in clocks.overlaps[team].indices {
          let first = shares.count
          for _ in 0..<columns { shares.append((0, 0)) }
          for region in clocks.regions.indices {
            let extra = Self.extra(
              clocks.overlaps[team][set][region].shares(rules), home: teams[team].windows(set),
              rules)
            for column in 0..<columns {
              let part = traffic * clocks.share(of: service, from: region, column: column)
              shares[first + column].sleep += part * extra.sleep
              shares[first + column].off += part * extra.off
            }
          }
        }
      }
    }
    (self.clocks, self.starts, self.shares) = (clocks, starts, shares)
    months = parts.organization.months
  }

  /// What is more at night and off work than of as many pages from home; never less in all.
  private static func extra(
    _ remote: (sleep: Double, off: Double), home windows: RotaWindows, _ rules: Rules
  ) -> (sleep: Double, off: Double) {
    let sleep = rules.sleepShare * windows.night
    let free = sleep + rules.offHoursShare * windows.offHours
    let moreSleep = max(0, remote.sleep - sleep)
    return (moreSleep, max(moreSleep, remote.sleep + remote.off - free) - moreSleep)
  }

  /// Adds what `pages` of a service do by the clocks of users elsewhere.
  ///
  /// - Parameters:
  ///   - place: of the service and its owner in ``Ownership``.
  ///   - month: of the plan; -1 is today.
  ///   - pages: of the owner.
  ///   - demand: of the owner.
  @inline(__always)
  func add(_ place: Int, in month: Int, pages: Double, to demand: inout Demand) {
    let share = shares[starts[place] + demand.sites * (months + 1) + month + 1]
    demand.sleepPages += pages * share.sleep
    demand.offPages += pages * share.off
  }
}

extension LocalHours {
  /// Where users are and how their clocks stand to those of every rota.
  private final class Clocks: Sendable {
    /// Regions whose clock is known and that have users.
    let regions: [Int]
    /// By team and set of sites: for each of ``regions``.
    let overlaps: [[[ClockOverlap]]]
    /// Of each service's traffic, by service, region and column, today being column 0.
    private let shares: [Double]
    private let columns: Int

    init?(_ parts: StaffingModel.Parts, teams: [TeamModel]) {
      let organization = parts.organization
      let regions = organization.regions.indices.filter {
        organization.regions[$0].clock != nil && organization.regions[$0].traffic.mean > 0
      }
      guard !regions.isEmpty else { return nil }
      self.regions = regions
      columns = organization.months + 1
      // Most rotas have the same sites as others.
      var known = [[Site]: [ClockOverlap]]()
      func overlaps(of carriers: [Site]) -> [ClockOverlap] {
        if let known = known[carriers] { return known }
        let found = regions.compactMap { region in
          organization.regions[region].clock.map { ClockOverlap(users: $0, carriers: carriers) }
        }
        known[carriers] = found
        return found
      }
      self.overlaps = organization.teams.indices.map { team in
        let sites = organization.teams[team].rota?.sites ?? [.utc]
        let carriers = teams[team].sites.map { staffed in
          staffed.sets.map { RotaSites.carriers($0, of: sites) }
        }
        return (carriers ?? [sites]).map { overlaps(of: $0) }
      }
      let ofDrivers = RegionShares(organization)
      shares = parts.services.flatMap { service in
        regions.flatMap { region in
          (0..<organization.months + 1).map { column in
            service.traffic.reduce(0) {
              $0 + $1.weight * ofDrivers.share(of: region, driver: $1.driver, column: column)
            }
          }
        }
      }
    }

    func share(of service: Int, from region: Int, column: Int) -> Double {
      shares[(service * regions.count + region) * columns + column]
    }
  }
}
