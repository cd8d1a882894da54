import Organization
import Simulation

/// Something that a leader can do beside hiring.
package enum Lever: String, CaseIterable, Sendable {
  /// Alerts that nobody has to act on go, and half of the pages with them.
  case quieterAlerts = "quieter-alerts"
  /// Half of the toil of every service is automated.
  case automation
  /// All six kinds of documents for every service: shorter ramps, less lost with partners.
  case documentation
  /// A fifth of the roadmap is dropped.
  case smallerRoadmap = "smaller-roadmap"
  /// Twice the headroom everywhere, so that scaling falls due later.
  case headroom

  /// The organisation after it, from the first month on.
  ///
  /// - Parameters:
  ///   - organization: with roadmaps given, as one that is what is left would grow with what the lever
  ///     frees.
  ///   - model: of it, or of the same services.
  /// - Returns: the organisation with other numbers.
  func applied(to organization: Organization, like model: StaffingModel) -> Organization {
    var changed = organization
    for index in changed.services.indices {
      let service = model.services[index]
      switch self {
      case .quieterAlerts:
        changed.services[index].pages = .rate(ThreePoint(service.pagesPerMonth / 2))
      case .automation:
        changed.services[index].toilHoursPerMonth = ThreePoint(service.toilHours / 2)
      case .documentation: changed.services[index].documents = Set(Document.allCases)
      case .headroom:
        changed.services[index].headroom = changed.services[index].headroom.scaled(by: 2)
      case .smallerRoadmap: break
      }
    }
    guard self == .smallerRoadmap else { return changed }
    for team in changed.teams.indices {
      changed.teams[team].roadmapHoursPerMonth = changed.teams[team].roadmapHoursPerMonth?
        .scaled(by: 0.8)
    }
    return changed
  }
}

/// What a lever does to an organisation that only replaces whoever leaves.
package struct LeverOutcome: Hashable, Sendable {
  package var lever: Lever
  /// How far the policy is missed on the courses for which plans are made, relative to without it;
  /// 1 changes nothing, 0 keeps it.
  package var missed: Double
  /// Teams that miss the policy on any of these courses.
  package var teams: Int
  /// What it saves on the mean course, and may cost: less work undone, fewer leavers to replace.
  package var worth: Double
}
