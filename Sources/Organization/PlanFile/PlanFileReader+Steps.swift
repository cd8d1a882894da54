extension PlanFileReader {
  /// Who changes teams or rises by the plan of a strategy; `nil` is the recommended one.
  ///
  /// Nobody does where the document is older than transfers and promotions.
  mutating func steps(
    of wanted: String?
  ) -> (transfers: [PlanFile.Transfer], promotions: [PlanFile.Promotion]) {
    guard let node = wanted.map({ isPlanFile ? root : outcome(of: $0) }) ?? root else {
      return ([], [])
    }
    return (transfers(node), promotions(node))
  }

  /// What a document says of a strategy.
  private func outcome(of wanted: String) -> SourceNode? {
    guard case .sequence(let outcomes)? = root.value(of: "strategies")?.content else { return nil }
    return outcomes.first { $0.value(of: "strategy")?.text == wanted }
  }

  private mutating func transfers(_ node: SourceNode) -> [PlanFile.Transfer] {
    guard case .sequence(let items)? = node.value(of: "transfers")?.content else { return [] }
    return items.compactMap { item in
      checkKeys(of: item, known: ["level", "from", "to", "month"])
      let level = name("level", of: item, among: names?.levels)
      let from = name("from", of: item, among: names?.teams)
      let to = name("to", of: item, among: names?.teams)
      let month = month("month", of: item)
      guard let level, let from, let to, let month else { return nil }
      return PlanFile.Transfer(level: level, from: from, to: to, month: month)
    }
  }

  private mutating func promotions(_ node: SourceNode) -> [PlanFile.Promotion] {
    guard case .sequence(let items)? = node.value(of: "promotions")?.content else { return [] }
    return items.compactMap { item in
      checkKeys(of: item, known: ["team", "level", "month"])
      let team = name("team", of: item, among: names?.teams)
      let level = name("level", of: item, among: names?.levels)
      let month = month("month", of: item)
      guard let team, let level, let month else { return nil }
      return PlanFile.Promotion(team: team, level: level, month: month)
    }
  }
}
