import Organization

extension Organization {
  /// Gives the planned work of teams to others, in parts that add up to what each team had.
  ///
  /// What is shared evenly afterwards stays one entry; otherwise entries of the same name, which share
  /// their luck, are as large as the parts.
  mutating func dealWork(_ deal: (Int) -> [(team: Int, part: Double)]) {
    work = work.flatMap { planned -> [PlannedWork] in
      var order = [Int]()
      var parts = [Int: Double]()
      for team in planned.teams {
        for (receiver, part) in deal(team) {
          if parts[receiver] == nil { order.append(receiver) }
          parts[receiver, default: 0] += part / Double(planned.teams.count)
        }
      }
      guard let first = order.first.flatMap({ parts[$0] }) else { return [planned] }
      if order.allSatisfy({ parts[$0] == first }) { return [planned.scaled(by: 1, for: order)] }
      return order.map { planned.scaled(by: parts[$0] ?? 0, for: [$0]) }
    }
  }
}
