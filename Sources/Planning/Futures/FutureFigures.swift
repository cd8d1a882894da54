import Simulation

/// A number of a team's month that is told of many futures.
package enum TeamFigure: Int, CaseIterable, Sendable {
  case coverage, seniorCoverage, people, burnout, onCallShare, weeklyHours, pages, leavers,
    slipMonths

  package var name: String {
    switch self {
    case .coverage: "coverage"
    case .seniorCoverage: "seniorCoverage"
    case .people: "people"
    case .burnout: "burnout"
    case .onCallShare: "onCallShare"
    case .weeklyHours: "weeklyHours"
    case .pages: "pages"
    case .leavers: "leavers"
    case .slipMonths: "slipMonths"
    }
  }

  /// Tells each figure of a month.
  @inline(__always)
  static func tell(_ month: TeamMonth, to body: (TeamFigure, Double) -> Void) {
    body(.coverage, month.quarterCoverage)
    body(.seniorCoverage, month.quarterSeniorCoverage)
    body(.people, month.headcount.total + month.partnerSeats)
    body(.burnout, month.burnout)
    body(.onCallShare, month.onCallShare)
    body(.weeklyHours, month.weeklyHours)
    body(.pages, month.pages)
    body(.leavers, month.leavers)
    body(.slipMonths, month.slipMonths)
  }
}

/// A number of a whole future.
package enum FutureFigure: Int, CaseIterable, Sendable {
  case total, cash, payroll, hiring, partner, shortage, slip, leavers, starters
  /// Share of the team-months in which every demand of the policy is kept.
  case policyKept

  package var name: String {
    switch self {
    case .total: "total"
    case .cash: "cash"
    case .payroll: "payroll"
    case .hiring: "hiring"
    case .partner: "partner"
    case .shortage: "shortage"
    case .slip: "slip"
    case .leavers: "leavers"
    case .starters: "starters"
    case .policyKept: "policyKept"
    }
  }
}
