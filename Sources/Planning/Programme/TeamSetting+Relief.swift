import Organization
import Simulation

extension TeamSetting {
  /// How much one more settled engineer lowers burnout, by team and month.
  ///
  /// One run of the recursion with one more in every team beside one without.
  static func relief(in model: StaffingModel, on traffic: TrafficFuture) -> [[Double]] {
    var pinned = model.organization
    for (team, hours) in model.roadmapHoursToday.enumerated() {
      pinned.teams[team].roadmapHoursPerMonth = ThreePoint(hours)
    }
    var more = pinned
    let level = model.levels.firstIndex { $0.standing >= .mid } ?? 0
    for team in more.teams.indices { more.teams[team].members.append(Member(level: level)) }
    let without = MeanValueRecursion(StaffingModel(pinned)).run(future: traffic, plan: .asIs)
    let with = MeanValueRecursion(StaffingModel(more)).run(future: traffic, plan: .asIs)
    return model.teams.indices.map { team in
      (0..<model.months).map { month in
        max(0, without[team: team, month: month].burnout - with[team: team, month: month].burnout)
      }
    }
  }
}
