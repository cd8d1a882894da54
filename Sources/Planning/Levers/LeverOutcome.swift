/// What a lever does to an organisation that only replaces whoever leaves.
package struct LeverOutcome: Hashable, Sendable {
  package var lever: Lever
  /// How far the policy is missed, relative to without it; 1 changes nothing, 0 keeps it.
  ///
  /// On the courses for which plans are made, or in futures where some were played.
  package var missed: Double
  /// The same by team of today; `nil` where the team keeps the policy without it.
  package var missedAt: [Double?]
  /// Teams of today that miss the policy on any of these courses, or whose successors do.
  package var teams: Int
  /// What it saves on the mean course or in these futures, ``cost`` apart: less work undone, fewer
  /// leavers to replace.
  package var worth: Double
  /// Hours of work that it takes once; `nil` where nothing is known of them.
  package var effortHours: Double?
  /// What it costs beside what ``worth`` counts; `nil` where nothing is known of it.
  package var cost: Double?
  /// Share of team-months in which the policy holds as often as wanted with the recommended seats and
  /// the lever; `nil` where that was not asked, or where teams are no longer the same.
  package var keptBesidePlan: Double?

  /// Whether it does anything for the policy, or else pays for itself.
  ///
  /// - Parameter total: what everything costs without it; savings of a small part of it are none.
  /// - Returns: false for what a report need not name.
  func isUseful(of total: Double) -> Bool {
    if missed < 1 - Self.least { return true }
    return missed <= 1 + Self.least && worth - (cost ?? 0) > total * Self.leastSaving
  }

  /// Half a point of what is missed, the least that a report tells from nothing.
  private static let least = 0.005
  /// A ten-thousandth of what all costs.
  private static let leastSaving = 1e-4
}

extension [LeverOutcome] {
  /// Those first that leave the least of the policy missed; where two leave as much, as they stood.
  var mostUsefulFirst: [LeverOutcome] {
    enumerated().sorted { ($0.element.missed, $0.offset) < ($1.element.missed, $1.offset) }
      .map(\.element)
  }
}
