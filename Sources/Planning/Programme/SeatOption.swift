import Organization
import Simulation

/// A seat that a programme may open, as often as it likes, or one of the two halves of a transfer or a
/// promotion.
struct SeatOption: Sendable {
  /// Of a half: the team that it concerns, the level and the month.
  var seat: Seat
  /// What is expected of it, from the month in which it opens on.
  let life: SeatLife
  /// What it brings as likely as the policy wants its demands to hold.
  let sure: SeatLife
  /// The transfer of which it is what the old team loses, or what the new one gets.
  var transfer: Transfer?
  /// The promotion of which it is what the team loses at the old level, or gets at the new one.
  var rise: Rise?
  /// Of a half: whether it is what a team loses.
  var isLoss = false
  /// How often it may be taken.
  var most = Self.mostAlike

  /// Most seats that are alike; more would be opened a month later or at another level.
  static let mostAlike = 30.0

  /// Whether it opens a seat, and is no half of anything.
  var isSeat: Bool { transfer == nil && rise == nil }

  /// What is expected of it in a month of the plan.
  func expected(in month: Int) -> SeatLife.Month { Self.at(month - seat.openMonth, life) }

  /// What can be relied on in a month of the plan.
  func sure(in month: Int) -> SeatLife.Month { Self.at(month - seat.openMonth, sure) }

  private static func at(_ age: Int, _ life: SeatLife) -> SeatLife.Month {
    life.months.indices.contains(age) ? life.months[age] : SeatLife.Month()
  }

  var isSenior: Bool { life.standing >= .senior }
  var partner: Int? {
    switch seat.source {
    case .inHouse: nil
    case .partner(let partner): partner
    }
  }

  /// Expected money within the plan, and what a contract that begins late still costs after it.
  func cost(in model: StaffingModel) -> Double {
    (seat.openMonth..<max(seat.openMonth, model.months)).reduce(0) { $0 + expected(in: $1).cost }
      + PlanCost.afterPlan(of: seat, in: model)
  }
}

/// All seats that a strategy may open at a team.
struct SeatOptions {
  let model: StaffingModel
  let strategy: Strategy

  /// Months of the plan in which seats may open in any month; later ones open by quarter.
  ///
  /// What opens in more than a year is planned again before it does, and each month that may open
  /// seats makes programmes larger; of many teams only the first quarter goes by months.
  static func openingByMonth(teams: Int) -> Int {
    teams <= ProgrammeSearch.mostTogether ? 12 : 3
  }

  /// The months in which a seat may open, of those in which it is possible: of later quarters the
  /// first one.
  private func openings(before end: Int, where isPossible: (Int) -> Bool) -> [Int] {
    let byMonth = Self.openingByMonth(teams: model.teams.count)
    let near = (0..<min(end, byMonth)).filter(isPossible)
    let later = Quarters.all(of: model.months).compactMap { quarter in
      quarter.first { $0 >= byMonth && $0 < end && isPossible($0) }
    }
    return near + later
  }

  /// Contracts last the minimum term, so many months longer, or to the end of the plan.
  private static let longer = [0, 3, 6]

  /// - Complexity: O(levels × months² + partners × levels × months).
  func all(at team: Int) -> [SeatOption] {
    guard strategy != .asIs else { return [] }
    let rentals = strategy == .inHouse ? [] : rentals(at: team)
    // A team that no partner may help has to hire, whatever the strategy prefers.
    return strategy == .partner && !rentals.isEmpty ? rentals : hires(at: team) + rentals
  }

  /// The option that a seat is, whatever a strategy would do.
  func option(of seat: Seat) -> SeatOption {
    switch seat.source {
    case .inHouse: return hire(seat.level, at: seat.team, seat.progress)(seat.openMonth)
    case .partner(let partner):
      let life = SeatLife(
        partner: partner, level: seat.level, at: seat.team,
        lead: model.monthsToBegin(with: partner, of: seat),
        end: seat.endMonth.map { $0 - seat.openMonth }, in: model, months: model.months)
      return SeatOption(seat: seat, life: life, sure: life)
    }
  }

  private func hires(at team: Int) -> [SeatOption] {
    model.levels.indices.flatMap { level -> [SeatOption] in
      let opened = hire(level, at: team)
      return openings(before: model.months) { month in
        !model.rules.freeze.contains(month)
          && PlanCost.startMonth(of: opened(month).seat, in: model) < Double(model.months)
      }.map(opened)
    }
  }

  /// Seats of one level by the month in which they open; their lives are worked out once.
  private func hire(
    _ level: Int, at team: Int, _ progress: SeatProgress = .notBegun
  ) -> (Int) -> SeatOption {
    let life = SeatLife(
      hire: level, at: team, in: model, months: model.months, progress: progress)
    let sure = SeatLife(
      hire: level, at: team, in: model, months: model.months,
      arrivingBy: model.organization.policy.coverage.probability, progress: progress)
    return { month in
      SeatOption(
        seat: Seat(
          team: team, level: level, source: .inHouse, openMonth: month, progress: progress),
        life: life, sure: sure)
    }
  }

  private func rentals(at team: Int) -> [SeatOption] {
    guard model.organization.policy.maxPartnerShare > 0 else { return [] }
    return model.partners.indices.flatMap { partner in
      model.levels.indices.flatMap { level in rentals(from: partner, level: level, at: team) }
    }
  }

  private func rentals(from partner: Int, level: Int, at team: Int) -> [SeatOption] {
    let terms = model.partners[partner]
    guard terms.costPerMonth[level] != nil,
      model.levels[level].productivity * terms.productivity > terms.oversight
    else { return [] }
    let lead = Int(terms.leadMonths.rounded(.up))
    let shortest = max(1, model.organization.partners[partner].minimumTermMonths)
    let whole = life(partner, level: level, at: team, end: nil)
    let ends = Self.longer.map { lead + shortest + $0 }
    let lives = ends.map { life(partner, level: level, at: team, end: $0) }
    let months = openings(before: max(0, model.months - lead)) { month in
      model.teams[team].openToPartner(partner, in: month + lead) >= SeatMarket.leastOpen
    }
    return months.flatMap { month -> [SeatOption] in
      var seat = Seat(team: team, level: level, source: .partner(partner), openMonth: month)
      var options = [SeatOption(seat: seat, life: whole, sure: whole)]
      for (end, life) in zip(ends, lives) where month + end < model.months {
        seat.endMonth = month + end
        options.append(SeatOption(seat: seat, life: life, sure: life))
      }
      return options
    }
  }

  private func life(_ partner: Int, level: Int, at team: Int, end: Int?) -> SeatLife {
    SeatLife(partner: partner, level: level, at: team, end: end, in: model, months: model.months)
  }
}
