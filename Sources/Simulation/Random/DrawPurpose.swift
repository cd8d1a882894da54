/// Why a random number is drawn; each purpose of an entity has numbers of its own.
///
/// The raw values are part of the meaning of a seed: add cases at the end, never renumber, at most 64.
package enum DrawPurpose: UInt8, CaseIterable, Sendable {
  /// Numbers given as `{low, likely, high}`, once per replication.
  case parameter = 0
  /// Which course of traffic a driver takes.
  case trafficPath = 1
  /// Whether and when traffic spikes that nobody planned.
  case spike = 2
  /// How high and how long such a spike is.
  case spikeSize = 3
  /// Pages or incidents of a service in a month.
  case incidents = 4
  /// Who leaves.
  case leaving = 5
  /// Who becomes burned out.
  case burnoutOnset = 6
  /// Who recovers.
  case recovery = 7
  /// How long a requisition takes to fill.
  case timeToFill = 8
  /// Whether an offer is accepted.
  case acceptance = 9
  /// How fast a newcomer passes the stages.
  case ramp = 10
  /// When a partner's people change, start late or go.
  case partner = 11
  /// Who stands in a team on the first day: tenure and stage.
  case startingPoint = 12
  /// Which scenario or regime holds.
  case scenario = 13
}
