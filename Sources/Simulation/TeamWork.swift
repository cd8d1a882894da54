import Organization

/// A team's month of work: what gets done, and what the load does to people.
enum TeamWork {
  /// What a month's work leaves behind.
  struct Outcome {
    /// The burnout to which the load would lead.
    var stationary: Double
    /// Work missing relative to capacity.
    var pressure: Double
  }

  /// Does the month's work and fills in what it means for people.
  ///
  /// What is not done within contract hours is left in `open`, whatever was in it before.
  ///
  /// - Returns: what the month leaves behind.
  static func work(
    _ demand: Demand, capacity: TeamCapacity, rota: RotaModel, rules: Rules,
    into month: inout TeamMonth, leaving open: inout WorkDemand
  ) -> Outcome {
    let load = OnCallLoad(
      people: capacity.callReady, layers: rota.layers, pages: demand.pages,
      expected: demand.expectedPages, windows: rota.windows,
      elsewhere: (demand.sleepPages, demand.offPages), rules: rules)
    open = WorkDemand(demand.asked, shares: rules.shares)
    let seniorAsked = open.seniorHours
    let total = capacity.pool.total
    month.doneHours = capacity.pool.worked(off: &open)
    let pressure =
      total > 0
      ? min(2, (open.urgent + rules.roadmapPressure * open.roadmap.total) / total)
      : (demand.asked.total > 0 ? 2 : 0)
    let overtime = min(
      rules.overtimeMax, rules.overtimeAbsorbed * pressure * rules.contractHours)
    month.weeklyHours = rules.contractHours + overtime

    month.askedHours = demand.asked
    let asked = demand.asked.total - demand.asked[.debt]
    let done = month.doneHours.total - month.doneHours[.debt]
    month.coverage = asked > 1e-9 ? min(1, done / asked) : 1
    month.seniorAskedHours = seniorAsked
    month.seniorCoverage = seniorAsked > 1e-9 ? 1 - open.seniorHours / seniorAsked : 1

    month.capacityHours = total
    month.guidance = capacity.guidance
    month.pages = demand.pages
    month.onCallShare = load.share
    month.nightsPerWeek = load.nightsPerWeek
    month.pagesPer12Hours = load.pagesPer12Hours
    month.shiftOverLimit = load.shiftOverLimit
    month.allBusy = load.allBusy
    month.sleepInterruptions = load.sleepInterruptions
    month.freeTimeInterruptions = load.freeTimeInterruptions
    let stationary = Burnout.stationary(
      weeklyHours: month.weeklyHours, nightsPerWeek: load.nightsPerWeek,
      sleepInterruptionsPerWeek: load.sleepInterruptions * 12 / 52, rules: rules)
    return Outcome(stationary: stationary, pressure: pressure)
  }

  /// How much more a team is paged because it is overloaded, indebted, new or burned out.
  static func pageFactor(
    _ condition: TeamCondition, capacity: TeamCapacity, steadyHours: Double, rules: Rules
  ) -> Double {
    let people = capacity.headcount.total + capacity.partnerSeats
    // What a year of debt does is all that debt can do: without a bound pages make debt and debt
    // makes pages, faster than exponentially.
    let debt = steadyHours > 0 ? min(1, condition.debtHours / (12 * steadyHours)) : 0
    let newcomers = people > 0 ? capacity.newcomers / people : 0
    return (1 + rules.overloadPages * condition.pressure)
      * (1 + rules.debtPages * debt)
      * (1 + rules.newcomerPages * newcomers)
      * (1 + (rules.errorOdds - 1) * condition.burnout)
  }
}
