extension ModelBuilder {
  /// What a team does for others; `nil` where it serves none.
  mutating func help(
    of team: Checked.Entry, at index: Int, kind: TeamKind, teams count: Int
  ) -> TeamHelp? {
    let parts = Estimate.HelpPart.allCases.compactMap { part in
      team.value[part.rawValue].map { (part, $0) }
    }
    guard let served = team.value["serves"] else {
      for (part, value) in parts {
        report(
          .misplacedKey(part.rawValue, because: "the team does not say whom it `serves`"),
          at: value.position)
      }
      return nil
    }
    if parts.isEmpty, kind.lowersToil == nil, kind.lowersPages == nil {
      report(
        .misplacedKey(
          "serves",
          because:
            "a \(kind.rawValue) team lowers nothing unless lowers-toil or lowers-pages is given"),
        at: served.position)
    }
    var help = TeamHelp(teams: self.served(by: index, served, teams: count))
    for (part, value) in parts { help[part] = value.number }
    return help
  }

  /// The teams that a team names, each once; itself is none of them.
  private mutating func served(by team: Int, _ value: Checked, teams count: Int) -> [Int] {
    if value.text == "all" { return (0..<count).filter { $0 != team } }
    var found = [Int]()
    for item in value.items {
      guard let name = item.text else { continue }
      guard let index = resolve(name, in: teams, at: item.position) else { continue }
      if index == team {
        report(.misplacedKey(name, because: "a team does not serve itself"), at: item.position)
      } else if !found.contains(index) {
        found.append(index)
      }
    }
    return found
  }
}
