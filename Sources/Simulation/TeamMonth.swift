import Organization

/// Money spent or lost in a month, by kind.
package struct CostByKind: Hashable, Sendable {
  /// Salaries with benefits.
  package var payroll = 0.0
  /// Recruiting of people who started.
  package var hiring = 0.0
  /// Invoices of partners.
  package var partner = 0.0
  /// Price put on urgent work that was not done.
  package var shortage = 0.0
  /// Price put on roadmap work that slipped.
  package var slip = 0.0

  package init() {}

  /// Money that leaves the bank.
  package var cash: Double { payroll + hiring + partner }
  /// Cash and the price of work not done.
  package var total: Double { cash + shortage + slip }

  package static func += (a: inout CostByKind, b: CostByKind) {
    a.payroll += b.payroll
    a.hiring += b.hiring
    a.partner += b.partner
    a.shortage += b.shortage
    a.slip += b.slip
  }
}

/// What a month does to a team; expected values.
package struct TeamMonth: Hashable, Sendable {
  /// Employed people by standing.
  package var headcount = ByStanding()
  package var partnerSeats = 0.0
  /// Employed people still in ramp.
  package var newcomers = 0.0
  /// People who may carry the pager.
  package var callReady = 0.0
  package var starters = 0.0
  /// People who came from other teams at the beginning of the month, and who went there.
  package var transfersIn = 0.0
  package var transfersOut = 0.0
  package var leavers = 0.0
  /// People who are of the next level from the month after, and those who rose at its beginning by
  /// the plan's decision.
  package var promotions = 0.0
  package var openRequisitions = 0.0
  /// Output in hours at contract hours, guidance and overheads taken out.
  package var capacityHours = 0.0
  /// Share of the guidance that newcomers and juniors need and get.
  package var guidance = 1.0
  package var askedHours = ByWorkKind()
  /// Done within contract hours.
  package var doneHours = ByWorkKind()
  /// Done of planned work, which is part of the upkeep in ``doneHours``.
  package var plannedHours = 0.0
  /// Done of what is asked, debt pay-down left out, 0 to 1.
  package var coverage = 1.0
  /// The same for work that needs a senior.
  package var seniorCoverage = 1.0
  /// Hours asked that need a senior, debt pay-down left out.
  package var seniorAskedHours = 0.0
  /// Coverage of this month and the two before it together, on which policies are judged.
  package var quarterCoverage = 1.0
  /// The same for work that needs a senior.
  package var quarterSeniorCoverage = 1.0
  package var pages = 0.0
  package var onCallShare = 0.0
  package var nightsPerWeek = 0.0
  package var pagesPer12Hours = 0.0
  /// Probability that a 12-hour shift has more pages than the limit.
  package var shiftOverLimit = 0.0
  /// Probability that a page finds everybody on call busy.
  package var allBusy = 0.0
  /// Pages between 22 and 08 local time, per person on the rota.
  package var sleepInterruptions = 0.0
  /// Pages outside working hours, per person on the rota, sleep included.
  package var freeTimeInterruptions = 0.0
  package var weeklyHours = 0.0
  /// Expected share of employees who are burned out.
  package var burnout = 0.0
  /// Deferred upkeep, in hours.
  package var debtHours = 0.0
  /// Roadmap work missed so far, in months of what is asked.
  package var slipMonths = 0.0
  package var cost = CostByKind()
  /// Competencies that its services need and nobody in it holds; parts of one where the last holder
  /// is only expected to have left.
  package var missingCompetencies = 0.0

  package init() {}
}

/// Everything that one course of events does, by team and month.
package struct Trajectory: Sendable {
  package let teamCount: Int
  package let months: Int
  /// All months of a team together.
  package private(set) var cells: [TeamMonth]
  /// Pages by service and month, all months of a service together.
  private var servicePages: [Double]

  package init(teamCount: Int, serviceCount: Int, months: Int) {
    self.teamCount = teamCount
    self.months = months
    cells = [TeamMonth](repeating: TeamMonth(), count: teamCount * months)
    servicePages = [Double](repeating: 0, count: serviceCount * months)
  }

  package subscript(team team: Int, month month: Int) -> TeamMonth {
    get { cells[team * months + month] }
    set { cells[team * months + month] = newValue }
  }

  /// Counts an open requisition at a month's end.
  mutating func addRequisition(_ count: Double, team: Int, month: Int) {
    cells[team * months + month].openRequisitions += count
  }

  /// Keeps a month's pages of every service.
  mutating func set(servicePages pages: [Double], month: Int) {
    servicePages.withUnsafeMutableBufferPointer { all in
      for service in pages.indices { all[service * months + month] = pages[service] }
    }
  }

  /// Work can be moved within a quarter, so demands on coverage are made of a quarter's sum.
  func fillQuarter(_ cell: inout TeamMonth, team: Int, month: Int) {
    var all = QuarterWork()
    for before in max(0, month - 2)..<month { all.add(cells[team * months + before]) }
    all.add(cell)
    cell.quarterCoverage = all.coverage
    cell.quarterSeniorCoverage = all.seniorCoverage
  }

  /// Pages of a service by month.
  package func pages(ofService service: Int) -> [Double] {
    Array(servicePages[(service * months)..<((service + 1) * months)])
  }

  /// Cost of the whole course.
  package var cost: CostByKind {
    var sum = CostByKind()
    for cell in cells { sum += cell.cost }
    return sum
  }
}
