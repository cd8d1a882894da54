package import Organization
import Simulation

extension PlanFile {
  /// The recommended plan with what it leads to where everything random is at its mean.
  ///
  /// - Parameters:
  ///   - recommendation: with its seats named.
  ///   - seed: of its random numbers.
  ///   - match: of the seats of the plan before, where it was made from one.
  package init(_ recommendation: Recommendation, seed: UInt64, match: StarterMatch? = nil) {
    let organization = recommendation.organization
    self.init(
      model: organization.name, scenario: organization.scenario, currency: organization.currency,
      start: organization.start, months: organization.months, seed: seed,
      strategy: recommendation.recommended.strategy.rawValue)
    takeTerms(of: recommendation.model)
    expected = Self.expectations(
      recommendation.recommended.expected, recommendation.traffic, in: organization)
    for (seat, starter) in match?.filled ?? [] { filled[seat.id] = starter.began }
    let (teams, levels) = (organization.teams, organization.levels)
    transfers = recommendation.recommended.plan.transfers.map {
      Transfer(
        level: levels[$0.level].id, from: teams[$0.from].id, to: teams[$0.to].id,
        month: organization.start + $0.month)
    }
    promotions = recommendation.recommended.plan.rises.map {
      Promotion(
        team: teams[$0.team].id, level: levels[$0.level].id, month: organization.start + $0.month)
    }
    seats = recommendation.seats.map { $0.record(in: organization) }
  }

  private mutating func takeTerms(of model: StaffingModel) {
    let organization = model.organization
    let declined = (1 - model.rules.acceptance) / model.rules.acceptance
    for (level, terms) in zip(organization.levels, model.levels) {
      levels[level.id] = LevelTerms(
        monthsToFill: terms.leadMonths + declined * max(1, terms.retryMonths),
        costPerMonth: terms.costPerMonth)
    }
    for (partner, terms) in zip(organization.partners, model.partners) {
      var prices = [String: Double]()
      for (level, price) in zip(organization.levels, terms.costPerMonth) {
        prices[level.id] = price
      }
      partners[partner.id] = prices
    }
  }

  /// At the start, by quarter, and at the end.
  private static func expectations(
    _ course: Trajectory, _ traffic: TrafficFuture, in organization: Organization
  ) -> [Expectation] {
    var sums = organization.teams.map { Expected(people: Double($0.members.count)) }
    var rows = [Expectation]()
    for month in 0...course.months {
      if month % 3 == 0 || month == course.months {
        rows.append(row(sums, traffic, month: month, of: course.months, in: organization))
      }
      guard month < course.months else { break }
      for team in sums.indices { sums[team].add(course[team: team, month: month]) }
    }
    return rows
  }

  /// What a team has come to by the beginning of a month.
  private struct Expected {
    var people: Double
    var leavers = 0.0
    var cash = 0.0
    var undone = 0.0

    mutating func add(_ month: TeamMonth) {
      people = month.headcount.total - month.leavers
      leavers += month.leavers
      cash += month.cost.cash
      undone += month.cost.shortage + month.cost.slip
    }
  }

  private static func row(
    _ sums: [Expected], _ traffic: TrafficFuture, month: Int, of months: Int,
    in organization: Organization
  ) -> Expectation {
    var row = Expectation(month: organization.start + month)
    row.cash = sums.reduce(0) { $0 + $1.cash }
    row.undone = sums.reduce(0) { $0 + $1.undone }
    for (team, sum) in zip(organization.teams, sums) {
      row.people[team.id] = sum.people
      row.leavers[team.id] = sum.leavers
    }
    for (driver, means) in zip(organization.drivers, traffic.mean) where !means.isEmpty {
      row.traffic[driver.id] = means[min(month, months - 1, means.count - 1)]
    }
    return row
  }
}
