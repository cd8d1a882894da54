import Organization
import Simulation

/// How many people may leave a team for others over the plan.
struct TransferLimit: Hashable, Sendable {
  /// Index into ``Organization/teams``.
  var team: Int
  /// Indices into ``Organization/levels``, of those that are counted together.
  var levels: [Int]
  var most: Int

  /// The limits of all teams, those that leave nothing included.
  ///
  /// Of each level no more go than are there at least, on average, while those who leave are being
  /// replaced; of all people half, so that the work stays known; and of mid-level people and above all
  /// but an owner and a deputy.
  static func all(of model: StaffingModel, settings: [TeamSetting]) -> [TransferLimit] {
    model.teams.indices.flatMap { team -> [TransferLimit] in
      let members = model.teams[team].members
      let least = settings[team].employees.min() ?? 0
      let there = members.isEmpty ? 0 : min(1, least / Double(members.count))
      let levels = Array(model.levels.indices)
      let each = levels.map { level in
        let count = Double(members.count { $0.level == level })
        return TransferLimit(
          team: team, levels: [level], most: Int((count * there + 0.5).rounded(.down)))
      }
      let owners = levels.filter { model.levels[$0].standing >= .mid }
      let able = members.count { model.levels[$0.level].standing >= .mid }
      return each + [
        TransferLimit(team: team, levels: levels, most: members.count / 2),
        TransferLimit(team: team, levels: owners, most: max(0, able - 2)),
      ]
    }
  }

  /// How many of some transfers it counts.
  func count(_ transfers: [Transfer]) -> Int {
    transfers.count { $0.from == team && levels.contains($0.level) }
  }
}

extension [TransferLimit] {
  /// How many people of a level may leave a team.
  func most(of level: Int, from team: Int) -> Int {
    filter { $0.team == team && $0.levels.contains(level) }.map(\.most).min() ?? 0
  }
}
