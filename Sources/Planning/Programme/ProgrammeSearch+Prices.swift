import LinearProgramming
import Organization
import Simulation

extension ProgrammeSearch {
  /// A team's programme, made once and solved at many prices.
  private struct Priced: Sendable {
    var programme: StaffingProgramme
    /// What each option costs by itself.
    var costs: [Double]
    /// What each option takes of what is shared: row and amount.
    var taken: [[(row: Int, amount: Double)]]

    /// The programme with prices on what is shared.
    func linear(at prices: [Double]) -> LinearProgram {
      var linear = programme.linear
      for (option, count) in (programme.blocks.first?.counts ?? []).enumerated() {
        linear.price(
          count, at: taken[option].reduce(costs[option]) { $0 + prices[$1.row] * $1.amount })
      }
      return linear
    }

    /// What a solution takes of what is shared.
    func use(of values: [Double], rows: Int) -> [Double] {
      var use = [Double](repeating: 0, count: rows)
      for (option, count) in (programme.blocks.first?.counts ?? []).enumerated() {
        let times = values[count.index]
        guard times > 1e-9 else { continue }
        for (row, amount) in taken[option] { use[row] += amount * times }
      }
      return use
    }
  }

  /// Many teams: what is shared gets prices, and every team its best at these.
  ///
  /// Prices rise where teams without whole numbers would take more than there is and fall where they
  /// would take less, so that the bound that they give comes as high as it may [Lagrange; Geoffrion
  /// 1974; steps after Polyak 1969]. At the best prices each team's programme gives a plan and together
  /// a bound. In turn a team keeps its plan where that leaves the others their shares, and else gets
  /// the best that does.
  ///
  /// - Complexity: some programmes without whole numbers for each team, and one or two with them.
  func priced(
    _ task: inout Task
  ) throws(PlanningStopped) -> (parts: [Part], bound: Double)? {
    let teams = task.settings.count
    let asked = task
    let own = try pieces.each(0..<teams) { priced($0, asked) }
    guard let dual = try prices(own, asked) else { return nil }
    var each = task
    each.prices = dual.prices
    var found = [Part?](repeating: nil, count: teams)
    try look(at: Array(0..<teams), &each, &task, &found)
    // What most teams leave of their work helps those that are hard.
    let hard = (0..<teams).filter { team in
      found[team].map { $0.distance > task.gap * $0.money } ?? true
    }
    try look(at: hard, &each, &task, &found)
    let worth = zip(dual.prices, task.rows).reduce(0) { $0 + $1.0 * $1.1.limit }
    let bound = max(dual.bound, found.reduce(-worth) { $0 + ($1?.bound ?? -.infinity) })
    // In turn, leaving to those that follow what they take without whole numbers.
    var left = task.rows.map(\.limit)
    var later = dual.shares.reduce(left.map { _ in 0.0 }) { zip($0, $1).map(+) }
    var parts = [Part]()
    for team in 0..<teams {
      later = zip(later, dual.shares[team]).map(-)
      let own = zip(left, later).map { max(0, $0 - $1) }
      var part = found[team]
      if part.map({ !fits(within: own, use(of: $0.seats, task.rows)) }) ?? true {
        each.left = task.left.scaled(by: 1 / Double(teams - team))
        let before = each.left
        // Where the time was too short for any plan.
        part =
          try self.part(of: team, &each, within: own)
          ?? checked(usual(at: team, near: task.near, within: own, task.rows), of: team, task)
        task.left -= before - each.left
      }
      guard let part else { return nil }
      left = zip(left, use(of: part.seats, task.rows)).map(-)
      parts.append(part)
    }
    return (parts, bound)
  }

  /// Looks for the best of each team with an even share of the work, beginning with what was found.
  private func look(
    at teams: [Int], _ each: inout Task, _ task: inout Task, _ found: inout [Part?]
  ) throws(PlanningStopped) {
    guard !teams.isEmpty else { return }
    each.left = task.left.scaled(by: Self.shareOfEach / Double(teams.count))
    let limits = task.rows.map { _ in Double.infinity }
    let (first, before) = (each, found)
    let looked = try pieces.each(teams.indices) {
      place throws(PlanningStopped) -> (part: Part?, taken: SearchBudget) in
      let team = teams[place]
      var own = first
      if let part = before[team] { own.near = StaffingPlan(part.seats) }
      let part = try self.part(of: team, &own, within: limits)
      return (part, first.left - own.left)
    }
    for (team, one) in zip(teams, looked) {
      task.left -= one.taken
      guard var part = one.part else { continue }
      if let old = before[team] {
        let best = min(part.bound + part.distance, old.bound + old.distance)
        let bound = max(part.bound, old.bound)
        if old.bound + old.distance <= best { part = old }
        part.bound = bound
        part.distance = best - bound
      }
      found[team] = part
    }
  }

