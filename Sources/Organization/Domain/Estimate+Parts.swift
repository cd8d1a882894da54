extension Level {
  /// One of its estimates; a set one cannot be unset.
  subscript(part: Estimate.LevelPart) -> ThreePoint? {
    get {
      switch part {
      case .salary: salaryPerYear
      case .productivity: productivity
      case .ramp: rampMonths
      case .lead: leadDays
      case .attrition: attritionPerYear
      }
    }
    set {
      guard let newValue else { return }
      switch part {
      case .salary: salaryPerYear = newValue
      case .productivity: productivity = newValue
      case .ramp: rampMonths = newValue
      case .lead: leadDays = newValue
      case .attrition: attritionPerYear = newValue
      }
    }
  }
}

extension Service {
  /// One of its estimates, `nil` where it has none; a set one cannot be unset.
  subscript(part: Estimate.ServicePart) -> ThreePoint? {
    get {
      switch part {
      case .headroom: headroom
      case .automation: automation
      case .pages: pages.known
      case .upkeep: upkeepHoursPerMonth
      case .toil: toilHoursPerMonth
      case .timeToRecover: metrics.hoursToRecover
      case .deployments: metrics.deploymentsPerMonth
      case .changeFailures: metrics.changeFailures
      }
    }
    set {
      guard let newValue else { return }
      switch part {
      case .headroom: headroom = newValue
      case .automation: automation = newValue
      case .pages: pages = .rate(newValue)
      case .upkeep: upkeepHoursPerMonth = newValue
      case .toil: toilHoursPerMonth = newValue
      case .timeToRecover: metrics.hoursToRecover = newValue
      case .deployments: metrics.deploymentsPerMonth = newValue
      case .changeFailures: metrics.changeFailures = newValue
      }
    }
  }
}

extension Partner {
  /// One of its estimates; a set one cannot be unset.
  subscript(part: Estimate.PartnerPart) -> ThreePoint? {
    get {
      switch part {
      case .lead: leadMonths
      case .ramp: rampMonths
      case .productivity: productivity
      case .oversight: oversight
      case .knowledgeLoss: knowledgeLoss
      }
    }
    set {
      guard let newValue else { return }
      switch part {
      case .lead: leadMonths = newValue
      case .ramp: rampMonths = newValue
      case .productivity: productivity = newValue
      case .oversight: oversight = newValue
      case .knowledgeLoss: knowledgeLoss = newValue
      }
    }
  }
}

extension Hiring {
  /// One of its estimates, `nil` where it has none; a set one cannot be unset.
  subscript(part: Estimate.HiringPart) -> ThreePoint? {
    get {
      switch part {
      case .recruiters: recruiters
      case .hiresPerRecruiter: hiresPerRecruiterAndQuarter
      case .acceptance: acceptance
      case .earlyExit: earlyExit
      case .interviews: interviewHoursPerHire
      case .cost: costPerHire
      }
    }
    set {
      guard let newValue else { return }
      switch part {
      case .recruiters: recruiters = newValue
      case .hiresPerRecruiter: hiresPerRecruiterAndQuarter = newValue
      case .acceptance: acceptance = newValue
      case .earlyExit: earlyExit = newValue
      case .interviews: interviewHoursPerHire = newValue
      case .cost: costPerHire = newValue
      }
    }
  }
}

extension Region {
  /// One of its estimates; a set one cannot be unset.
  subscript(part: Estimate.RegionPart) -> ThreePoint? {
    get {
      switch part {
      case .latencyWork: latencyHours
      case .lead: market.lead
      case .salary: market.salary
      case .attrition: market.attrition
      }
    }
    set {
      guard let newValue else { return }
      switch part {
      case .latencyWork: latencyHours = newValue
      case .lead: market.lead = newValue
      case .salary: market.salary = newValue
      case .attrition: market.attrition = newValue
      }
    }
  }
}

extension PageHistory {
  fileprivate var known: ThreePoint? {
    if case .rate(let value) = self { value } else { nil }
  }
}
