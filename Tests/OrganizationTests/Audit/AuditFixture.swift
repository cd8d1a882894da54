import Organization

/// Organisations for the audit, sound unless a test breaks something.
enum AuditFixture {
  static let junior = 0
  static let mid = 1
  static let senior = 2

  /// Defaults as the shipped table has them, for the rows that the audit reads.
  private static let values: [AssumptionID: Double] = [
    .workTierFactor1: 1.5, .workTierFactor2: 1, .workTierFactor3: 0.6, .workTierFactor4: 0.3,
    .incidentsPagesTier1: 2.5, .incidentsPagesTier2: 1.2, .incidentsPagesTier3: 0.5,
    .incidentsPagesTier4: 0.2, .oncallMaxTimeShare: 0.25, .oncallMinPeoplePerSite: 6,
    .oncallMaxShiftHours: 24, .auditTeamMin: 4, .auditTeamMax: 9,
    .auditServicesPerEngineer: 2, .auditBusFactor: 2,
  ]

  static let assumptions = Assumptions(
    rows: AssumptionID.allCases.map { id in
      Assumption(
        id: id, value: ThreePoint(values[id] ?? 1), unit: "ratio", grade: .a, meaning: "meaning",
        source: "source of \(id.rawValue)")
    })

  static func members(_ count: Int, level: Int = mid, site: Int = 0) -> [Member] {
    Array(repeating: Member(level: level, site: site), count: count)
  }

  /// Eight people, which is enough for two layers at one site.
  static func team(_ id: String, _ members: [Member] = members(8)) -> Team {
    Team(id: id, members: members, rota: Rota(layers: 2))
  }

  static func partner(
    _ id: String = "northwind", mayTouch: [String] = [], takesPager: Bool = false,
    engaged: [PartnerSeats] = []
  ) -> Partner {
    let one = ThreePoint(1)
    return Partner(
      id: id, kind: .nearshore, ratePerHour: [one, one, one], maxSeats: 6, leadMonths: one,
      rampMonths: one, minimumTermMonths: 6, noticeMonths: 1, productivity: one,
      oversight: ThreePoint(0.1), knowledgeLoss: ThreePoint(0.6), mayTouch: mayTouch,
      takesPager: takesPager, engaged: engaged)
  }

  static func organization(
    teams: [Team], services: [Service], partners: [Partner] = []
  ) -> Organization {
    let one = ThreePoint(1)
    let half = ChanceConstraint(threshold: 0.5, probability: 0.5)
    let levels = [Standing.junior, .mid, .senior].map { standing in
      Level(
        id: standing.name, standing: standing, salaryPerYear: one, productivity: one,
        rampMonths: one, leadDays: one, attritionPerYear: one)
    }
    return Organization(
      name: "Example", currency: "EUR", start: YearMonth(year: 2027, month: 1), months: 24,
      drivers: [Driver(id: "orders")], levels: levels, teams: teams, services: services,
      hiring: Hiring(
        hiresPerRecruiterAndQuarter: one, acceptance: one, earlyExit: one,
        interviewHoursPerHire: one, costPerHire: one),
      partners: partners,
      policy: Policy(
        coverage: half, seniorCoverage: half, onCallShare: half, burnout: half,
        maxPartnerShare: 0.5, minimumSeniors: 1, graceMonths: 3),
      assumptions: assumptions)
  }

  static func findings(
    teams: [Team] = [team("shop")], services: [Service], partners: [Partner] = []
  ) -> [AuditFinding] {
    OwnershipAudit.findings(organization(teams: teams, services: services, partners: partners))
  }

  static func codes(
    teams: [Team] = [team("shop")], services: [Service], partners: [Partner] = []
  ) -> [AuditRule] {
    findings(teams: teams, services: services, partners: partners).map(\.rule)
  }
}
