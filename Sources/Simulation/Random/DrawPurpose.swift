/// Why a random number is drawn; each purpose of an entity has numbers of its own.
///
/// The raw values are part of the meaning of a seed: add cases at the end, never renumber, at most 64.
package enum DrawPurpose: UInt8, CaseIterable, Sendable {
  /// Numbers given as `{low, likely, high}`, once per replication.
  case parameter = 0
  /// Pages of a service in a month.
  case pages = 1
  /// Whether a person leaves in a month, and whether she burns out or recovers.
  case monthOfLife = 2
  /// Whether somebody who joins, or is there on the first day, is burned out.
  case startingBurnout = 3
  /// How long a requisition takes to fill.
  case timeToFill = 4
  /// Whether an offer is accepted.
  case acceptance = 5
  /// Which of the requisitions that have waited equally long comes first.
  case turn = 6
  /// How many requisitions recruiters take on in a month.
  case recruiting = 7
  /// Whether a person rises to the next level in a month.
  case promotion = 8
  /// Who of a team changes to another in a month.
  case transfer = 9
  /// Who of a team rises in a month by decision.
  case rise = 10
}
