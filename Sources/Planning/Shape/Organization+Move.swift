import Organization
import Simulation

extension Organization {
  /// The same teams and services with a service in the hands of another team.
  ///
  /// What teams then depend on beyond today costs them talk; planned work and seats of partners stay
  /// where they are.
  func moving(_ service: Int, from giver: Int, to receiver: Int) -> Organization {
    var result = self
    result.services[service].owners = services[service].owners.map {
      $0 == .team(giver) ? .team(receiver) : $0
    }
    result.countAddedDependencies(
      since: self, origins: teams.indices.map { [$0: max(1, teams[$0].members.count)] })
    return result
  }

  /// The same people with every other of a team that takes turns on call at a second site.
  ///
  /// The pager follows the sun while both have enough of them.
  func followingTheSun(_ team: Int, from site: Site) -> Organization {
    var result = self
    guard let rota = teams[team].rota else { return result }
    result.teams[team].rota?.sites = rota.sites.prefix(1) + [site]
    result.teams[team].rota?.countsPeople = true
    var turn = 0
    for member in teams[team].members.indices {
      result.teams[team].members[member].site = 0
      guard teams[team].members[member].takesPager else { continue }
      result.teams[team].members[member].site = turn % 2
      turn += 1
    }
    return result
  }
}
