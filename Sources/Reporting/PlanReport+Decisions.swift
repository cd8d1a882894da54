import Organization
import Planning
import Simulation

extension PlanReport {
  /// Months of the plan that are decided on now.
  private static let decidedMonths = 3

  /// What to decide this quarter.
  var decisions: [Page.Block] {
    let last = month(min(Self.decidedMonths, organization.months) - 1)
    let now = seatGroups.filter { $0.first.seat.openMonth < Self.decidedMonths }
    let items = now.map { group in
      let seat = group.first.seat
      let level = organization.levels[seat.level].id
      let team = organization.teams[seat.team].id
      let what =
        switch seat.source {
        case .inHouse:
          "open \(NumberText.count(group.count, "requisition", "requisitions")) for \(level)"
        case .partner(let partner):
          "sign for \(NumberText.count(group.count, "seat", "seats")) of \(level) with "
            + organization.partners[partner].id
        }
      let why =
        group.first.reason.map { ": without \(group.count == 1 ? "it" : "them"), \(sentence($0))" }
        ?? ""
      return "\(month(seat.openMonth)): \(what) at \(team)\(why)"
    }
    return [
      .heading("To decide by \(last)"),
      items.isEmpty
        ? .paragraph("Nothing but backfills: no seat opens before then.") : .list(items),
    ]
  }
}