  /// The seats that the plan at hand has at a team, or none where others have taken what they need.
  private func usual(
    at team: Int, near plan: StaffingPlan, within limits: [Double], _ rows: [SharedMeans.Row]
  ) -> [SeatOption] {
    let wanted = plan.seats.filter { $0.team == team }
    let seats = wanted.compactMap { seat in options[team].first { $0.isSeat && $0.seat == seat } }
    return fits(within: limits, use(of: seats, rows)) ? seats : []
  }

  private func fits(within limits: [Double], _ use: [Double]) -> Bool {
    zip(use, limits).allSatisfy { $0 <= $1 + 1e-9 }
  }

  /// Of all that is left of time and work, what teams may take at each look; the rest is for the next
  /// one, and for those whose plans do not fit together.
  private static let shareOfEach = 0.5

  private func priced(_ team: Int, _ task: Task) -> Priced {
    var programme = programme(of: team, task.needs[team], setting: task.settings[team])
    programme.lock(locked.filter { $0.team == team })
    return Priced(
      programme: programme, costs: options[team].map { $0.cost(in: world.model) },
      taken: options[team].map { option in
        task.rows.enumerated().compactMap { place, row in
          let amount = row.taken(option)
          return amount != 0 ? (place, amount) : nil
        }
      })
  }

  // MARK: Prices

  /// Steps towards the best prices.
  private static let steps = 8

  /// How a step changes after one that raised the bound, and after one that did not.
  private static let (longer, shorter) = (1.5, 0.25)

  private struct Prices {
    var prices: [Double]
    /// What no plan can beat.
    var bound: Double
    /// What teams would take of each shared row beyond what there is.
    var excess: [Double]
    /// By team: what it takes of each shared row, on average over all steps, so much less that there is
    /// enough for all.
    var shares: [[Double]] = []
  }

  /// Prices under which teams without whole numbers take about what there is, and what no plan can beat.
  private func prices(
    _ own: [Priced], _ task: Task
  ) throws(PlanningStopped) -> Prices? {
    let limits = task.rows.map(\.limit)
    let sizes = limits.map { max(1, $0) }
    var prices = task.prices
    var best = Prices(prices: prices, bound: -.infinity, excess: [])
    var length = 1.0
    // What the plan at hand comes to, which the best cannot be above.
    let known = own.indices.reduce(0) { sum, team in
      let seats = own[team].programme.options(of: own[team].programme.start(task.near))
      return sum + (checked(seats, of: team, task)?.objective ?? .infinity)
    }
    var shares = own.map { _ in limits.map { _ in 0.0 } }
    for _ in 0..<Self.steps {
      let at = prices
      let solved = try pieces.each(own.indices) {
        team throws(PlanningStopped) -> (Double, [Double])? in
        var alone = task
        let outcome = try run(own[team].linear(at: at).relaxed, &alone, start: nil, gap: 0)
        return outcome.solution.map { ($0.objective, own[team].use(of: $0.values, rows: at.count)) }
      }
      var (bound, excess) = (0.0, limits.map { -$0 })
      for (team, one) in solved.enumerated() {
        guard let one else { return nil }
        bound += one.0
        excess = zip(excess, one.1).map(+)
        shares[team] = zip(shares[team], one.1).map(+)
      }
      bound -= zip(prices, limits).reduce(0) { $0 + $1.0 * $1.1 }
      if bound > best.bound {
        best = Prices(prices: prices, bound: bound, excess: excess)
        length *= Self.longer
      } else {
        length *= Self.shorter
      }
      // Seats and money are told by how far they are beyond what there is of them.
      let slope = best.excess.indices.reduce(0) { sum, row in
        let excess = best.excess[row] / sizes[row]
        return sum + (excess > 0 || best.prices[row] > 0 ? excess * excess : 0)
      }
      guard slope > 1e-9 else { break }
      let step = length * min(abs(best.bound), max(0, known - best.bound)) / slope
      for row in prices.indices {
        prices[row] = max(
          0, best.prices[row] + step * best.excess[row] / (sizes[row] * sizes[row]))
      }
    }
    let sums = shares.reduce(limits.map { _ in 0.0 }) { zip($0, $1).map(+) }
    let parts = zip(limits, sums).map { $1 > 0 ? min(1 / Double(Self.steps), $0 / $1) : 0 }
    best.shares = shares.map { zip($0, parts).map(*) }
    return best
  }
}
