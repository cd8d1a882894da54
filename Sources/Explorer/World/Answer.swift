package import Planning
import Simulation

/// What screens show of one plan under one scenario.
///
/// First it comes from the mean-value recursion, which takes a moment, then from futures.
package struct Answer: Sendable {
  package enum Basis: Hashable, Sendable {
    /// Every random quantity at its mean.
    case means
    /// So many futures.
    case futures(Int)
  }

  /// What happens to one team.
  package struct Team: Sendable {
    /// By month.
    package var people: [Figure]
    package var coverage: [Figure]
    package var seniorCoverage: [Figure]
    package var burnout: [Figure]
    package var pages: [Figure]
    package var leavers: [Figure]
    /// How likely each demand of the policy is broken, by month; on means how far it is, 0 to 1.
    package var heats: [Limit: [Double]]
    /// The first month in which a demand is broken more often than allowed, and which.
    package var broken: (month: Int, limit: Limit)?
    /// How likely each published limit is broken in its worst month; only those that are too often.
    package var troubles: [Trouble]
  }

  /// A limit that a team breaks more often than allowed.
  package struct Trouble: Hashable, Sendable {
    package var limit: Limit
    package var worstMonth: Int
    /// In how many futures, 0 to 1.
    package var chance: Double
    package var firstMonth: Int
  }

  package var basis: Basis
  package var teams: [Team]
  package var costs: [FutureFigure: Figure]
  /// Share of the team-months in which the policy is kept.
  package var kept: Figure
  /// Share of the team-months in which it is kept as often as wanted; `nil` on means.
  package var keptAsWanted: Double?
  /// Months before it are not judged.
  package var firstMonth: Int

  package var total: Figure { costs[.total] ?? Figure(.nan) }
}

extension Answer {
  /// Of the recursion, with every random quantity at its mean.
  init(_ course: Trajectory, limits: Limits, firstMonth: Int) {
    basis = .means
    self.firstMonth = firstMonth
    let cost = course.cost
    costs = [
      .total: Figure(cost.total), .cash: Figure(cost.cash), .payroll: Figure(cost.payroll),
      .hiring: Figure(cost.hiring), .partner: Figure(cost.partner),
      .shortage: Figure(cost.shortage), .slip: Figure(cost.slip),
    ]
    var (kept, judged) = (0, 0)
    teams = (0..<course.teamCount).map { team in
      let months = (0..<course.months).map { course[team: team, month: $0] }
      func excess(_ limit: Limit, _ month: Int) -> Double {
        month < firstMonth ? 0 : limits.excess(limit, of: months[month], team: team)
      }
      var broken: (month: Int, limit: Limit)?
      for month in months.indices {
        let found = Self.demands.first { excess($0, month) > 0 }
        if month >= firstMonth {
          judged += 1
          kept += found == nil ? 1 : 0
        }
        if broken == nil, let found { broken = (month, found) }
      }
      let heats = Dictionary(
        uniqueKeysWithValues: Self.demands.map { limit in
          // A quarter beyond a limit is as hot as it gets.
          (limit, months.indices.map { min(1, excess(limit, $0) / 0.25) })
        })
      let troubles = Limit.allCases.compactMap { limit -> Trouble? in
        let found = months.indices.filter { excess(limit, $0) > 0 }
        guard let first = found.first,
          let worst = found.max(by: { excess(limit, $0) < excess(limit, $1) })
        else { return nil }
        return Trouble(limit: limit, worstMonth: worst, chance: 1, firstMonth: first)
      }
      return Team(
        people: months.map { Figure($0.headcount.total + $0.partnerSeats) },
        coverage: months.map { Figure($0.quarterCoverage) },
        seniorCoverage: months.map { Figure($0.quarterSeniorCoverage) },
        burnout: months.map { Figure($0.burnout) }, pages: months.map { Figure($0.pages) },
        leavers: months.map { Figure($0.leavers) }, heats: heats, broken: broken,
        troubles: troubles)
    }
    self.kept = Figure(judged > 0 ? Double(kept) / Double(judged) : 1)
  }

