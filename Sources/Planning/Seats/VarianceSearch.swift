import Organization
import Simulation

/// Works a ``PlanVariance`` out.
struct VarianceSearch {
  let carried: CarriedPlan
  let recommendation: Recommendation

  private var last: PlanFile { carried.last }
  private var organization: Organization { recommendation.organization }

  /// - Returns: `nil` where the plans share no month, or the last one does not say what it expected.
  /// - Complexity: six runs of the recursion.
  func variance() -> PlanVariance? {
    let start = organization.start
    let months = min(last.end - start, organization.months)
    guard start >= last.start, months > 0, let first = last.expected(by: start),
      let end = last.expected(by: start + months)
    else { return nil }
    let before = PlanVariance.Amounts(
      cash: end.cash - first.cash, undone: end.undone - first.undone,
      people: end.people.values.reduce(0, +))
    let steps = worlds(first).map { amounts($0, months: months) }
    let after = amounts(of: recommendation.recommended.expected, months: months)
    let all = [before] + steps + [after]
    return PlanVariance(
      start: start, months: months, before: before, after: after,
      parts: zip(PlanVariance.Cause.allCases, all.indices.dropFirst()).map { cause, place in
        (cause, all[place] - all[place - 1])
      })
  }

  // MARK: Worlds

  /// What a course of events depends on.
  private struct World {
    var organization: Organization
    var people: [Double]
    var traffic: TrafficFuture
    var seats: [Seat]
  }

  /// The world as the last plan saw it on today's model, then with one cause after another changed.
  private func worlds(_ expected: PlanFile.Expectation) -> [World] {
    let now = organization.teams.map { Double($0.members.count) }
    let plans = SeatsSincePlan(carried: carried, model: recommendation.model)
    var world = World(
      organization: withLastPrices, people: people(expected, plans), traffic: lastTraffic,
      seats: plans.asPlanned + plans.cancelled + plans.filled)
    var worlds = [world]
    world.seats = carried.asTheyStand + plans.cancelled + plans.filled
    worlds.append(world)
    world.seats = carried.asTheyStand + plans.filled
    worlds.append(world)
    // Whoever fills a seat is in the roster.
    world.seats = carried.asTheyStand
    world.people = now
    worlds.append(world)
    world.traffic = recommendation.traffic
    worlds.append(world)
    world.organization = organization
    worlds.append(world)
    return worlds
  }

  private func amounts(_ world: World, months: Int) -> PlanVariance.Amounts {
    let recursion = MeanValueRecursion(StaffingModel(world.organization), people: world.people)
    return amounts(
      of: recursion.run(future: world.traffic, plan: StaffingPlan(seats: world.seats)),
      months: months)
  }

  private func amounts(of course: Trajectory, months: Int) -> PlanVariance.Amounts {
    var amounts = PlanVariance.Amounts()
    for team in organization.teams.indices {
      for month in 0..<months {
        let cost = course[team: team, month: month].cost
        amounts.cash += cost.cash
        amounts.undone += cost.shortage + cost.slip
      }
      let end = course[team: team, month: months - 1]
      amounts.people += end.headcount.total - end.leavers
    }
    return amounts
  }

  /// Employees that the last plan expected today, without those whose seats have yet to be filled.
  private func people(_ expected: PlanFile.Expectation, _ plans: SeatsSincePlan) -> [Double] {
    organization.teams.indices.map { team in
      let roster = organization.teams[team]
      let all = expected.people[roster.id] ?? Double(roster.members.count)
      return clamp(all - Double(plans.missing[team]), 0, 10 * Double(roster.members.count + 10))
    }
  }

  /// Today's outlook, bent to the growth that the last plan expected from today on.
  private var lastTraffic: TrafficFuture {
    var traffic = recommendation.traffic
    let start = organization.start
    guard let today = last.expected(by: start)?.traffic else { return traffic }
    for (driver, id) in organization.drivers.map(\.id).enumerated() {
      guard let base = today[id], base > 0, let first = traffic.mean[driver].first, first > 0 else {
        continue
      }
      var ratio = 1.0
      for month in traffic.mean[driver].indices {
        let now = traffic.mean[driver][month] / first
        if let then = last.expected(by: start + month)?.traffic[id], now > 0 {
          ratio = clamp(then / base / now, 0.01, 100)
        }
        traffic.mean[driver][month] *= ratio
        traffic.peak[driver][month] *= ratio
      }
    }
    return traffic
  }

  /// The organisation with salaries and rates of the last plan.
  private var withLastPrices: Organization {
    var changed = organization
    let model = recommendation.model
    for (index, level) in organization.levels.enumerated() {
      guard let then = last.levels[level.id]?.costPerMonth else { continue }
      let ratio = Self.ratio(then, model.levels[index].costPerMonth)
      changed.levels[index].salaryPerYear = level.salaryPerYear.scaled(by: ratio)
    }
    for (index, partner) in organization.partners.enumerated() {
      for (place, level) in organization.levels.enumerated() {
        guard let then = last.partners[partner.id]?[level.id],
          let now = model.partners[index].costPerMonth[place]
        else { continue }
        changed.partners[index].ratePerHour[place] = partner.ratePerHour[place]?
          .scaled(by: Self.ratio(then, now))
      }
    }
    return changed
  }

  private static func ratio(_ then: Double, _ now: Double) -> Double {
    let ratio = then / now
    return ratio.isFinite && ratio > 0 ? clamp(ratio, 0.01, 100) : 1
  }
}
