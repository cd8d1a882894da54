package import Organization

/// An organisation for tests: small, valid and calm unless told otherwise.
///
/// Levels are the four standings in order, so that a standing's raw value is the index of its
/// level; numbers that nobody sets are the shipped assumptions.
package struct ExampleOrganization {
  package var months = 24
  package var drivers = [Driver(id: "orders")]
  package var teams: [Team] = []
  package var services: [Service] = []
  package var partners: [Partner] = []
  package var hiring = Self.promptHiring
  package var attritionPerYear = 0.0
  /// Days from an opened requisition to the first day, for all levels.
  package var leadDays = 90.0
  package var rampMonths = 6.0
  /// Rows of the table that differ from what is shipped.
  package var assumptions: [AssumptionID: Double] = [:]

  package init() {}

  package init(teams: [Team], services: [Service] = []) {
    self.teams = teams
    self.services = services
  }

  package var organization: Organization {
    var table = Assumptions.shipped
    for (id, value) in assumptions { table.override(id, with: ThreePoint(value)) }
    return Organization(
      name: "example", currency: "EUR", start: YearMonth(year: 2027, month: 1), months: months,
      drivers: drivers, levels: levels(table), teams: teams, services: services, hiring: hiring,
      partners: partners, policy: Self.policy, assumptions: table)
  }

  private func levels(_ table: Assumptions) -> [Level] {
    let pay: [(Standing, salary: AssumptionID, output: AssumptionID)] = [
      (.junior, .levelSalaryJunior, .levelProductivityJunior),
      (.mid, .levelSalaryMid, .levelProductivityMid),
      (.senior, .levelSalarySenior, .levelProductivitySenior),
      (.staff, .levelSalaryStaff, .levelProductivityStaff),
    ]
    return pay.map { standing, salary, output in
      Level(
        id: standing.name, standing: standing,
        salaryPerYear: ThreePoint(75_000 * table[salary]),
        productivity: ThreePoint(table[output]), rampMonths: ThreePoint(rampMonths),
        leadDays: ThreePoint(leadDays), attritionPerYear: ThreePoint(attritionPerYear))
    }
  }

  /// Every offer is accepted, nobody leaves early, recruiters do not limit.
  package static let promptHiring = Hiring(
    hiresPerRecruiterAndQuarter: ThreePoint(6), acceptance: ThreePoint(1),
    earlyExit: ThreePoint(0), interviewHoursPerHire: ThreePoint(40),
    costPerHire: ThreePoint(9_000))

  package static let policy = Policy(
    coverage: ChanceConstraint(threshold: 0.95, probability: 0.9),
    seniorCoverage: ChanceConstraint(threshold: 0.9, probability: 0.9),
    onCallShare: ChanceConstraint(threshold: 0.25, probability: 0.9),
    burnout: ChanceConstraint(threshold: 0.45, probability: 0.9), maxPartnerShare: 0.4,
    minimumSeniors: 1, graceMonths: 3)

  /// Turns off what makes leaving depend on tenure and burnout.
  package mutating func makeLeavingMemoryless() {
    for id: AssumptionID in [
      .turnoverTenureFirstQuarter, .turnoverTenureFirstYear, .turnoverTenureSecondYear,
      .turnoverTenureThirdAndFourthYear, .turnoverTenureLater, .turnoverHazardRatioBurnedOut,
    ] {
      assumptions[id] = 1
    }
  }

  /// A team of ramped-up people with a rota of `layers`; 0 is no rota.
  package static func team(
    _ id: String = "team", junior: Int = 0, mid: Int = 0, senior: Int = 0, staff: Int = 0,
    layers: Int = 1, sites: [Site] = [.utc], roadmapHours: Double? = nil
  ) -> Team {
    let members = [junior, mid, senior, staff].enumerated().flatMap { level, count in
      [Member](repeating: Member(level: level), count: count)
    }
    return Team(
      id: id, members: members, rota: layers > 0 ? Rota(layers: layers, sites: sites) : nil,
      roadmapHoursPerMonth: roadmapHours.map { ThreePoint($0) })
  }

  /// A service of one team with so many pages a month and twice today's peak in reserve.
  package static func service(
    _ id: String = "service", team: Int = 0, pages: Double = 2, upkeep: Double = 20,
    toil: Double = 10, headroom: Double = 2, compliance: [String] = []
  ) -> Service {
    Service(
      id: id, owners: [.team(team)], headroom: ThreePoint(headroom),
      pages: .rate(ThreePoint(pages)), compliance: compliance,
      upkeepHoursPerMonth: ThreePoint(upkeep), toilHoursPerMonth: ThreePoint(toil))
  }

  /// A partner that offers every level and is there from the month of its signature.
  package static func partner(
    leadMonths: Double = 0, rampMonths: Double = 0, productivity: Double = 1,
    oversight: Double = 0, knowledgeLoss: Double = 0.6, mayTouch: [String] = [],
    takesPager: Bool = false, engaged: [PartnerSeats] = []
  ) -> Partner {
    Partner(
      id: "partner", kind: .nearshore,
      ratePerHour: [40, 50, 60, 70].map { ThreePoint($0) }, maxSeats: 20,
      leadMonths: ThreePoint(leadMonths), rampMonths: ThreePoint(rampMonths),
      minimumTermMonths: 3, noticeMonths: 1, productivity: ThreePoint(productivity),
      oversight: ThreePoint(oversight), knowledgeLoss: ThreePoint(knowledgeLoss),
      mayTouch: mayTouch, takesPager: takesPager, engaged: engaged)
  }
}
