import Organization
package import Simulation

/// How far somebody new is trusted, in order.
package enum Exposure: String, CaseIterable, Sendable {
  case readOnly = "read-only"
  case lowRiskFixes = "low-risk-fixes"
  case internalTools = "internal-tools"
  case nonCriticalServices = "non-critical-services"
  case onCall = "on-call"
  case owner

  package var name: String {
    switch self {
    case .readOnly: "reads code, logs and dashboards"
    case .lowRiskFixes: "ships low-risk fixes"
    case .internalTools: "works on internal tools and jobs"
    case .nonCriticalServices: "works on non-critical services"
    case .onCall: "carries the pager"
    case .owner: "owns a core service"
    }
  }
}

/// From when on somebody in a seat is trusted with what.
package struct ExposurePlan: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    package var exposure: Exposure
    /// Expected, in months of the plan from 0.
    package var month: Double
  }

  /// In order of trust, and so of time.
  package let steps: [Step]

  /// - Parameters:
  ///   - seat: whose first day is `start`.
  ///   - start: the first day, in months of the plan.
  ///   - model: the ramps.
  package init(_ seat: Seat, start: Double, in model: StaffingModel) {
    let assumptions = model.organization.assumptions
    let team = model.teams[seat.team]
    let full: Double
    var leftOut = Set<Exposure>()
    if team.rota.layers == 0 { leftOut.insert(.onCall) }
    switch seat.source {
    case .inHouse:
      full = model.levels[seat.level].monthsToOnCall * team.onboarding
      // Somebody whose work needs guidance owns nothing yet.
      if model.levels[seat.level].standing == .junior { leftOut.insert(.owner) }
    case .partner(let partner):
      full = model.partners[partner].rampMonths
      if !model.partners[partner].takesPager { leftOut.insert(.onCall) }
      // Whoever may leave with a contract is not the owner.
      leftOut.insert(.owner)
    }
    var latest = start
    var steps = [Step]()
    for exposure in Exposure.allCases where !leftOut.contains(exposure) {
      let share: Double =
        switch exposure {
        case .readOnly: 0
        case .lowRiskFixes: assumptions[.rampStageLowRisk]
        case .internalTools: assumptions[.rampStageInternal]
        case .nonCriticalServices: assumptions[.rampStageNonCritical]
        case .onCall: 1
        case .owner: assumptions[.rampStageOwner]
        }
      // A model may put the stages out of order; nobody is trusted with less after more.
      latest = max(latest, start + share * full)
      if let end = seat.endMonth, latest >= Double(end) { break }
      steps.append(Step(exposure: exposure, month: latest))
    }
    self.steps = steps
  }
}
