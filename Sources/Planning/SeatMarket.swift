import Organization
import Simulation

/// Where a seat can be filled from, at what cost and how fast.
struct SeatMarket {
  let model: StaffingModel

  /// The employee level of at least `standing` that costs least per hour of output.
  ///
  /// A junior's output is charged with the guidance it takes from seniors.
  func level(atLeast standing: Standing) -> Int? {
    let candidates = model.levels.indices.filter { model.levels[$0].standing >= standing }
    return candidates.min { costPerOutput($0) < costPerOutput($1) }
  }

  private func costPerOutput(_ level: Int) -> Double {
    let kind = model.levels[level]
    let guidance = kind.standing == .junior ? model.rules.guidancePerJunior * 1.3 : 0
    return kind.costPerMonth / max(1e-9, kind.productivity - guidance)
  }

  /// Months from opening a requisition until the person mends `limit`.
  func hiringReach(_ limit: Limit, level: Int, team: Int) -> Double {
    let kind = model.levels[level]
    let onboarding = model.teams[team].onboarding
    switch limit {
    case .onCallShare: return kind.leadMonths + kind.monthsToOnCall * onboarding
    case .minimumSeniors: return kind.leadMonths
    default: return kind.leadMonths + kind.rampMonths * onboarding * Self.usefulRamp
    }
  }

  func partnerReach(_ limit: Limit, partner: Int) -> Double {
    let terms = model.partners[partner]
    let ramp = limit == .onCallShare ? terms.rampMonths : terms.rampMonths * Self.usefulRamp
    return terms.leadMonths + ramp
  }

  /// The share of the ramp after which somebody counts on: about two thirds of full output.
  static let usefulRamp = 0.5

  /// The partner and level that meet a need at the least cost per hour of output.
  ///
  /// `taken` counts the seats of each partner that are already filled or planned.
  func partner(for need: Need, taken: [Int]) -> (partner: Int, level: Int)? {
    guard need.limit != .minimumSeniors else { return nil }
    var best: (partner: Int, level: Int)?
    var lowest = Double.infinity
    for partner in model.partners.indices {
      let terms = model.partners[partner]
      let open = model.teams[need.team].openToPartner[partner]
      let free = taken[partner] < model.organization.partners[partner].maxSeats
      guard free, open >= 0.5, !need.forPager || terms.takesPager else { continue }
      for level in model.levels.indices where model.levels[level].standing >= need.standing {
        guard let cost = terms.costPerMonth[level] else { continue }
        let output = model.levels[level].productivity * terms.productivity - terms.oversight * 1.3
        let price = cost / max(1e-9, output)
        if price < lowest {
          lowest = price
          best = (partner, level)
        }
      }
    }
    return best
  }
}
