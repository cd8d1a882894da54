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
    Policy(
      coverage: demand("coverage", "at-least", .policyCoverage),
      seniorCoverage: demand("senior-coverage", "at-least", .policySeniorCoverage),
      onCallShare: demand("on-call-share", "at-most", .oncallWarnTimeShare),
      burnout: demand("burnout", "at-most", .policyBurnout),
      extraBudgetPerQuarter: policy("extra-budget"),
      maxNewSeats: policy("new-seats").map { Int($0) },
      maxPartnerShare: policy("partner-share") ?? assumptions[.partnerMaxShare],
      minimumSeniors: policy("minimum-seniors", or: .policyMinimumSeniors),
      graceMonths: policy("grace", or: .policyGraceMonths))
  }

  private func policy(_ key: String) -> Double? { root["policy"]?[key]?.exact }

  private func policy(_ key: String, or row: AssumptionID) -> Int {
    Int(policy(key) ?? assumptions[row].rounded())
  }

  private func demand(_ key: String, _ word: String, _ row: AssumptionID) -> ChanceConstraint {
    let value = root["policy"]?[key]
    return ChanceConstraint(
      threshold: value?.exact ?? value?[word]?.exact ?? assumptions[row],
      probability: value?["probability"]?.exact ?? assumptions[.policyProbability])
  }
}
