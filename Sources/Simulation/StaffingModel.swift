package import Organization

/// An organisation turned into the numbers that a month of the engine needs.
///
/// Everything that does not change from month to month is worked out here once. It is a class,
/// immutable, because it is handed to thousands of runs, and copying a value of ten arrays each
/// time took a tenth of the running time.
package final class StaffingModel: Sendable {
  /// Its estimates are those of the model that this one is like, if it is like another.
  package let organization: Organization
  package let services: [ServiceModel]
  package let levels: [LevelModel]
  /// Whether people of any level can rise to the next.
  let hasPromotions: Bool
  package let partners: [PartnerModel]
  package let teams: [TeamModel]
  package let rules: Rules
  private let pages: PageRates
  /// Which teams share the work of each service.
  let ownership: Ownership
  /// What teams know, where they say so.
  let competencies: CompetencyModel
  /// How failures reach services that depend on others.
  let spread: FailureSpread
  /// What regions ask for; `nil` where there are none.
  package let expansion: Expansion?
  /// Pages at night because users elsewhere are awake; `nil` where there are no such users.
  let localHours: LocalHours?
  /// What teams do for others; `nil` where none does anything.
  let help: HelpModel?
  /// What is planned for single months.
  let calendar: TeamCalendar
  /// The mixes of drivers that services feel, each once.
  let mixes: [[TrafficShare]]
  /// Index into ``mixes`` by service.
  let mixOfService: [Int]

  package convenience init(_ organization: Organization) { self.init(organization, like: nil) }

  /// The same organisation with other numbers.
  ///
  /// What does not depend on numbers is taken from `other`, which has the same shape.
  init(_ organization: Organization, like other: StaffingModel?) {
    // Whoever draws estimates anew goes on to write into `organization`.
    self.organization = other?.organization ?? organization
    let factors = WorkFactors(organization.assumptions)
    let pages = PageRates(organization, like: other?.pages)
    self.pages = pages
    services = organization.services.indices.map { service in
      if let other {
        ServiceModel(
          organization.services[service], like: other.services[service], factors: factors,
          pages: pages)
      } else {
        ServiceModel(
          organization.services[service], in: organization, factors: factors, pages: pages)
      }
    }
    spread = FailureSpread(
      organization.services, models: services, factors: factors, like: other?.spread)
    levels = organization.levels.map { LevelModel($0, in: organization) }
    hasPromotions = levels.contains { $0.promotion != nil }
    partners = organization.partners.map { PartnerModel($0, in: organization) }
    rules = Rules(organization)
    let parts = Parts(organization: organization, services: services, factors: factors)
    let expansion = Expansion(parts, like: other?.expansion)
    self.expansion = expansion
    help = HelpModel(organization, services: services)
    if let other {
      (ownership, mixes, mixOfService) = (other.ownership, other.mixes, other.mixOfService)
      competencies = other.competencies
      teams = other.teams.enumerated().map { team, model in
        TeamModel(model, team, parts, expansion)
      }
      localHours = LocalHours(
        parts, rules: rules, ownership: ownership, teams: teams, like: other)
      calendar = TeamCalendar(organization, owned: other.teams.map(\.services))
      return
    }
    ownership = Ownership(services.map(\.owners))
    (mixes, mixOfService) = Self.mixes(of: services)
    var owned = [[Int]](repeating: [], count: organization.teams.count)
    for (service, model) in services.enumerated() {
      for owner in model.owners { owned[owner].append(service) }
    }
    calendar = TeamCalendar(organization, owned: owned)
    competencies = CompetencyModel(organization, ownership: ownership, services: owned)
    teams = organization.teams.indices.map { team in
      TeamModel(team, owning: owned[team], parts, expansion)
    }
    localHours = LocalHours(parts, rules: rules, ownership: ownership, teams: teams, like: nil)
  }

  /// What models of teams and regions are made of.
  struct Parts {
    /// With the estimates at hand.
    let organization: Organization
    let services: [ServiceModel]
    let factors: WorkFactors
  }

  private static func mixes(of services: [ServiceModel]) -> ([[TrafficShare]], [Int]) {
    var known = [[TrafficShare]: Int]()
    var mixes = [[TrafficShare]]()
    let places = services.map { service in
      if let place = known[service.traffic] { return place }
      known[service.traffic] = mixes.count
      mixes.append(service.traffic)
      return mixes.count - 1
    }
    return (mixes, places)
  }

  package var months: Int { organization.months }

  /// A team's rota as it goes round a set of its sites; see ``RotaSites``.
  func rota(of team: Int, at sites: Int) -> RotaModel {
    let rota = teams[team].rota
    guard let staffed = teams[team].sites else { return rota }
    return RotaModel(layers: rota.layers, windows: staffed.windows(sites))
  }

  /// A level as it is in the market that somebody comes from: that of the team's region for people
  /// hired under the plan, home for all others.
  @inline(__always)
  package func terms(of level: Int, isHire: Bool, in team: Int) -> LevelModel {
    if isHire, let market = teams[team].market { return market[level] }
    return levels[level]
  }

  /// Share of what a partner alone knows that is lost; less where services are documented.
  func lossShare(of partner: Int, at team: Int) -> Double {
    let full = partners[partner].knowledgeLoss
    let least = min(full, rules.knowledgeLossDocumented)
    return full + (least - full) * teams[team].documented
  }
}

