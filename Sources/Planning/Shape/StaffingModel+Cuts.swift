import Organization
import Simulation

extension StaffingModel {
  /// By service: hours a month of each owner's part today, pages included.
  var hoursOfEachOwner: [Double] {
    let perPage = organization.assumptions[.oncallEffortHoursPerPage]
    return services.map { service in
      let hours =
        service.upkeepHours + service.toilHours + service.complianceHours
        + service.pagesPerMonth * perPage * service.handlingFactor
      return hours / Double(max(1, service.owners.count))
    }
  }

  /// Groups of a team's services that depend on each other, with one in them that is hard to own: of
  /// tier 1, and written to, real-time or under a regime.
  func complexDomains(of team: Int) -> [[Int]] {
    organization.clusters(of: Set(teams[team].services).sorted()).filter { group in
      group.contains {
        let service = organization.services[$0]
        let isHard = [.writeHeavy, .transactional, .realTime].contains(service.workload)
        return service.tier == 1 && (isHard || !service.compliance.isEmpty)
      }
    }
  }
}
