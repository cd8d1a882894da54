package import Organization

/// Something that a leader can do beside hiring.
package enum Lever: Hashable, Sendable {
  /// Alerts that nobody has to act on go, and half of the pages with them.
  case quieterAlerts
  /// Half of the toil of every service is automated.
  case automation
  /// All six kinds of documents for every service: shorter ramps, less lost with partners.
  case documentation
  /// A fifth of the roadmap is dropped.
  case smallerRoadmap
  /// Twice the headroom everywhere, so that scaling falls due later.
  case headroom
  /// Debt is paid down twice as fast, before the roadmap is thought of.
  case fundedDebt
  /// A second site from which a team's pager follows the sun.
  case secondSite(team: Int, site: Site)
  /// Two teams become one, with one rota; the first stands before the second.
  case merge(Int, Int)
  /// A team becomes two, each with a rota of its own.
  case split(team: Int)
  /// A service goes to another team.
  case move(service: Int, from: Int, to: Int)

  /// Those that mean no team in particular.
  static let general: [Lever] = [
    .quieterAlerts, .automation, .documentation, .smallerRoadmap, .headroom, .fundedDebt,
  ]

  /// What kind of lever it is; of each kind one is told.
  package var id: String {
    switch self {
    case .quieterAlerts: "quieter-alerts"
    case .automation: "automation"
    case .documentation: "documentation"
    case .smallerRoadmap: "smaller-roadmap"
    case .headroom: "headroom"
    case .fundedDebt: "funded-debt"
    case .secondSite: "follow-the-sun"
    case .merge: "merged-rotas"
    case .split: "split-rota"
    case .move: "moved-service"
    }
  }

  /// Teams that it means, as indices; none where it means all.
  package var teams: [Int] {
    switch self {
    case .quieterAlerts, .automation, .documentation, .smallerRoadmap, .headroom, .fundedDebt: []
    case .secondSite(let team, _), .split(let team): [team]
    case .merge(let first, let second): [first, second]
    case .move(_, let giver, let receiver): [giver, receiver]
    }
  }

  /// The service that it means, as an index; `nil` where it means all or none.
  package var service: Int? {
    if case .move(let service, _, _) = self { return service }
    return nil
  }

  /// The site that it adds.
  package var site: Site? {
    if case .secondSite(_, let site) = self { return site }
    return nil
  }

  /// Share of the pages, of the toil and of the roadmap that a lever leaves.
  static let (pagesLeft, toilLeft, roadmapLeft) = (0.5, 0.5, 0.8)
}