/// A level as the engine sees it.
package struct LevelModel: Sendable {
  package let standing: Standing
  package let productivity: Double
  package let rampMonths: Double
  /// Months from an opened requisition to the first day.
  package let leadMonths: Double
  /// Months to find the next candidate after a declined offer.
  package let retryMonths: Double
  /// Money per month, benefits included.
  package let costPerMonth: Double
  package let attritionPerMonth: Double
  /// Months until a starter may carry the pager.
  package let monthsToOnCall: Double
  /// The way to the next level; `nil` where nobody rises.
  package let promotion: Promotion?

  /// Months from an accepted offer to the first day: 30 days, a part of the lead time.
  static let monthsOfNotice = 30 * 12.0 / 365

  init(_ level: Level, in organization: Organization) {
    let assumptions = organization.assumptions
    standing = level.standing
    productivity = level.productivity.mean
    rampMonths = level.rampMonths.mean
    leadMonths = level.leadDays.mean * 12 / 365
    // The two weeks to a first candidate and the month of notice are not paid twice.
    retryMonths = max(0.5, leadMonths - 44 * 12.0 / 365)
    costPerMonth = level.salaryPerYear.mean * assumptions[.costLoadedMultiplier] / 12
    attritionPerMonth = monthlyProbability(annual: level.attritionPerYear.mean)
    promotion = level.promotedAfterMonths.flatMap { months in
      // Levels are ordered by standing.
      organization.levels.firstIndex { $0.standing > level.standing }.map { next in
        Promotion(
          to: next, afterMonths: months,
          goesOn: organization.levels[next].promotedAfterMonths != nil,
          perYear: assumptions[.promotionPerYear])
      }
    }
    let relative = assumptions[.levelRampMonthsMid]
    monthsToOnCall =
      assumptions[.rampMonthsToOnCall] * (relative > 0 ? rampMonths / relative : 1)
  }
}

/// A partner as the engine sees it.
package struct PartnerModel: Sendable {
  package let productivity: Double
  package let oversight: Double
  package let rampMonths: Double
  package let leadMonths: Double
  package let knowledgeLoss: Double
  package let takesPager: Bool
  /// Money per seat and month by level; `nil` is not offered.
  package let costPerMonth: [Double?]

  init(_ partner: Partner, in organization: Organization) {
    let assumptions = organization.assumptions
    let hours =
      assumptions[.timeWorkingDaysPerYear] * assumptions[.timeHoursPerDay] / 12
      * (1 + assumptions[.partnerExtraCost])
    productivity = partner.productivity.mean
    oversight = partner.oversight.mean
    rampMonths = partner.rampMonths.mean
    leadMonths = partner.leadMonths.mean
    knowledgeLoss = partner.knowledgeLoss.mean
    takesPager = partner.takesPager
    costPerMonth = partner.ratePerHour.map { rate in rate.map { $0.mean * hours } }
  }
}

/// The rota of a team as the engine sees it.
package struct RotaModel: Sendable {
  /// People on call at the same time; 0 is no rota.
  package let layers: Int
  package let windows: RotaWindows

  init(layers: Int, windows: RotaWindows) {
    self.layers = layers
    self.windows = windows
  }

  init(_ rota: Rota?) {
    layers = rota?.layers ?? 0
    windows = RotaWindows(sites: rota?.sites ?? [])
  }
}