  /// Of futures, as `cadre simulate` tells them.
  package init(_ estimate: FuturesEstimate, judge: FutureJudge) {
    basis = .futures(estimate.count)
    firstMonth = judge.firstMonth
    costs = Dictionary(
      uniqueKeysWithValues: FutureFigure.allCases.map { ($0, Figure(estimate[$0])) })
    kept = Figure(estimate[.policyKept])
    keptAsWanted = estimate.keptAsOftenAsWanted(judge.limits)
    let months = 0..<estimate.months
    teams = (0..<estimate.teamCount).map { team in
      func all(_ figure: TeamFigure) -> [Figure] {
        months.map { Figure(estimate[figure, team: team, month: $0]) }
      }
      func chance(_ limit: Limit, _ month: Int) -> Double {
        estimate.broken(limit, team: team, month: month).value ?? 0
      }
      let troubles = Limit.allCases.compactMap { limit -> Trouble? in
        let worst = estimate.worstMonth(limit, team: team)
        let allowed = judge.allowed(limit)
        guard chance(limit, worst) > allowed,
          let first = estimate.firstMonth(above: allowed, limit, team: team)
        else { return nil }
        return Trouble(
          limit: limit, worstMonth: worst, chance: chance(limit, worst), firstMonth: first)
      }
      let first = troubles.filter { $0.limit.weight == .policy }
        .min { $0.firstMonth < $1.firstMonth }
      return Team(
        people: all(.people), coverage: all(.coverage), seniorCoverage: all(.seniorCoverage),
        burnout: all(.burnout), pages: all(.pages), leavers: all(.leavers),
        heats: Dictionary(
          uniqueKeysWithValues: Self.demands.map { limit in
            (limit, months.map { $0 < judge.firstMonth ? 0 : chance(limit, $0) })
          }),
        broken: first.map { ($0.firstMonth, $0.limit) }, troubles: troubles)
    }
  }

  static let demands = Limit.allCases.filter { $0.weight == .policy }
}

extension Answer.Team {
  /// How hot each month is: by one demand, or by the one that is broken most.
  func heat(of demand: Limit?) -> [Double] {
    if let demand { return heats[demand] ?? [] }
    return coverage.indices.map { month in heats.values.map { $0[month] }.max() ?? 0 }
  }

  /// The first month in which a demand is broken more often than allowed; of all demands the first.
  func broken(_ demand: Limit?) -> (month: Int, limit: Limit)? {
    guard let demand else { return broken }
    return troubles.first { $0.limit == demand }.map { ($0.firstMonth, demand) }
  }

  /// The months that are judged.
  func judged(from first: Int) -> Range<Int> {
    min(first, max(0, coverage.count - 1))..<coverage.count
  }

  /// Coverage in the worst month, of the middle future.
  func worstCoverage(from first: Int) -> Double {
    judged(from: first).map { coverage[$0].typical }.min() ?? 1
  }

  /// The same of one future in ten.
  func rareCoverage(from first: Int) -> Double? {
    judged(from: first).compactMap { coverage[$0].low }.min()
  }

  func worstSeniorCoverage(from first: Int) -> Double {
    judged(from: first).map { seniorCoverage[$0].typical }.min() ?? 1
  }

  /// The month with most people burned out.
  func worstBurnout(from first: Int) -> Figure {
    judged(from: first).map { burnout[$0] }.max { $0.mean < $1.mean } ?? Figure(0)
  }

  /// Share that leaves in a year; `nil` where there is nobody.
  var leaveAYear: Double? {
    let people = people.reduce(0) { $0 + $1.mean }
    return people > 0 ? leavers.reduce(0) { $0 + $1.mean } / people * 12 : nil
  }
}
