package import Organization

/// What one seat of a plan is expected to bring, take and cost, month by month since it opens.
///
/// It is the mean-value recursion for one seat alone: offers, first days, ramp, leavers and their
/// backfills, in a team whose load is today's and whose seniors have time to guide. What a seat does
/// to the load of others is left out; plans made of it are judged by the whole engine.
package struct SeatLife: Hashable, Sendable {
  /// One month, expected values.
  package struct Month: Hashable, Sendable {
    /// People or seats that are there.
    package var present = 0.0
    /// Hours put out, before communication.
    package var hours = 0.0
    /// People who may carry the pager.
    package var callReady = 0.0
    /// People's worth of guidance that is needed.
    package var guidance = 0.0
    /// People who may guide others.
    package var mentors = 0.0
    /// Hours by the clock that mentoring, oversight and interviews take from others.
    package var taken = 0.0
    /// Requisitions handed to recruiters, backfills included.
    package var requisitions = 0.0
    /// Money: salaries with benefits, recruiting, invoices.
    package var cost = 0.0

    package init() {}

    /// Adds `count` of another life's month.
    fileprivate mutating func add(_ count: Double, times other: Month) {
      present += count * other.present
      hours += count * other.hours
      callReady += count * other.callReady
      guidance += count * other.guidance
      mentors += count * other.mentors
      taken += count * other.taken
      requisitions += count * other.requisitions
      cost += count * other.cost
    }
  }

  package let standing: Standing
  /// From the month in which the seat opens on.
  package private(set) var months: [Month]

  /// A hire: a requisition that is filled, ramps up, and is filled again whenever its holder leaves.
  ///
  /// - Parameters:
  ///   - level: index into ``Organization/levels``.
  ///   - team: index into ``Organization/teams``.
  ///   - model: the organisation.
  ///   - length: months to look at.
  ///   - probability: how likely the first holder is to be there by the month in which she is reckoned
  ///     with; `nil` reckons with the expected share of her from the first month in which she may be.
  ///   - progress: how far the search is when it opens.
  /// - Complexity: O(length²).
  package init(
    hire level: Int, at team: Int, in model: StaffingModel, months length: Int,
    arrivingBy probability: Double? = nil, progress: SeatProgress = .notBegun
  ) {
    standing = model.levels[level].standing
    months = [Month](repeating: Month(), count: length)
    let rules = model.rules
    let terms = model.terms(of: level, isHire: true, in: team)
    var offers = [Double](repeating: 0, count: length)
    func search(_ count: Double, until moment: Double) {
      let first = Int(moment.rounded(.down))
      let late = moment - Double(first)
      if first < length { offers[first] += count * (1 - late) }
      if first + 1 < length { offers[first + 1] += count * late }
    }
    // By month of the first day: people who are there.
    var cohorts = [Double](repeating: 0, count: length)
    var opened = 1.0
    let seat = Seat(
      team: team, level: level, source: .inHouse, openMonth: 0, progress: progress)
    let firstLead = model.monthsToOffer(of: seat)
    let arrival =
      seat.arrival.map(Double.init)
      ?? probability.map { Self.arrival(terms, lead: firstLead, rules, probability: $0) }
    for month in 0..<length {
      let lead = month == 0 ? firstLead : terms.leadMonths
      if month > 0 || progress == .notBegun { release(opened, in: month, lead: lead, rules: rules) }
      if month > 0 || arrival == nil { search(opened, until: Double(month) + lead) }
      var started = offers[month] * rules.acceptance
      search(offers[month] - started, until: Double(month) + max(1, terms.retryMonths))
      if let arrival {
        started += clamp(Double(month + 1) - arrival, 0, 1) - clamp(Double(month) - arrival, 0, 1)
      }
      cohorts[month] = started
      months[month].cost += started * rules.costPerHire
      opened = 0
      for first in 0...month where cohorts[first] > 0 {
        add(
          cohorts[first], age: Double(month - first), level: level, isHire: true,
          onboarding: model.teams[team].onboarding, in: model, to: month)
        months[month].cost += cohorts[first] * terms.costPerMonth
        let gone = cohorts[first] * leaving(age: month - first, terms, team: team, in: model)
        cohorts[first] -= gone
        opened += gone
      }
    }
  }

  /// A partner's seat.
  ///
  /// - Parameters:
  ///   - partner: index into ``Organization/partners``.
  ///   - level: index into ``Organization/levels``, one that the partner offers.
  ///   - team: index into ``Organization/teams``.
  ///   - lead: months from signing to the first day; `nil` are the partner's own.
  ///   - end: months from signing to the first one no longer worked; `nil` is never.
  ///   - model: the organisation.
  ///   - length: months to look at.
  package init(
    partner: Int, level: Int, at team: Int, lead: Double? = nil, end: Int?,
    in model: StaffingModel, months length: Int
  ) {
    standing = model.levels[level].standing
    months = [Month](repeating: Month(), count: length)
    let (rules, terms) = (model.rules, model.partners[partner])
    let cohort = PartnerCohort(
      partner: partner, level: level, start: lead ?? terms.leadMonths, end: end, count: 1)
    let worth = model.levels[level].productivity * terms.productivity * rules.hoursPerMonth
    var (worked, lost) = (0.0, 0.0)
    for month in 0..<length {
      let present = cohort.presence(in: month)
      let age = max(0, Double(month) - cohort.start)
      months[month].present = present
      months[month].cost = present * (terms.costPerMonth[level] ?? 0)
      months[month].taken = present * terms.oversight * rules.hoursPerMonth
      months[month].hours =
        present * worth
        * TeamCapacity.output(age: age, ramp: terms.rampMonths, start: rules.startOutput)
      if terms.takesPager {
        months[month].callReady =
          present * TeamCapacity.readiness(age: age, after: terms.rampMonths)
      }
      worked += present
      // What only the partner knew has to be found out again, which is upkeep until it is paid down.
      months[month].hours -= rules.debtInterest * lost
      lost *= 1 - rules.debtPaydown
      if let end, month + 1 == end {
        lost = min(12, worked) * rules.knowledgeHours * model.lossShare(of: partner, at: team)
      }
    }
  }

  /// Somebody who is there already, and whose place is filled again when she leaves.
  ///
  /// How long she has been there is not asked, as anybody of her level may be the one who changes teams.
  ///
  /// - Parameters:
  ///   - level: index into ``Organization/levels``.
  ///   - team: index into ``Organization/teams``, the one where she works.
  ///   - isNew: whether she comes from another team in the first month and ramps up.
  ///   - onRota: how likely she takes part in the rota.
  ///   - model: the organisation.
  ///   - length: months to look at.
  /// - Complexity: O(length²).
  package init(
    present level: Int, at team: Int, isNew: Bool, onRota: Double = 1, in model: StaffingModel,
    months length: Int
  ) {
    standing = model.levels[level].standing
    months = [Month](repeating: Month(), count: length)
    let rules = model.rules
    let terms = model.terms(of: level, isHire: false, in: team)
    let change = isNew ? TeamChange(month: 0, home: team) : nil
    let onboarding = change.onboarding(model.teams[team].onboarding, rules)
    let leaving = min(
      1,
      terms.attritionPerMonth * rules.tenureFactor(months: nil) * model.teams[team].leavingFactor)
    let backfill = SeatLife(hire: level, at: team, in: model, months: length)
    var there = 1.0
    for month in 0..<length {
      add(
        there, age: isNew ? Double(month) : nil, level: level, isHire: false, onRota: onRota,
        onboarding: onboarding, in: model, to: month)
      months[month].cost += there * terms.costPerMonth
      let gone = there * leaving
      there -= gone
      for later in month + 1..<max(month + 1, length) {
        months[later].add(gone, times: backfill.months[later - month - 1])
      }
    }
  }

  /// What a team is without when it loses a life.
  package var lost: SeatLife {
    var copy = self
    for month in months.indices {
      copy.months[month] = Month()
      copy.months[month].add(-1, times: months[month])
    }
    return copy
  }

  /// The same where all of it ends with a probability in each month.
  package func fading(perMonth: Double) -> SeatLife {
    var copy = self
    var left = 1.0
    for month in months.indices {
      copy.months[month] = Month()
      copy.months[month].add(left, times: months[month])
      left *= 1 - perMonth
    }
    return copy
  }

  /// The same with so much more money in its first month.
  package func costing(_ more: Double) -> SeatLife {
    var copy = self
    if !months.isEmpty { copy.months[0].cost += more }
    return copy
  }

  /// Months from opening a requisition to the first day that are not exceeded with a probability.
  ///
  /// Read off a grid of equally likely searches, each lognormal, after no, one, two… declined offers.
  private static func arrival(
    _ terms: LevelModel, lead: Double, _ rules: Rules, probability: Double
  ) -> Double {
    var searches = [(months: Double, weight: Double)]()
    var declined = 1.0
    for offers in 0..<8 {
      let retries = Double(offers) * max(1, terms.retryMonths)
      let mean = lead + retries
      let squares =
        lead * lead + retries * retries / Double(max(1, offers))
      let spread = mean > 0 ? rules.leadTimeSpread * squares.squareRoot() / mean : 0
      let length = Lognormal(mean: mean, coefficientOfVariation: spread)
      for place in 0..<Self.grid {
        let months = length.quantile((Double(place) + 0.5) / Double(Self.grid))
        searches.append((months, declined * rules.acceptance / Double(Self.grid)))
      }
      declined *= 1 - rules.acceptance
    }
    var sum = 0.0
    for search in searches.sorted(by: { $0.months < $1.months }) {
      sum += search.weight
      if sum >= probability { return search.months }
    }
    return .infinity
  }

  private static let grid = 64

  private mutating func release(_ count: Double, in month: Int, lead: Double, rules: Rules) {
    guard count > 0 else { return }
    months[month].requisitions += count
    let span = max(1, Int(lead.rounded(.up)))
    for later in month..<min(months.count, month + span) {
      months[later].taken += count * rules.interviewHours / Double(span)
    }
  }

  private mutating func add(
    _ count: Double, age: Double?, level: Int, isHire: Bool, onRota: Double = 1,
    onboarding: Double, in model: StaffingModel, to month: Int
  ) {
    let (rules, kind) = (model.rules, model.levels[level])
    var crew = Crew()
    crew.add(
      count, of: kind, age: age, onRota: onRota, vigour: 1, onboarding: onboarding,
      isHire: isHire, rules: rules)
    months[month].present += count
    months[month].hours += crew.hours(guidedOutput: 1).total
    months[month].callReady += crew.callReady
    months[month].guidance += crew.guidanceNeeded
    months[month].mentors += crew.mentors
    months[month].taken += crew.guidanceNeeded * rules.hoursPerMonth
  }

  private func leaving(age: Int, _ terms: LevelModel, team: Int, in model: StaffingModel) -> Double
  {
    let rules = model.rules
    var probability = terms.attritionPerMonth * rules.tenureFactor(months: age)
    if age < 6 { probability = max(probability, rules.earlyExitPerMonth) }
    return min(1, probability * model.teams[team].leavingFactor)
  }
}
