import Organization
import Simulation

/// The seats that could meet a need, from every source that a strategy may use.
struct SeatMarket {
  let model: StaffingModel
  let strategy: Strategy

  /// Seats worth trying for a need, the ones that the strategy prefers first.
  ///
  /// `taken` counts the seats of each partner that are filled or planned, `month` is the team's
  /// state when the need begins.
  func options(for need: Need, taken: [Int], month: TeamMonth) -> [Seat] {
    let hires = hires(for: need)
    switch strategy {
    case .asIs: return []
    case .inHouse: return hires
    case .partner: return rentals(for: need, taken: taken, month: month)
    case .hybrid: return hires + rentals(for: need, taken: taken, month: month)
    }
  }

  // MARK: Hires

  /// One seat for each level that may help; juniors only where somebody can guide them.
  func hires(for need: Need) -> [Seat] {
    let least: Standing = need.limit == .minimumSeniors ? .senior : .mid
    let levels = model.levels.indices.filter {
      let standing = model.levels[$0].standing
      return standing >= least && standing <= max(.senior, least)
    }
    // An organisation may have no level in between; then any that qualifies will do.
    let able = model.levels.indices.filter { model.levels[$0].standing >= least }
    return (levels.isEmpty ? able : levels).map { level in
      let reach = Int(hiringReach(need.limit, level: level, team: need.team).rounded(.up))
      return Seat(
        team: need.team, level: level, source: .inHouse, openMonth: max(0, need.month - reach))
    }
  }

  /// Months from opening a requisition until the person mends `limit`.
  private func hiringReach(_ limit: Limit, level: Int, team: Int) -> Double {
    let kind = model.levels[level]
    let onboarding = model.teams[team].onboarding
    let seat = Seat(team: team, level: level, source: .inHouse, openMonth: 0)
    let start = PlanCost.startMonth(of: seat, in: model)
    switch limit {
    case .onCallShare: return start + kind.monthsToOnCall * onboarding
    case .minimumSeniors: return start
    default: return start + kind.rampMonths * onboarding * Self.usefulRamp
    }
  }

  /// The share of the ramp after which somebody counts: about two thirds of full output.
  private static let usefulRamp = 0.5

  // MARK: Partner seats

  /// One seat, or two of different length, for each partner and level that may help.
  private func rentals(for need: Need, taken: [Int], month: TeamMonth) -> [Seat] {
    guard need.limit != .minimumSeniors else { return [] }
    let people = month.headcount.total + month.partnerSeats + 1
    let share = (month.partnerSeats + 1) / people
    guard share <= model.organization.policy.maxPartnerShare + 1e-9 else { return [] }
    // Somebody in-house has to own what a partner runs, and somebody has to stand in.
    guard month.headcount.atLeast(.mid) >= 2 - 0.5 else { return [] }
    let able = model.partners.indices.filter { mayHelp($0, need: need, taken: taken) }
    return model.levels.indices.flatMap { level -> [Seat] in
      let standing = model.levels[level].standing
      guard standing == .mid || standing == .senior,
        let partner = able.min(by: { price($0, level) < price($1, level) }),
        price(partner, level) < .infinity
      else { return [] }
      return lengths(of: need, partner: partner, level: level)
    }
  }

  /// Money per output of a partner's seat, oversight taken out; infinite where it is not offered.
  private func price(_ partner: Int, _ level: Int) -> Double {
    let terms = model.partners[partner]
    guard let cost = terms.costPerMonth[level] else { return .infinity }
    let output = model.levels[level].productivity * terms.productivity - terms.oversight
    return cost / max(1e-9, output)
  }

  private func mayHelp(_ partner: Int, need: Need, taken: [Int]) -> Bool {
    let terms = model.partners[partner]
    return taken[partner] < model.organization.partners[partner].maxSeats
      && model.teams[need.team].openToPartner(partner, in: need.month) >= Self.leastOpen
      && (need.limit != .onCallShare || terms.takesPager)
  }

  /// A partner that may touch less than this of a team's work is no use to it.
  static let leastOpen = 0.5

  /// To the end of the plan, and for a hybrid also only until a hire can take over.
  private func lengths(of need: Need, partner: Int, level: Int) -> [Seat] {
    let terms = model.partners[partner]
    let ramp = need.limit == .onCallShare ? terms.rampMonths : terms.rampMonths * Self.usefulRamp
    let open = max(0, need.month - Int((terms.leadMonths + ramp).rounded(.up)))
    let whole = Seat(team: need.team, level: level, source: .partner(partner), openMonth: open)
    guard strategy == .hybrid else { return [whole] }
    let shortest = model.organization.partners[partner].minimumTermMonths
    let start = open + Int(terms.leadMonths.rounded(.up))
    let relief = Int(hiringReach(need.limit, level: level, team: need.team).rounded(.up))
    let end = max(start + shortest, min(need.month + need.duration, relief + 2))
    guard end < model.months else { return [whole] }
    var bridge = whole
    bridge.endMonth = end
    return [bridge, whole]
  }
}
