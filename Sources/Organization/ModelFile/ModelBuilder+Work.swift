extension ModelBuilder {
  mutating func buildWork() -> [PlannedWork] {
    (root["work"]?.entries ?? []).compactMap { entry in
      var named = [Int]()
      for item in entry.value["teams"]?.items ?? [] {
        guard let team = item.text.flatMap({ resolve($0, in: teams, at: item.position) }),
          !named.contains(team)
        else { continue }
        named.append(team)
      }
      if let teams = entry.value["teams"], teams.items.isEmpty {
        report(.needsValue(key: "teams", because: "somebody has to do it"), at: teams.position)
      }
      let (from, to) = (entry.value["from"]?.month, entry.value["to"]?.month)
      if let from, let to, to < from {
        report(
          .outOfRange(value: "\(to)", allowed: "\(from) or later"),
          at: entry.value["to"]?.position)
        return nil
      }
      guard let size = entry.value["hours"]?.number else { return nil }
      let isOnce = entry.value["kind"]?.text == "one-off"
      return PlannedWork(
        id: entry.id, teams: named, hours: isOnce ? .inAll(size) : .monthly(size), from: from,
        to: to, goal: entry.value["goal"]?.text)
    }
  }
}
