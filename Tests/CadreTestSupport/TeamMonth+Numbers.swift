import Organization
package import Simulation

extension TeamMonth {
  /// Every number of the month with its name; a test holds the list complete.
  package var numbers: [(name: String, value: Double)] {
    var all: [(name: String, value: Double)] = [
      ("partnerSeats", partnerSeats), ("newcomers", newcomers), ("callReady", callReady),
      ("starters", starters), ("leavers", leavers), ("promotions", promotions),
      ("transfersIn", transfersIn), ("transfersOut", transfersOut),
      ("openRequisitions", openRequisitions),
      ("capacityHours", capacityHours), ("seniorAskedHours", seniorAskedHours), ("pages", pages),
      ("nightsPerWeek", nightsPerWeek),
      ("pagesPer12Hours", pagesPer12Hours), ("sleepInterruptions", sleepInterruptions),
      ("freeTimeInterruptions", freeTimeInterruptions), ("weeklyHours", weeklyHours),
      ("debtHours", debtHours), ("slipMonths", slipMonths), ("payroll", cost.payroll),
      ("hiring", cost.hiring), ("partner", cost.partner), ("shortage", cost.shortage),
      ("slip", cost.slip), ("missingCompetencies", missingCompetencies),
      ("plannedHours", plannedHours),
    ]
    all += shares
    all += Standing.allCases.map { ("headcount \($0)", headcount[$0]) }
    all += WorkKind.allCases.map { ("asked \($0)", askedHours[$0]) }
    all += WorkKind.allCases.map { ("done \($0)", doneHours[$0]) }
    return all
  }

  /// The numbers that are shares of a whole.
  package var shares: [(name: String, value: Double)] {
    [
      ("guidance", guidance), ("coverage", coverage), ("seniorCoverage", seniorCoverage),
      ("onCallShare", onCallShare), ("shiftOverLimit", shiftOverLimit), ("allBusy", allBusy),
      ("burnout", burnout), ("quarterCoverage", quarterCoverage),
      ("quarterSeniorCoverage", quarterSeniorCoverage),
    ]
  }
}

/// Whether two numbers agree to a billionth, relative to the larger or to 1.
package func agree(_ a: Double, _ b: Double) -> Bool {
  abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
}

/// The names of the numbers in which two months disagree.
package func differences(_ a: TeamMonth, _ b: TeamMonth) -> [String] {
  zip(a.numbers, b.numbers).filter { !agree($0.value, $1.value) }.map {
    "\($0.name): \($0.value) and \($1.value)"
  }
}
