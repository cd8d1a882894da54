package import Organization

/// Organisations that nobody would think of, valid all the same.
package enum RandomOrganization {
  package static func make(using random: inout SeededRandom) -> Organization {
    var example = ExampleOrganization()
    example.months = random.count(1...60)
    example.drivers = (0..<random.count(0...3)).map { Driver(id: "driver\($0)") }
    example.attritionPerYear = random.chance(0.2) ? 0 : random.number(0...0.9)
    example.leadDays = random.number(0...300)
    example.rampMonths = random.number(0...14)
    let teamCount = random.count(1...4)
    let partnerCount = random.count(0...2)
    example.teams = (0..<teamCount).map { team($0, using: &random) }
    example.services = (0..<random.count(0...6)).map {
      service($0, teams: teamCount, drivers: example.drivers.count, using: &random)
    }
    for index in example.services.indices where random.chance(0.4) {
      // Circles are allowed, a service that depends on itself is not.
      example.services[index].dependsOn = example.services.indices.filter {
        $0 != index && random.chance(0.4)
      }
    }
    example.partners = (0..<partnerCount).map { _ in partner(teams: teamCount, using: &random) }
    example.hiring = hiring(using: &random)
    let known = withCompetencies(example.organization, using: &random)
    return withRegions(withPlans(known, using: &random), using: &random)
  }

  /// Lets some teams say what their people know, services what they need, partners what they bring.
  private static func withCompetencies(
    _ organization: Organization, using random: inout SeededRandom
  ) -> Organization {
    guard random.chance(0.6) else { return organization }
    var result = organization
    result.competencies.append("lore")
    let all = Array(result.competencies.indices)
    for team in result.teams.indices where random.chance(0.7) {
      let people = result.teams[team].members.count
      var depths = [Int: Int]()
      for competency in all where random.chance(0.5) {
        depths[competency] = random.count(0...people)
      }
      result.teams[team].competencies = depths
    }
    for service in result.services.indices where random.chance(0.4) {
      result.services[service].needs = all.filter { _ in random.chance(0.2) }
    }
    for partner in result.partners.indices where random.chance(0.5) {
      result.partners[partner].competencies = all.filter { _ in random.chance(0.2) }
    }
    return result
  }

  /// Lets some organisations have regions, and teams that hire there or say who sits where.
  private static func withRegions(
    _ organization: Organization, using random: inout SeededRandom
  ) -> Organization {
    guard random.chance(0.6) else { return organization }
    var result = organization
    result.regions = (0..<random.count(1...3)).map { index in
      let offset = Double(random.count(-11...12))
      return Region(
        id: "region\(index)",
        opens: random.chance(0.8) ? result.start + random.count(-3...70) : nil,
        traffic: ThreePoint(random.chance(0.2) ? 0 : random.number(0...2)),
        drivers: result.drivers.indices.filter { _ in random.chance(0.3) },
        services: random.chance(0.5)
          ? result.services.indices.filter { _ in random.chance(0.5) } : nil,
        clock: random.chance(0.7)
          ? Site(name: "there", zone: "UTC", offsetHours: (offset, offset)) : nil,
        latencyHours: ThreePoint(random.chance(0.3) ? 0 : random.number(0...2_000)),
        preparationMonths: random.count(1...12), hasResidency: random.chance(0.5),
        compliance: ["appi", "pci"].filter { _ in random.chance(0.3) },
        market: HiringMarket(
          lead: ThreePoint(random.number(0.3...3)), salary: ThreePoint(random.number(0.3...2)),
          attrition: ThreePoint(random.number(0...5))))
    }
    for team in result.teams.indices {
      if random.chance(0.5) {
        result.teams[team].region = random.count(0...result.regions.count - 1)
      }
      result.teams[team].rota?.countsPeople = random.chance(0.5)
      let sites = result.teams[team].rota?.sites.count ?? 1
      for member in result.teams[team].members.indices {
        result.teams[team].members[member].site = random.count(0...sites - 1)
      }
    }
    return result
  }

  /// Lets some teams plan work and freeze features, some people rise, and some services be measured.
  private static func withPlans(
    _ organization: Organization, using random: inout SeededRandom
  ) -> Organization {
    var result = organization
    let start = result.start
    result.work = (0..<random.count(0...2)).map { index in
      let first = start + random.count(-5...20)
      let last = first + random.count(0...12)
      let size = ThreePoint(random.number(0...600))
      return PlannedWork(
        id: "work\(index)", teams: result.teams.indices.filter { _ in random.chance(0.6) },
        hours: random.chance(0.5) ? .inAll(size) : .monthly(size), from: first, to: last)
    }
    if random.chance(0.3) {
      result.events.append(
        TrafficEvent(
          id: "sale",
          kind: .campaign(
            month: start + random.count(-3...8), days: 5, mean: ThreePoint(1),
            peak: ThreePoint(1), yearly: random.chance(0.5)),
          freezeDays: ThreePoint(random.number(0...31))))
    }
    if random.chance(0.4) {
      for level in result.levels.indices.dropLast() where random.chance(0.7) {
        result.levels[level].promotedAfterMonths = random.count(0...40)
      }
    }
    for team in result.teams.indices where random.chance(0.3) {
      result.teams[team].retention[.autonomy] = random.count(0...2)
      result.teams[team].retention[.growth] = random.count(0...2)
    }
    for service in result.services.indices where random.chance(0.2) {
      result.services[service].metrics.deploymentsPerMonth = ThreePoint(random.number(0...200))
      result.services[service].metrics.changeFailures = ThreePoint(random.number(0...0.6))
      result.services[service].metrics.hoursToRecover = ThreePoint(random.number(0...20))
    }
    return result
  }

  private static func team(_ index: Int, using random: inout SeededRandom) -> Team {
    let members = (0..<random.count(0...9)).map { _ in
      Member(
        level: random.count(0...3), tenureMonths: random.chance(0.5) ? random.count(0...70) : nil,
        takesPager: random.chance(0.8))
    }
    let sites = (0..<random.count(1...3)).map { _ in
      let offset = Double(random.count(-11...12))
      return Site(name: "site", zone: "UTC", offsetHours: (offset, offset + 1))
    }
    return Team(
      id: "team\(index)", members: members,
      rota: random.chance(0.7) ? Rota(layers: random.count(1...3), sites: sites) : nil,
      roadmapHoursPerMonth: random.chance(0.5) ? ThreePoint(random.number(0...1_500)) : nil)
  }

  private static func service(
    _ index: Int, teams: Int, drivers: Int, using random: inout SeededRandom
  ) -> Service {
    var owners = (0..<teams).filter { _ in random.chance(0.5) }.map { Owner.team($0) }
    if random.chance(0.2) { owners.append(.notATeam("somebody")) }
    let pages: PageHistory =
      switch random.count(0...2) {
      case 0: .rate(ThreePoint(random.number(0...120)))
      case 1: .counted(pages: random.count(0...200), months: random.number(1...24))
      default: .unknown
      }
    let traffic = (0..<drivers).filter { _ in random.chance(0.5) }.map {
      TrafficShare(driver: $0, weight: random.number(0.1...3))
    }
    return Service(
      id: "service\(index)", owners: owners, tier: random.count(1...4), traffic: traffic,
      workload: random.choice(of: Workload.allCases, or: .batch),
      architecture: random.choice(of: Architecture.allCases, or: .modular),
      headroom: ThreePoint(random.number(0.7...5)), automation: ThreePoint(random.number(0...1)),
      pages: pages, integrations: random.count(0...5),
      compliance: ["pci", "sox"].filter { _ in random.chance(0.3) },
      documents: Set(Document.allCases.filter { _ in random.chance(0.5) }))
  }

  private static func partner(teams: Int, using random: inout SeededRandom) -> Partner {
    var partner = ExampleOrganization.partner(
      leadMonths: random.number(0...4), rampMonths: random.number(0...6),
      productivity: random.number(0.4...1.2), oversight: random.number(0...0.3),
      knowledgeLoss: random.number(0...1), mayTouch: random.chance(0.5) ? ["pci"] : [],
      takesPager: random.chance(0.5))
    if random.chance(0.5) {
      partner.engaged = [
        PartnerSeats(
          team: random.count(0...(teams - 1)), level: random.count(0...3),
          count: random.count(1...4))
      ]
    }
    return partner
  }

  private static func hiring(using random: inout SeededRandom) -> Hiring {
    let freeze = YearMonth(year: 2027, month: random.count(1...12))
    return Hiring(
      recruiters: random.chance(0.5) ? ThreePoint(random.number(0.1...3)) : nil,
      hiresPerRecruiterAndQuarter: ThreePoint(random.number(1...7)),
      acceptance: ThreePoint(random.number(0.2...1)), earlyExit: ThreePoint(random.number(0...0.4)),
      interviewHoursPerHire: ThreePoint(random.number(0...120)),
      costPerHire: ThreePoint(random.number(0...30_000)),
      freeze: random.chance(0.3) ? freeze...(freeze + random.count(0...12)) : nil)
  }
}
