import Simulation

/// Takes seats away from a plan, and delays them, to see what breaks.
struct SeatTrials {
  let plan: StaffingPlan
  let teams: Int

  /// Months that a seat is delayed.
  private static let lateness = 2

  /// What breaks without each seat, and with each seat late; one seat of every team at a time.
  ///
  /// - Parameters:
  ///   - play: what a plan leads to.
  ///   - worse: what a team newly breaks in the first, which it did not in the second.
  /// - Returns: by seat, in the order of the plan.
  /// - Throws: ``PlanningStopped`` where `play` does.
  /// - Complexity: two plans played for as many seats as the largest team gets.
  func consequences<Outlook>(
    _ play: (StaffingPlan) throws(PlanningStopped) -> Outlook,
    worse: (Outlook, Outlook, _ team: Int) -> Breach?
  ) throws(PlanningStopped) -> (without: [Breach?], late: [Breach?]) {
    var without = [Breach?](repeating: nil, count: plan.seats.count)
    var late = without
    let known = try play(plan)
    let byTeam = (0..<teams).map { team in
      plan.seats.indices.filter { plan.seats[$0].team == team }
    }
    for turn in 0..<(byTeam.map(\.count).max() ?? 0) {
      let tried = Set(byTeam.compactMap { turn < $0.count ? $0[turn] : nil })
      var fewer = plan
      fewer.seats = plan.seats.indices.filter { !tried.contains($0) }.map { plan.seats[$0] }
      var later = plan
      for index in tried { later.seats[index].openMonth += Self.lateness }
      let missing = try play(fewer)
      let delayed = try play(later)
      for index in tried {
        let team = plan.seats[index].team
        without[index] = worse(missing, known, team)
        late[index] = worse(delayed, known, team)
      }
    }
    return (without, late)
  }

  /// What breaks without each of some other steps of the plan; one for every team at a time.
  ///
  /// - Parameters:
  ///   - concerned: by step, the team that has it.
  ///   - dropping: leaves out those that a set names.
  ///   - play: what a plan leads to.
  ///   - worse: what a team newly breaks in the first, which it did not in the second.
  /// - Returns: by step.
  /// - Throws: ``PlanningStopped`` where `play` does.
  /// - Complexity: a plan played for as many steps as one team has at most, and one more.
  func without<Outlook>(
    _ concerned: [Int], dropping: (inout StaffingPlan, Set<Int>) -> Void,
    _ play: (StaffingPlan) throws(PlanningStopped) -> Outlook,
    worse: (Outlook, Outlook, _ team: Int) -> Breach?
  ) throws(PlanningStopped) -> [Breach?] {
    var without = [Breach?](repeating: nil, count: concerned.count)
    guard !concerned.isEmpty else { return without }
    let known = try play(plan)
    let byTeam = (0..<teams).map { team in concerned.indices.filter { concerned[$0] == team } }
    for turn in 0..<(byTeam.map(\.count).max() ?? 0) {
      let tried = Set(byTeam.compactMap { turn < $0.count ? $0[turn] : nil })
      var fewer = plan
      dropping(&fewer, tried)
      let missing = try play(fewer)
      for index in tried { without[index] = worse(missing, known, concerned[index]) }
    }
    return without
  }
}
