import Organization

/// The assumptions that the monthly step uses, looked up once.
///
/// A class, immutable, because it is handed to every step of every month, and its ninety numbers
/// would be copied each time.
package final class Rules: Sendable {
  /// Productive hours of one person in a month, meetings taken out.
  package let hoursPerMonth: Double
  package let communicationPerPair: Double
  package let toilExponent: Double
  package let scalingLeadMonths: Int
  package let scalingOverduePages: Double
  package let roadmapSlack: Double
  package let debtInterest: Double
  package let debtPaydown: Double
  package let debtPages: Double
  /// Share of each kind of work whose least standing is the given one; they add up to 1.
  package let shares: WorkDemand
  package let trafficElasticity: Double
  package let burstiness: Burstiness
  package let sleepShare: Double
  package let offHoursShare: Double
  package let overloadPages: Double
  package let newcomerPages: Double
  package let errorOdds: Double
  package let effortPerPage: Double
  package let handlingHours: Double
  package let maxPagesPer12Hours: Int
  package let contractHours: Double
  package let overtimeAbsorbed: Double
  package let overtimeMax: Double
  package let roadmapPressure: Double
  package let burnoutBase: Double
  /// The logarithm of the odds of ``burnoutBase``.
  package let burnoutBaseLogOdds: Double
  package let burnoutPerHour: Double
  package let burnoutNights: Double
  package let burnoutSleep: Double
  /// Share of the way to the stationary burnout that a month goes.
  package let burnoutPace: Double
  package let burnoutOutput: Double
  package let hazardRatio: Double
  /// First quarter, rest of the first year, second year, third and fourth, later.
  private let tenureFactors: (Double, Double, Double, Double, Double)
  package let startOutput: Double
  /// Ramp and exposure of people who come from another team, relative to those of hires.
  package let transferRamp: Double
  package let mentoringEarly: Double
  package let mentoringLate: Double
  package let guidancePerJunior: Double
  package let guidanceCapacity: Double
  package let guidanceFloor: Double
  /// Hours of a service with one missing competency, relative to none.
  package let gapWork: Double
  /// Pages of a service with one missing competency, relative to none.
  package let gapPages: Double
  /// Missing competencies that count at most.
  package let gapMost: Double
  package let acceptance: Double
  package let earlyExitPerMonth: Double
  /// Hires that recruiters can make in a month; `nil` is no limit.
  package let hiresPerMonth: Double?
  /// Standard deviation of the length of a search relative to its mean.
  package let leadTimeSpread: Double
  package let interviewHours: Double
  package let costPerHire: Double
  package let freeze: Range<Int>
  package let knowledgeHours: Double
  package let knowledgeLossDocumented: Double
  /// Money for an hour of mid-level work, benefits included.
  package let hourPrice: Double
  package let shortagePrice: Double
  package let slipPrice: Double

  init(_ organization: Organization) {
    let a = organization.assumptions
    let hiring = organization.hiring
    let workingHours = a[.timeWorkingDaysPerYear] * a[.timeHoursPerDay] / 12
    hoursPerMonth = workingHours * (1 - a[.timeMeetingShare])
    communicationPerPair = a[.timeCommunicationPerPair]
    toilExponent = a[.workToilTrafficExponent]
    scalingLeadMonths = max(1, Int(a[.workScalingLeadMonths].rounded()))
    scalingOverduePages = a[.workScalingOverduePages]
    roadmapSlack = clamp(a[.workRoadmapSlack], 0, 1)
    debtInterest = a[.workDebtInterest]
    debtPaydown = a[.workDebtPaydown]
    debtPages = a[.workDebtPages]
    var shares = WorkDemand()
    for kind in WorkKind.allCases { shares[kind] = Self.shares(of: kind, in: a) }
    self.shares = shares
    trafficElasticity = a[.incidentsTrafficElasticity]
    burstiness = Burstiness(max(1, a[.incidentsVarianceToMean]))
    sleepShare = a[.incidentsSleepShare]
    offHoursShare = a[.incidentsOffHoursShare]
    overloadPages = a[.incidentsOverloadPages]
    newcomerPages = a[.incidentsNewcomerPages]
    errorOdds = a[.incidentsErrorOddsBurnedOut]
    effortPerPage = a[.oncallEffortHoursPerPage]
    handlingHours = a[.oncallHandlingMinutes] / 60
    maxPagesPer12Hours = Int(clamp(a[.oncallMaxPagesPer12Hours], 0, 1000))
    contractHours = a[.hoursContract]
    overtimeAbsorbed = a[.hoursOvertimeAbsorbed]
    overtimeMax = a[.hoursOvertimeMax]
    roadmapPressure = a[.hoursRoadmapPressure]
    burnoutBase = clamp(a[.burnoutBaseRate], 1e-6, 1 - 1e-6)
    burnoutBaseLogOdds = logarithm(burnoutBase / (1 - burnoutBase))
    burnoutPerHour = a[.burnoutLogOddsPerHour]
    burnoutNights = logarithm(max(1e-6, a[.burnoutOddsNights]))
    burnoutSleep = logarithm(max(1e-6, a[.burnoutOddsShortSleep]))
    burnoutPace = 1 - exponential(-1 / max(0.1, a[.burnoutRelaxationMonths]))
    burnoutOutput = a[.burnoutOutput]
    hazardRatio = a[.turnoverHazardRatioBurnedOut]
    tenureFactors = (
      a[.turnoverTenureFirstQuarter], a[.turnoverTenureFirstYear],
      a[.turnoverTenureSecondYear], a[.turnoverTenureThirdAndFourthYear], a[.turnoverTenureLater]
    )
    startOutput = a[.rampStartOutput]
    transferRamp = clamp(a[.rampTransfer], 0, 1)
    mentoringEarly = a[.guidanceMentoringEarly]
    mentoringLate = a[.guidanceMentoringLate]
    guidancePerJunior = a[.guidancePerJunior]
    guidanceCapacity = a[.guidanceCapacityPerSenior]
    guidanceFloor = a[.guidanceOutputWithout]
    gapWork = max(1, a[.competencyGapWork])
    gapPages = max(1, a[.competencyGapPages])
    gapMost = max(0, a[.competencyGapMost])
    acceptance = clamp(hiring.acceptance.mean, 0.01, 1)
    earlyExitPerMonth = 1 - power(1 - clamp(hiring.earlyExit.mean, 0, 0.999), 1.0 / 6)
    hiresPerMonth = hiring.recruiters.map { $0.mean * hiring.hiresPerRecruiterAndQuarter.mean / 3 }
    leadTimeSpread = clamp(a[.hiringLeadTimeSpread], 0, 10)
    interviewHours = hiring.interviewHoursPerHire.mean
    costPerHire = hiring.costPerHire.mean
    freeze = Self.months(of: hiring.freeze, from: organization.start)
    knowledgeHours = a[.partnerKnowledgeHours]
    knowledgeLossDocumented = a[.partnerKnowledgeLossDocumented]
    hourPrice = Self.midCostPerMonth(organization) / workingHours
    shortagePrice = hourPrice * a[.costShortageMultiplier]
    slipPrice = hourPrice * a[.costSlipMultiplier]
  }

  /// The factor on leaving for somebody with so many completed months; `nil` is unknown.
  package func tenureFactor(months: Int?) -> Double {
    guard let months else { return tenureFactors.3 }
    switch months {
    case ..<3: return tenureFactors.0
    case ..<12: return tenureFactors.1
    case ..<24: return tenureFactors.2
    case ..<48: return tenureFactors.3
    default: return tenureFactors.4
    }
  }

  private static func months(of freeze: ClosedRange<YearMonth>?, from start: YearMonth)
    -> Range<Int>
  {
    guard let freeze else { return 0..<0 }
    let first = max(0, freeze.lowerBound - start)
    return first..<max(first, freeze.upperBound - start + 1)
  }

  /// What a mid-level engineer costs in a month; the cheapest level where there is no mid.
  private static func midCostPerMonth(_ organization: Organization) -> Double {
    let mid = organization.levels.first { $0.standing == .mid } ?? organization.levels.first
    let salary = mid?.salaryPerYear.mean ?? 0
    return salary * organization.assumptions[.costLoadedMultiplier] / 12
  }

  private static func shares(of kind: WorkKind, in a: Assumptions) -> ByStanding {
    let (mid, senior, staff): (AssumptionID, AssumptionID, AssumptionID) =
      switch kind {
      case .incidents: (.workShareIncidentsMid, .workShareIncidentsSenior, .workShareIncidentsStaff)
      case .compliance:
        (.workShareComplianceMid, .workShareComplianceSenior, .workShareComplianceStaff)
      case .scaling: (.workShareScalingMid, .workShareScalingSenior, .workShareScalingStaff)
      case .upkeep: (.workShareUpkeepMid, .workShareUpkeepSenior, .workShareUpkeepStaff)
      case .debt: (.workShareDebtMid, .workShareDebtSenior, .workShareDebtStaff)
      case .roadmap: (.workShareRoadmapMid, .workShareRoadmapSenior, .workShareRoadmapStaff)
      }
    var shares = ByStanding()
    shares[.staff] = clamp(a[staff], 0, 1)
    shares[.senior] = clamp(a[senior], 0, 1 - shares[.staff])
    shares[.mid] = clamp(a[mid], 0, 1 - shares.atLeast(.senior))
    shares[.junior] = max(0, 1 - shares.atLeast(.mid))
    return shares
  }
}
