import Organization

extension FutureCourse {
  /// Lets people who have the tenure and the guidance for it rise to the next level, by chance where
  /// leaving is left to chance, otherwise bit by bit.
  ///
  /// - Returns: how many did.
  mutating func promote(_ team: Int, in month: Int, guidance: Double) -> Double {
    var promoted = 0.0
    let levels = model.levels
    var people = teams[team].people
    teams[team].people = []
    for index in people.indices where people[index].count > 0 {
      guard let promotion = levels[people[index].level].promotion else { continue }
      let probability = promotion.probability(
        start: people[index].start, levelSince: people[index].levelSince, month: month,
        guidance: guidance)
      guard probability > 0 else { continue }
      var risen = people[index]
      if chances.contains(.leaving) {
        let chance = luck.uniform(risen.id, .promotion, month: month)
        guard Bernoulli(probability: probability).quantile(chance) else { continue }
      } else {
        risen.count *= probability
      }
      risen.level = promotion.level
      risen.levelSince = promotion.since(promotedIn: month)
      promoted += risen.count
      story?.tell(.promoted(level: risen.level), team: team, month: month)
      if chances.contains(.leaving) {
        people[index] = risen
        continue
      }
      people[index].count -= risen.count
      let same = people.firstIndex { $0.isLike(risen) }
      if let same { people[same].count += risen.count } else { people.append(risen) }
    }
    teams[team].people = people
    return promoted
  }
}

extension Person {
  /// Whether two are parts of one person that nothing tells apart.
  func isLike(_ other: Person) -> Bool {
    id == other.id && level == other.level && start == other.start
      && levelSince == other.levelSince && isBurnedOut == other.isBurnedOut
      && change == other.change
  }
}
