import Organization
import Simulation

/// The promotions that a programme may decide at a team.
///
/// A plan may bring forward what the model expects to happen in a year and no more: of the people who
/// have their level's months behind them by the end of it, as many whole people as
/// `promotion.per_year` makes of them. So nobody rises where that is less than one, and a plan cannot
/// promote everybody to save hires. Promotions are decided at the beginning of the first year's quarters.
struct RiseOptions: Sendable {
  let model: StaffingModel

  /// Both halves of each promotion.
  ///
  /// - Complexity: O(levels × months²).
  func all(at team: Int) -> [SeatOption] {
    guard model.levels.contains(where: { $0.promotion != nil }) else { return [] }
    let quarters = Quarters.all(of: model.months).compactMap(\.first).filter { $0 < 12 }
    return model.levels.indices.flatMap { level -> [SeatOption] in
      let months = quarters.filter { month in
        most(of: level, at: team, inYear: month / 12) > 0 && ready(level, at: team, by: month) > 0
      }
      return months.isEmpty ? [] : months.flatMap(halves(of: level, at: team))
    }
  }

  /// What the team loses at the old level, and gets at the new one.
  func halves(of rise: Rise) -> [SeatOption] { halves(of: rise.level, at: rise.team)(rise.month) }

  /// Promotions of one level by the month; their lives are worked out once.
  ///
  /// Who is not promoted by decision may rise by herself, and then nothing is gained any more.
  private func halves(of level: Int, at team: Int) -> (Int) -> [SeatOption] {
    let promotion = model.levels[level].promotion
    func life(_ level: Int) -> SeatLife {
      SeatLife(present: level, at: team, isNew: false, in: model, months: model.months)
        .fading(perMonth: promotion?.perMonth ?? 0)
    }
    let (loss, gain) = (life(level).lost, life(promotion?.level ?? level))
    return { month in
      [(loss, true), (gain, false)].map { life, isLoss in
        SeatOption(
          seat: Seat(team: team, level: level, source: .inHouse, openMonth: month), life: life,
          sure: life, rise: Rise(team: team, level: level, month: month), isLoss: isLoss,
          most: Double(most(of: level, at: team, inYear: month / 12)))
      }
    }
  }

  /// People of today who have their level's months behind them by a month.
  private func ready(_ level: Int, at team: Int, by month: Int) -> Int {
    guard let promotion = model.levels[level].promotion else { return 0 }
    return model.teams[team].members.count { member in
      member.level == level
        && promotion.isReady(start: member.tenureMonths.map { -$0 }, by: month)
    }
  }

  /// How many people of a level may be promoted by decision in a year of the plan.
  func most(of level: Int, at team: Int, inYear year: Int) -> Int {
    let share = clamp(model.organization.assumptions[.promotionPerYear], 0, 1)
    return Int((Double(ready(level, at: team, by: 12 * (year + 1))) * share).rounded(.down))
  }

  /// Whether no more are promoted than may be.
  func allows(_ rises: [Rise]) -> Bool {
    var counts = [Rise: Int]()
    for var rise in rises {
      rise.month /= 12
      counts[rise, default: 0] += 1
    }
    return counts.allSatisfy { $1 <= most(of: $0.level, at: $0.team, inYear: $0.month) }
  }
}
