import Organization
import Planning

extension PlanReport {
  /// Scenarios that have a column; more of them than this nobody can read.
  private static let mostShown = 5

  /// What each first quarter costs beyond the best, in each scenario.
  func regrets(of robust: RobustPlan) -> [Page.Block] {
    let shown = robust.scenarios.count <= Self.mostShown ? Array(robust.scenarios.indices) : []
    var table = TextTable(
      columns: [.init("decided for", mayShrink: true), .init("seats", .right, dropRank: 1)]
        + shown.map { .init(SafeText.terminal(name(robust, $0)), .right) }
        + [.init("average", .right)])
    var isImpossible = false
    for (index, candidate) in robust.candidates.enumerated() {
      let regrets = robust.scenarios.indices.map { robust.regret(candidate, in: $0) }
      let known = regrets.compactMap(\.self)
      let isWhole = known.count == regrets.count
      isImpossible = isImpossible || !isWhole
      table.add(
        [
          .init(name(of: candidate, in: robust), index == 0 ? .emphasis : nil),
          .init("\(candidate.seats.count)"),
        ] + shown.map { .init(regrets[$0].map(amount) ?? "impossible") }
          + [.init(isWhole ? amount(known.reduce(0, +) / Double(known.count)) : "impossible")])
    }
    let legend =
      "what it costs more than the best plan for one who knew the scenario, in "
      + "\(organization.currency), if the best is made of it from \(month(robust.decidedBefore)) on"
      + (isMostlyMissed(robust) ? "; most of it is the price on missing the policy" : "")
      + (isImpossible
        ? "; impossible: breaks what may be spent, opened or rented there, or the time was up" : "")
    return [.subheading("Regret of each first quarter"), .table(table), .note(legend)]
  }

  /// Whether first quarters differ from the best more by what they miss than by money.
  private func isMostlyMissed(_ robust: RobustPlan) -> Bool {
    let known = robust.knowing.reduce(into: (money: 0.0, missed: 0.0)) {
      $0.money += $1.money
      $0.missed += $1.missed
    }
    let more = robust.candidates.map { candidate in
      let amounts = candidate.amounts.compactMap(\.self)
      guard amounts.count == robust.scenarios.count else { return (money: 0.0, missed: 0.0) }
      return (
        amounts.reduce(0) { $0 + $1.money } - known.money,
        amounts.reduce(0) { $0 + $1.missed } - known.missed
      )
    }
    return more.reduce(0) { $0 + $1.missed } > max(0, more.reduce(0) { $0 + $1.money })
  }

  private func amount(_ value: Double) -> String {
    // The currency is in the legend; a column of it would leave no room for the scenarios.
    value < 0.5 ? "0" : String(NumberText.shortMoney(value, "").dropLast())
  }

  private func name(of candidate: RobustPlan.Candidate, in robust: RobustPlan) -> String {
    candidate.sources.map { source -> (rank: Int, name: String) in
      switch source {
      case .all: (0, "all of them")
      case .given: (1, "the plan above")
      case .scenario(let scenario): (2 + scenario, name(robust, scenario))
      case .nothing: (.max, "nothing yet")
      }
    }.sorted { $0.rank < $1.rank }.map(\.name).joined(separator: ", ")
  }
}
