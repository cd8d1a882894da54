import Organization
import Simulation

/// What a plan comes to by the rules of the programme, worked out from its seats alone.
///
/// It shares no row and no variable with ``StaffingProgramme``: what a solver says is believed only
/// where both agree.
struct ProgrammeCheck {
  let world: StaffingProgramme.World
  let setting: TeamSetting
  let needs: TeamNeeds

  struct Result: Hashable {
    /// Money for seats and undone work.
    var money: Double
    /// The price on missing the policy.
    var missed: Double
    /// Rows that no plan may break, and do.
    var broken: [String]
  }

  /// Reckons with the seats of this team, each as the option that it is.
  func result(of seats: [SeatOption]) -> Result {
    var result = Result(money: 0, missed: 0, broken: [])
    var added = Added(months: world.model.months)
    for seat in seats {
      added.add(seat, in: setting)
      result.money += seat.cost(in: world.model)
    }
    let lost = (0..<world.model.months).map { self.lost(seats, in: $0) }
    for month in 0..<world.model.months {
      let hours = added.hours[month] - lost[month]
      result.money += max(
        worst(needs.undone[month], hours),
        worst(needs.seniorUndone[month], added.seniorHours[month]))
      result.broken += broken(seats, in: month)
    }
    for demand in TeamNeeds.Demand.allCases {
      for month in world.firstMonth..<max(world.firstMonth, world.model.months) {
        let less = demand == .coverage ? lost[demand.window(to: month)].reduce(0, +) : 0
        let short =
          needs.required[demand.rawValue][month] - (added[demand, month] - less)
        result.missed += max(0, short) * world.price(of: demand)
      }
    }
    return result
  }

  private func worst(_ lines: [TeamNeeds.Line], _ hours: Double) -> Double {
    lines.reduce(0) { max($0, $1.intercept + $1.slope * hours) }
  }

  /// Hours that newcomers lose because nobody can guide them.
  private func lost(_ seats: [SeatOption], in month: Int) -> Double {
    var (needed, given) = (0.0, max(0, setting.spareGuidance[month]))
    for seat in seats {
      needed += seat.expected(in: month).guidance
      given += world.model.rules.guidanceCapacity * seat.expected(in: month).mentors
    }
    return max(0, needed - given) * setting.lostWithoutGuidance
  }

  private func broken(_ seats: [SeatOption], in month: Int) -> [String] {
    let (partners, hires) = (
      seats.filter { $0.partner != nil }, seats.filter { $0.partner == nil }
    )
    let rented = partners.reduce(0) { $0 + $1.expected(in: month).present }
    guard rented > 0 else { return [] }
    var broken = [String]()
    let hired = hires.reduce(0) { $0 + $1.expected(in: month).present }
    let all = setting.employees[month] + hired + setting.engaged + rented
    let share = world.model.organization.policy.maxPartnerShare
    // Where today's engagements are beyond the share already, the plan's own seats keep it.
    let most = setting.engaged + share * (hired + rented)
    if rented + setting.engaged > max(most, share * all) + 1e-6 {
      broken.append("partner share in month \(month)")
    }
    let owners = hires.filter { $0.life.standing >= .mid }.reduce(setting.owners[month]) {
      $0 + $1.expected(in: month).present
    }
    let seats = Double(world.model.organization.partners.map(\.maxSeats).max() ?? 0)
    if owners < 1.5, rented > seats * max(0, owners - 0.5) + 1e-6 {
      broken.append("owner and deputy in month \(month)")
    }
    let hours = partners.reduce(0) { $0 + $1.expected(in: month).hours }
    if hours > max(0, setting.openToPartners[month]) * (1 + 1e-6) + 1e-6 {
      broken.append("work open to partners in month \(month)")
    }
    return broken
  }
}
