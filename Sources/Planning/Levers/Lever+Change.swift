import Organization
import Simulation

extension Lever {
  /// An organisation after a lever, from the first month on.
  struct Change {
    var organization: Organization
    /// By team before it: the teams in which its people and services are, as indices.
    var successors: [[Int]]

    init(_ organization: Organization, successors: [[Int]]? = nil) {
      self.organization = organization
      self.successors = successors ?? organization.teams.indices.map { [$0] }
    }

    /// A figure of teams, as those of today have it: the mean of those that come after each.
    ///
    /// Two teams in one, or one in two, so count as often as today's do, and fewer teams are not by
    /// themselves less missed.
    func ofToday(_ figures: [Double]) -> [Double] {
      successors.map { after in
        after.reduce(0) { $0 + figures[$1] } / Double(max(1, after.count))
      }
    }

    /// A plan for the teams of before, at those that come after them.
    func moved(_ plan: StaffingPlan) -> StaffingPlan {
      StaffingPlan(
        seats: plan.seats.map { seat in
          var seat = seat
          seat.team = successors[seat.team].first ?? seat.team
          return seat
        })
    }
  }

  /// The organisation after it.
  ///
  /// - Parameters:
  ///   - organization: with roadmaps given, as one that is what is left would grow with what the lever
  ///     frees.
  ///   - model: of it, or of the same services.
  /// - Returns: `nil` where it cannot be done.
  func applied(to organization: Organization, like model: StaffingModel) -> Change? {
    switch self {
    case .quieterAlerts, .automation, .documentation, .headroom:
      return Change(services(of: organization, like: model))
    case .smallerRoadmap:
      var changed = organization
      for team in changed.teams.indices {
        changed.teams[team].roadmapHoursPerMonth = changed.teams[team].roadmapHoursPerMonth?
          .scaled(by: Self.roadmapLeft)
      }
      return Change(changed)
    case .fundedDebt:
      var changed = organization
      let paydown = min(1, 2 * organization.assumptions[.workDebtPaydown])
      changed.assumptions.replace(.workDebtPaydown, with: ThreePoint(paydown))
      return Change(changed)
    case .secondSite(let team, let site):
      return Change(organization.followingTheSun(team, from: site))
    case .merge(let first, let second):
      let places = organization.teams.indices.map { team in
        team == second ? first : team > second ? team - 1 : team
      }
      return Change(
        organization.merged(first, second).organization, successors: places.map { [$0] })
    case .split(let team):
      let proposal = organization.split(
        team, weights: model.hoursOfEachOwner, complex: model.complexDomains(of: team))
      return proposal.map { proposal in
        var successors = organization.teams.indices.map { [$0] }
        successors[team] = proposal.teams
        return Change(proposal.organization, successors: successors)
      }
    case .move(let service, let giver, let receiver):
      return Change(organization.moving(service, from: giver, to: receiver))
    }
  }

  private func services(of organization: Organization, like model: StaffingModel) -> Organization {
    var changed = organization
    for index in changed.services.indices {
      let service = model.services[index]
      switch self {
      case .quieterAlerts:
        changed.services[index].pages = .rate(ThreePoint(service.pagesPerMonth * Self.pagesLeft))
      case .automation:
        changed.services[index].toilHoursPerMonth = ThreePoint(service.toilHours * Self.toilLeft)
      case .documentation: changed.services[index].documents = Set(Document.allCases)
      case .headroom:
        changed.services[index].headroom = changed.services[index].headroom.scaled(by: 2)
      case .smallerRoadmap, .fundedDebt, .secondSite, .merge, .split, .move: break
      }
    }
    return changed
  }
}
