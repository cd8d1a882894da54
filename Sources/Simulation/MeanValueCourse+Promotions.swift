import Organization

extension MeanValueCourse {
  /// Lets people who have the tenure and the guidance for it rise to the next level.
  ///
  /// - Returns: how many did.
  mutating func promote(_ team: Int, in month: Int, guidance: Double) -> Double {
    var promoted = 0.0
    var cohorts = teams[team].cohorts
    teams[team].cohorts = []
    for index in cohorts.indices where cohorts[index].count > 0 {
      guard let promotion = model.levels[cohorts[index].level].promotion else { continue }
      var risen = cohorts[index]
      risen.count *= promotion.probability(
        start: risen.start, levelSince: risen.levelSince, month: month, guidance: guidance)
      guard risen.count > 0 else { continue }
      cohorts[index].count -= risen.count
      promoted += risen.count
      risen.level = promotion.level
      risen.levelSince = promotion.since(promotedIn: month)
      let same = cohorts.firstIndex { $0.isLike(risen) }
      if let same { cohorts[same].count += risen.count } else { cohorts.append(risen) }
    }
    teams[team].cohorts = cohorts
    return promoted
  }
}

extension Cohort {
  /// Whether nothing but their number tells two cohorts apart.
  func isLike(_ other: Cohort) -> Bool {
    level == other.level && start == other.start && levelSince == other.levelSince
      && onRota == other.onRota && isHire == other.isHire && change == other.change
  }
}
