import Organization
import Simulation

extension StaffingModel {
  /// Its organisation with every roadmap fixed to what is asked today.
  ///
  /// A roadmap that is what capacity leaves would grow with whatever a change frees, and shrink where
  /// a team can do less.
  var organizationWithRoadmapsOfToday: Organization {
    let open = organization.teams.indices.filter {
      organization.teams[$0].roadmapHoursPerMonth == nil
    }
    guard !open.isEmpty else { return organization }
    var fixed = organization
    let roadmap = roadmapHoursToday
    for team in open { fixed.teams[team].roadmapHoursPerMonth = ThreePoint(roadmap[team]) }
    return fixed
  }
}
