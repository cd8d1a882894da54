package import Organization

/// How many of a team's call-ready people sit at each site of its rota, and which sites can carry
/// their day.
///
/// A class, immutable, because every month of a team asks it.
package final class RotaSites: Sendable {
  package let sites: [Site]
  /// Share of today's people on call at each site.
  private let shares: [Double]
  /// Where new people sit; `nil` is where today's do.
  private let hiresAt: Int?
  /// People at a site from which on it can carry its day.
  package let least: Double
  /// By set of sites that can carry: what is left of nights and free time.
  private let windows: [RotaWindows]

  /// Sets of sites are bits of a number; more sites than this are taken to be staffed.
  static let most = 5

  /// - Returns: `nil` where the pager has one site, or follows the sun whoever is there.
  init?(_ team: Team, in organization: Organization) {
    guard let rota = team.rota, (2...Self.most).contains(rota.sites.count),
      rota.countsPeople || team.region != nil
    else { return nil }
    sites = rota.sites
    let ready = team.members.filter(\.takesPager)
    shares = sites.indices.map { site in
      ready.isEmpty
        ? 1 / Double(rota.sites.count)
        : Double(ready.count { $0.site == site }) / Double(ready.count)
    }
    let clock = team.region.flatMap { organization.regions[$0].clock }
    hiresAt = clock.flatMap { clock in rota.sites.firstIndex { $0.zone == clock.zone } }
    least = organization.assumptions[.oncallMinPeoplePerSite]
    windows = (0..<1 << sites.count).map { set in
      RotaWindows(sites: Self.carriers(set, of: rota.sites))
    }
  }

  /// The sites that carry the pager where those of `set` can carry their day.
  ///
  /// With fewer than two there is one rota by the clock of that one, or else of the first, and all
  /// take turns in it.
  static func carriers(_ set: Int, of sites: [Site]) -> [Site] {
    let able = sites.indices.filter { set & (1 << $0) != 0 }.map { sites[$0] }
    return able.isEmpty ? Array(sites.prefix(1)) : able
  }

  /// The sets of sites that there are.
  var sets: Range<Int> { windows.indices }

  /// Call-ready people at a site.
  ///
  /// - Parameters:
  ///   - site: its place in ``sites``.
  ///   - ready: all of the team, seats of partners among them, which sit where its people do.
  ///   - hired: those of them who have been hired under the plan.
  /// - Returns: 0 or more.
  package func people(at site: Int, ready: Double, hired: Double) -> Double {
    guard let hiresAt else { return ready * shares[site] }
    return (ready - hired) * shares[site] + (site == hiresAt ? hired : 0)
  }

  /// The sites that can carry their day; people are counted as whole people.
  package func able(ready: Double, hired: Double) -> Int {
    var set = 0
    for site in sites.indices where people(at: site, ready: ready, hired: hired) >= least - 0.5 {
      set |= 1 << site
    }
    return set
  }

  func windows(_ able: Int) -> RotaWindows { windows[able] }
}
