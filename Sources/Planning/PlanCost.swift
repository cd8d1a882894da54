import Organization
package import Simulation

/// What the seats of a plan cost beside today's payroll.
package enum PlanCost {
  /// The most that the plan's seats cost in one quarter of the plan.
  ///
  /// - Complexity: O(seats × months).
  static func highestQuarter(of plan: StaffingPlan, in model: StaffingModel) -> Double {
    var months = [Double](repeating: 0, count: model.months)
    for seat in plan.seats { add(seat, to: &months, in: model) }
    return Quarters.all(of: months.count).map { months[$0].reduce(0, +) }.max() ?? 0
  }

  /// What one seat costs in some months of the plan.
  static func cost(of seat: Seat, in months: Range<Int>, of model: StaffingModel) -> Double {
    var all = [Double](repeating: 0, count: model.months)
    add(seat, to: &all, in: model)
    return all[months].reduce(0, +)
  }

  /// What one seat commits to: its cost over the plan, and for a partner's seat that begins late
  /// also the rest of the minimum term, which has to be paid whether or not the plan covers it.
  package static func total(of seat: Seat, in model: StaffingModel) -> Double {
    var months = [Double](repeating: 0, count: model.months)
    add(seat, to: &months, in: model)
    return months.reduce(0, +) + afterPlan(of: seat, in: model)
  }

  /// What is left of a partner's minimum term when the plan ends.
  static func afterPlan(of seat: Seat, in model: StaffingModel) -> Double {
    guard case .partner(let partner) = seat.source else { return 0 }
    let term = Double(model.organization.partners[partner].minimumTermMonths)
    let rest = startMonth(of: seat, in: model) + term - Double(model.months)
    return max(0, min(rest, term)) * (model.partners[partner].costPerMonth[seat.level] ?? 0)
  }

  private static func add(_ seat: Seat, to months: inout [Double], in model: StaffingModel) {
    let start = startMonth(of: seat, in: model)
    let end = min(model.months, seat.endMonth ?? model.months)
    let price: Double
    switch seat.source {
    case .inHouse: price = model.terms(of: seat.level, isHire: true, in: seat.team).costPerMonth
    case .partner(let partner): price = model.partners[partner].costPerMonth[seat.level] ?? 0
    }
    let first = Int(start.rounded(.down))
    guard first < end else { return }
    for month in max(0, first)..<end {
      months[month] += price * min(1, Double(month + 1) - start)
    }
    if seat.source == .inHouse { months[max(0, first)] += model.rules.costPerHire }
  }

  /// The expected first day, in months of the plan, declined offers included.
  package static func startMonth(of seat: Seat, in model: StaffingModel) -> Double {
    switch seat.source {
    case .inHouse:
      let offer = Double(seat.openMonth) + model.monthsToOffer(of: seat)
      guard seat.arrival == nil else { return offer }
      let level = model.terms(of: seat.level, isHire: true, in: seat.team)
      let declined = (1 - model.rules.acceptance) / model.rules.acceptance
      return offer + declined * max(1, level.retryMonths)
    case .partner(let partner):
      return Double(seat.openMonth) + model.monthsToBegin(with: partner, of: seat)
    }
  }
}
