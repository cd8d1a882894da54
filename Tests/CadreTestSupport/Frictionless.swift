package import Organization
package import Simulation

/// One team for which staffing is the newsvendor's problem, until frictions are switched on.
///
/// One level, nobody on call, no roadmap, no debt; who is hired is there at once, puts out one
/// person's hours and stays. Work is counted in persons, and so is what is left undone, each person's
/// month of it at ``shortage`` times what an employee costs.
package struct Frictionless {
  /// Equally likely courses of persons' worth of work by month.
  package var courses: [[Double]]
  /// Price of a person's month not worked, relative to what an employee costs.
  package var shortage = 3.0
  /// Cost of a partner's seat relative to an employee's; `nil` is no partner.
  package var rented: Double?
  package var term = 1
  /// Employees of today.
  package var present = 0
  /// Relative to a month of an employee.
  package var costPerHire = 0.0
  package var attritionPerYear = 0.0
  package var rampMonths = 0.0
  package var leadMonths = 0.0

  package init(courses: [[Double]]) { self.courses = courses }

  /// The same work in every future.
  package init(profile: [Double]) { self.init(courses: [profile]) }

  /// Work that has the values of `sample` in each month, in another order of futures.
  package init(sample: [Double], months: Int) {
    self.init(
      courses: sample.indices.map { course in
        (0..<months).map { sample[(course + 7 * $0) % sample.count] }
      })
  }

  package var months: Int { courses[0].count }

  /// Money that an employee costs in a month.
  package static let monthly = 10_000.0

  package var organization: Organization {
    var example = ExampleOrganization()
    example.months = months
    for id in Self.without { example.assumptions[id] = 0 }
    for id: AssumptionID in [.workToilTrafficExponent, .burnoutOutput, .costLoadedMultiplier] {
      example.assumptions[id] = 1
    }
    example.makeLeavingMemoryless()
    example.assumptions[.costShortageMultiplier] = shortage
    example.partners = [ExampleOrganization.partner(knowledgeLoss: 0)]
    var organization = example.organization
    organization.levels = [
      Level(
        id: "engineer", standing: .mid, salaryPerYear: ThreePoint(12 * Self.monthly),
        productivity: ThreePoint(1), rampMonths: ThreePoint(rampMonths),
        leadDays: ThreePoint(leadMonths * 365 / 12), attritionPerYear: ThreePoint(attritionPerYear))
    ]
    organization.teams = [
      Team(
        id: "team", members: [Member](repeating: Member(level: 0), count: present),
        roadmapHoursPerMonth: ThreePoint(0))
    ]
    let hours =
      organization.assumptions[.timeWorkingDaysPerYear]
      * organization.assumptions[.timeHoursPerDay] / 12
    organization.services = [
      ExampleOrganization.service(pages: 0, upkeep: 0, toil: hours, headroom: 100)
    ]
    organization.hiring.interviewHoursPerHire = ThreePoint(0)
    organization.hiring.costPerHire = ThreePoint(costPerHire * Self.monthly)
    if let rented {
      organization.partners[0].ratePerHour = [ThreePoint(rented * Self.monthly / hours)]
      organization.partners[0].minimumTermMonths = term
      organization.partners[0].maxSeats = 60
    } else {
      organization.partners = []
    }
    let anything = ChanceConstraint(threshold: 0, probability: 0.9)
    organization.policy = Policy(
      coverage: anything, seniorCoverage: anything,
      onCallShare: ChanceConstraint(threshold: 1, probability: 0.9),
      burnout: ChanceConstraint(threshold: 1, probability: 0.9), maxPartnerShare: 0.9,
      minimumSeniors: 0, graceMonths: 0)
    return organization
  }

  package var traffic: TrafficOutlook {
    // A little more than the plan, so that scaling can look ahead.
    let means = courses.map { $0 + [Double](repeating: 1, count: 6) }
    return TrafficOutlook(
      drivers: [
        DriverOutlook(
          means: means, peaks: means.map { $0.map { _ in 1 } },
          basis: .growth(ThreePoint(0), isAssumed: false))
      ], months: months + 6)
  }

  private static let without: [AssumptionID] = [
    .timeMeetingShare, .timeCommunicationPerPair, .workDebtInterest, .workDebtPaydown,
    .hoursOvertimeAbsorbed, .costSlipMultiplier, .partnerExtraCost, .guidanceMentoringEarly,
    .guidanceMentoringLate, .workShareIncidentsSenior, .workShareIncidentsStaff,
    .workShareComplianceSenior, .workShareComplianceStaff, .workShareScalingSenior,
    .workShareScalingStaff, .workShareUpkeepSenior, .workShareUpkeepStaff, .workShareDebtSenior,
    .workShareDebtStaff, .workShareRoadmapSenior, .workShareRoadmapStaff,
  ]
}
