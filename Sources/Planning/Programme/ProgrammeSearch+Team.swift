import LinearProgramming
import Organization
import Simulation

/// One team's part of a plan.
extension ProgrammeSearch {
  /// What the seats of a team come to by a reckoning of its own; `nil` where they may not be.
  func checked(_ seats: [SeatOption], of team: Int, _ task: Task) -> Part? {
    let check = ProgrammeCheck(
      world: world, setting: task.settings[team], needs: task.needs[team]
    ).result(of: seats)
    guard RiseOptions(model: world.model).allows(StaffingPlan(seats).rises) else { return nil }
    // Whoever locks a seat may break what it breaks.
    guard check.broken.isEmpty || locked.contains(where: { $0.team == team }) else { return nil }
    return Part(
      seats: seats, money: check.money, objective: check.money + check.missed)
  }
}
