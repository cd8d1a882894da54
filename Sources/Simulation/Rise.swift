/// One person who rises to the next level, as a plan decides it.
///
/// At the beginning of the month somebody of the team who has the level's months behind her rises, and
/// costs, puts out and is counted as the new level at once. Where nobody has, or the level has no next,
/// nothing happens.
package struct Rise: Hashable, Sendable {
  /// Index into ``Organization/teams``.
  package var team: Int
  /// Index into ``Organization/levels``, of what she is before.
  package var level: Int
  /// Month of the plan, from 0.
  package var month: Int

  package init(team: Int, level: Int, month: Int) {
    self.team = team
    self.level = level
    self.month = month
  }
}
