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

  func value(of month: TeamMonth) -> Double {
    switch self {
    case .coverage: month.quarterCoverage
    case .seniorCoverage: month.quarterSeniorCoverage
    case .people: month.headcount.total + month.partnerSeats
    case .burnout: month.burnout
    case .onCallShare: month.onCallShare
    case .weeklyHours: month.weeklyHours
    case .pages: month.pages
    case .leavers: month.leavers
    case .slipMonths: month.slipMonths
    }
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

  /// Whether it is an amount of money.
  package var isMoney: Bool {
    switch self {
    case .total, .cash, .payroll, .hiring, .partner, .shortage, .slip: true
    case .leavers, .starters, .policyKept: false
    }
  }
}
