import Planning
import Simulation

/// What moved between today and the worst month of a breach.
struct Causes {
  private let reasons: [String]

  init(_ breach: Breach, in trajectory: Trajectory) {
    let start = trajectory[team: breach.team, month: 0]
    let worst = trajectory[team: breach.team, month: breach.worstMonth]
    var reasons = [(size: Double, words: String)]()
    switch breach.limit {
    case .coverage, .seniorCoverage, .burnout, .weeklyHours:
      for kind in WorkKind.allCases {
        let more = worst.askedHours[kind] - start.askedHours[kind]
        if more > 0.02 * max(1, start.askedHours.total) {
          reasons.append((more, "\(kind.name) +\(NumberText.fixed(more)) h a month"))
        }
      }
      let less = start.capacityHours - worst.capacityHours
      if less > 0.02 * max(1, start.capacityHours) {
        reasons.append((less, "capacity -\(NumberText.fixed(less)) h (leavers, ramp, guidance)"))
      }
      if breach.limit == .burnout, worst.nightsPerWeek > 1.5 {
        reasons.append((0, "\(NumberText.plain(worst.nightsPerWeek, decimals: 1)) nights a week"))
      }
    case .onCallShare, .neverOnCallShare, .adviceOnCallShare, .nights:
      reasons.append(
        (1, "\(NumberText.plain(worst.callReady, decimals: 1)) people ready for the pager"))
    case .pagesPerShift, .interruptions:
      reasons.append((1, "\(NumberText.plain(worst.pages, decimals: 1)) pages a month"))
    case .minimumSeniors:
      break
    }
    self.reasons = reasons.sorted { $0.size > $1.size }.prefix(3).map(\.words)
  }

  var words: String { reasons.joined(separator: ", ") }
}
