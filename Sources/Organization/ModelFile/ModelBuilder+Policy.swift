extension ModelBuilder {
  mutating func buildHiring() -> Hiring {
    let value = root["hiring"]
    let mid = levels.first { $0.standing == .mid }?.salaryPerYear.likely ?? 0
    return Hiring(
      recruiters: value?["recruiters"]?.number,
      hiresPerRecruiterAndQuarter: value?["hires-per-recruiter"]?.number
        ?? assumptions.row(.hiringHiresPerRecruiter).value,
      acceptance: value?["acceptance"]?.number ?? assumptions.row(.hiringAcceptance).value,
      earlyExit: value?["early-exit"]?.number ?? assumptions.row(.hiringEarlyExit).value,
      interviewHoursPerHire: value?["interview-hours"]?.number
        ?? assumptions.row(.hiringInterviewHours).value,
      costPerHire: value?["cost-per-hire"]?.number
        ?? assumptions.row(.hiringCostShareOfSalary).value.scaled(by: mid),
      freeze: freeze(value?["freeze"]))
  }

  private mutating func freeze(_ value: Checked?) -> ClosedRange<YearMonth>? {
    guard let value, let from = value["from"]?.month, let to = value["to"]?.month else {
      return nil
    }
    guard from <= to else {
      report(
        .outOfRange(value: "\(to)", allowed: "\(from) or later"), at: value["to"]?.position)
      return nil
    }
    return from...to
  }

  func buildPolicy() -> Policy {
    let value = root["policy"]
    return Policy(
      coverage: demand(value?["coverage"], "at-least", .policyCoverage),
      seniorCoverage: demand(value?["senior-coverage"], "at-least", .policySeniorCoverage),
      onCallShare: demand(value?["on-call-share"], "at-most", .oncallWarnTimeShare),
      burnout: demand(value?["burnout"], "at-most", .policyBurnout),
      extraBudgetPerQuarter: value?["extra-budget"]?.exact,
      maxNewSeats: value?["new-seats"]?.exact.map { Int($0) },
      maxPartnerShare: value?["partner-share"]?.exact ?? assumptions[.partnerMaxShare],
      minimumSeniors: Int(
        value?["minimum-seniors"]?.exact ?? assumptions[.policyMinimumSeniors].rounded()),
      graceMonths: Int(value?["grace"]?.exact ?? assumptions[.policyGraceMonths].rounded()))
  }

  private func demand(_ value: Checked?, _ word: String, _ row: AssumptionID) -> ChanceConstraint {
    ChanceConstraint(
      threshold: value?.exact ?? value?[word]?.exact ?? assumptions[row],
      probability: value?["probability"]?.exact ?? assumptions[.policyProbability])
  }
}