/// A team as the engine sees it.
///
/// A class, immutable, for the reason that ``StaffingModel`` is one.
package final class TeamModel: Sendable {
  /// Indices of the services whose work it shares.
  package let services: [Int]
  /// Kept as a count per level, tenure and willingness to take the pager.
  package let members: [Member]
  package let rota: RotaModel
  /// `nil` asks for what today's capacity leaves.
  package let roadmapHours: Double?
  /// Factor on ramp and exposure from documentation, at most 1.
  package let onboarding: Double
  /// Share of documentation present over its services, 0 to 1.
  package let documented: Double
  /// Hours a month of upkeep and toil at today's traffic, against which debt is measured.
  package let steadyHours: Double
  /// What partners may touch from the first month on, and from each month on in which that changes.
  private let access: [PartnerAccess]
  /// By level, what people hired for it are like; `nil` is like at home.
  package let market: [LevelModel]?
  /// Who sits where; `nil` where the pager goes round whoever does.
  package let sites: RotaSites?
  /// Factor on leaving from what beside load keeps people; 1 where everything is ordinary.
  package let leavingFactor: Double
  /// The months from which partners may touch other services, and by partner and service whether it
  /// may work under all its regimes then.
  private let isOpen: [(from: Int, services: [[Bool]])]
  /// Output relative to what today's dependencies on other teams leave.
  package let coordination: Double

  convenience init(
    _ index: Int, owning services: [Int], _ parts: StaffingModel.Parts, _ expansion: Expansion?
  ) {
    let organization = parts.organization
    let team = organization.teams[index]
    let documents = services.map { Self.documentation(organization.services[$0]) }
    self.init(
      team, services: services, members: team.members, rota: RotaModel(team.rota),
      sites: RotaSites(team, in: organization),
      documented: documents.isEmpty ? 0 : documents.reduce(0, +) / Double(documents.count),
      isOpen: Self.isOpen(services, in: organization), parts, expansion)
  }

  /// Which services partners may work on, from the first month on and from each month in which
  /// regions bring further regimes.
  private static func isOpen(
    _ services: [Int], in organization: Organization
  ) -> [(from: Int, services: [[Bool]])] {
    let regional = organization.regions.isEmpty ? [] : organization.regionalRegimes
    let months = Set(services.flatMap { regional.isEmpty ? [] : regional[$0].map(\.from) })
    return months.filter { $0 < organization.months }.union([0]).sorted().map { from in
      let regimes = services.map { service in
        organization.services[service].compliance
          + (regional.isEmpty ? [] : regional[service].filter { $0.from <= from }.map(\.regime))
      }
      let open = organization.partners.map { partner in
        let allowed = Set(partner.mayTouch)
        return regimes.map { allowed.isSuperset(of: $0) }
      }
      return (from, open)
    }
  }

  /// The same team with other numbers.
  convenience init(
    _ other: TeamModel, _ index: Int, _ parts: StaffingModel.Parts, _ expansion: Expansion?
  ) {
    self.init(
      parts.organization.teams[index], services: other.services, members: other.members,
      rota: other.rota, sites: other.sites, documented: other.documented, isOpen: other.isOpen,
      parts, expansion)
  }

  private init(
    _ team: Team, services: [Int], members: [Member], rota: RotaModel, sites: RotaSites?,
    documented: Double, isOpen: [(from: Int, services: [[Bool]])], _ parts: StaffingModel.Parts,
    _ expansion: Expansion?
  ) {
    let (organization, models) = (parts.organization, parts.services)
    self.services = services
    self.sites = sites
    market = team.region.map { region in
      organization.levels.map {
        LevelModel(organization.regions[region].market.level($0), in: organization)
      }
    }
    self.members = members
    self.rota = rota
    self.documented = documented
    self.isOpen = isOpen
    leavingFactor = Self.leavingFactor(
      team.retention, perStep: organization.assumptions[.retentionPerStep])
    coordination = Self.coordination(team.addedDependencies, organization.assumptions)
    roadmapHours = team.roadmapHoursPerMonth?.mean
    onboarding = 1 - organization.assumptions[.rampDocumentationEffect] * documented
    steadyHours = services.reduce(0) { sum, service in
      sum + models[service].steadyHours / Double(models[service].owners.count)
    }
    access = isOpen.map { from, isOpen in
      PartnerAccess(
        from: from,
        open: isOpen.map { Self.share($0, of: services) { models[$0].steadyHours } },
        compliance: isOpen.map {
          Self.share($0, of: services) { service in
            models[service].complianceHours
              + (expansion?.complianceHours(of: service, in: from) ?? 0)
          }
        })
    }
  }

  /// Share of the team's work that a partner may touch in a month, compliance aside.
  package func openToPartner(_ partner: Int, in month: Int) -> Double {
    access[place(in: month)].open[partner]
  }

  /// Share of the team's compliance work that a partner may touch in a month.
  func complianceOpenToPartner(_ partner: Int, in month: Int) -> Double {
    access[place(in: month)].compliance[partner]
  }

  /// Where what partners may touch in a month stands in ``access``.
  private func place(in month: Int) -> Int { access.lastIndex { $0.from <= month } ?? 0 }

  /// What a set of sites that can carry their day leaves of nights and free time.
  func windows(_ able: Int) -> RotaWindows { sites?.windows(able) ?? rota.windows }

  /// Each step better than ordinary lowers the hazard of leaving by the same share; each step worse
  /// undoes one.
  static func leavingFactor(_ retention: Retention, perStep: Double) -> Double {
    power(1 - clamp(perStep, 0, 0.9), Double(retention.stepsAboveOrdinary))
  }

  /// What each team more to talk to costs, and each team less saves.
  private static func coordination(_ added: AddedDependencies, _ a: Assumptions) -> Double {
    clamp(
      1 - a[.timeCommunicationPerTeam] * added.teams
        - a[.timeCommunicationPerPlatform] * added.platforms, 0, 2)
  }

  /// Share of the hours that is at services which are open.
  private static func share(_ isOpen: [Bool], of services: [Int], hours: (Int) -> Double) -> Double
  {
    var open = 0.0
    var all = 0.0
    for (place, service) in services.enumerated() {
      let hours = hours(service)
      all += hours
      if isOpen[place] { open += hours }
    }
    return all > 0 ? open / all : 1
  }

  /// Share of the six kinds present; decisions count double because they say why.
  static func documentation(_ service: Service) -> Double {
    let count = service.documents.count + (service.documents.contains(.decisions) ? 1 : 0)
    return Double(count) / Double(Document.allCases.count + 1)
  }
}
