import Organization

/// What teams keep away from the toil and the pages of others, and what drives the helpers' own toil.
///
/// Today's toil and pages hold the effect of those who help today, so that only a change of it counts:
/// with a share s lowered and an ability a, at most 1 and 1 today, they are (1 - s a) / (1 - s) times
/// as many. A team that is yet to be founded is not in them: 1 - s a. The ability is how many
/// ramped-up people the team is worth, and how much of its work they can do, relative to today.
///
/// A helper's services that name no traffic follow those whom it serves: of a platform team the people,
/// of a reliability team the pages.
struct HelpModel: Sendable {
  private struct Helper: Sendable {
    let team: Int
    let kind: TeamKind
    let lowersToil: Double
    let lowersPages: Double
    /// `nil` where it helps today.
    let foundedWith: Double?
    /// In ``served``.
    let teams: Range<Int>
    /// In ``watched``.
    let services: Range<Int>
  }

  private struct Watched: Sendable {
    let service: Int
    /// Of its pages that the teams served take.
    let part: Double
  }

  private var helpers: [Helper] = []
  private var served: [Int] = []
  private var watched: [Watched] = []
  private let foundingMonths: Double

  /// - Returns: `nil` where no team helps another.
  init?(_ organization: Organization, services: [ServiceModel]) {
    guard organization.teams.contains(where: { $0.help != nil }) else { return nil }
    let assumptions = organization.assumptions
    foundingMonths = max(0.01, assumptions[.shapeFoundingMonths])
    for (index, team) in organization.teams.enumerated() {
      guard let help = team.help else { continue }
      let (firstTeam, firstService) = (served.count, watched.count)
      served += help.teams
      if team.kind == .reliability { watch(Set(help.teams), services) }
      helpers.append(
        Helper(
          team: index, kind: team.kind,
          lowersToil: Self.share(help.lowersToil, team.kind.lowersToil, assumptions),
          lowersPages: Self.share(help.lowersPages, team.kind.lowersPages, assumptions),
          foundedWith: help.foundedWith, teams: firstTeam..<served.count,
          services: firstService..<watched.count))
    }
  }

  private static func share(
    _ given: ThreePoint?, _ assumed: AssumptionID?, _ assumptions: Assumptions
  ) -> Double {
    clamp(given?.mean ?? assumed.map { assumptions[$0] } ?? 0, 0, 0.95)
  }

  private mutating func watch(_ teams: Set<Int>, _ services: [ServiceModel]) {
    for (index, service) in services.enumerated() {
      let owners = service.owners.reduce(0) { teams.contains($1) ? $0 + 1 : $0 }
      guard owners > 0 else { continue }
      watched.append(
        Watched(service: index, part: Double(owners) / Double(service.owners.count)))
    }
  }

  /// Lowers the pages and the toil of those who are served by what their helpers can do in a month.
  func lower(_ strains: inout [Strain], in month: Int, today: [Today]) {
    for helper in helpers {
      let ability = ability(of: helper, strains[helper.team], today[helper.team], in: month)
      let isNew = helper.foundedWith != nil
      let toil = Self.left(of: helper.lowersToil, ability: ability, isNew: isNew)
      let pages = Self.left(of: helper.lowersPages, ability: ability, isNew: isNew)
      for place in helper.teams {
        strains[served[place]].toil *= toil
        strains[served[place]].trouble *= pages
      }
    }
  }

  /// What a team can do of what it does for others, 0 to 1.
  private func ability(
    of helper: Helper, _ strain: Strain, _ today: Today, in month: Int
  ) -> Double {
    guard let whole = helper.foundedWith else {
      // Whom nobody helps today nobody can stop helping.
      guard today.engineers > 0 else { return 1 }
      return clamp(strain.engineers / today.engineers * strain.relief, 0, 1)
    }
    guard whole > 0 else { return 0 }
    let founded = min(1, (Double(month) + 0.5) / foundingMonths)
    return clamp(strain.engineers / whole * strain.relief, 0, 1) * founded
  }

  /// What is left of toil or pages, relative to today.
  private static func left(of share: Double, ability: Double, isNew: Bool) -> Double {
    isNew ? 1 - share * ability : (1 - share * ability) / (1 - share)
  }

  /// Lets the helpers' own toil follow those whom they serve.
  func drive(_ strains: inout [Strain], pages: [Double], today: [Today], model: StaffingModel) {
    for helper in helpers {
      switch helper.kind {
      case .platform:
        var (now, before) = (0.0, 0.0)
        for place in helper.teams {
          now += strains[served[place]].people
          before += today[served[place]].people
        }
        strains[helper.team].drive = before > 0 ? now / before : 1
      case .reliability:
        var (now, before) = (0.0, 0.0)
        for place in helper.services {
          let watched = watched[place]
          now += pages[watched.service] * watched.part
          before += model.services[watched.service].pagesPerMonth * watched.part
        }
        strains[helper.team].drive = before > 0 ? now / before : 1
      case .service, .data: break
      }
    }
  }
}
