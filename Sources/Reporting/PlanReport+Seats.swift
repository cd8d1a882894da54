import Organization
import Planning
import Simulation

extension PlanReport {
  var seats: [Page.Block] {
    guard !recommendation.seats.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init("open by"), .init("n", .right), .init("team", mayShrink: true), .init("level"),
      .init("source", mayShrink: true), .init("state", isDroppedEmpty: true),
      .init("for", dropRank: 3, isDroppedEmpty: true),
      .init("starts", dropRank: 4), .init("ready", dropRank: 5),
      .init("until", isDroppedEmpty: true), .init("cost", .right, dropRank: 2),
      .init("without it", mayShrink: true, dropRank: 1),
      .init("from", dropRank: 6),
    ])
    for group in seatGroups {
      let seat = group.first.seat
      let level = SafeText.terminal(organization.levels[seat.level].id)
      table.add([
        .init(group.first.opened?.description ?? month(seat.openMonth), .emphasis),
        .init("\(group.count)"),
        .init(SafeText.terminal(organization.teams[seat.team].id)), .init(level),
        .init(SafeText.terminal(source(seat.source))),
        .init(group.first.state == .proposed ? "" : group.first.state.rawValue),
        .init(SafeText.terminal(group.competencies.joined(separator: ", "))),
        .init(month(Int(group.first.startMonth))), .init(month(Int(group.first.readyMonth))),
        .init(seat.endMonth.map { month($0 - 1) } ?? ""),
        .init(money(group.first.cost * Double(group.count))),
        .init(group.first.reason.map { shortSentence($0) } ?? "", .muted),
        .init(group.first.reason.map { month($0.firstMonth) } ?? "", .muted),
      ])
    }
    return [
      .heading("Seats to open"), .table(table),
      .note(
        best.search == nil
          ? "\"open by\" is the latest month in which opening the seat still holds the policy as well."
          : "\"open by\" is the month in which the cheapest plan that was found opens the seat; 'cadre "
            + "plan --format json' tells what two months' delay breaks (ifLate)."),
      hiringChart,
    ]
  }

  /// Seats that differ in nothing but their number and what they are to bring, in order.
  var seatGroups: [(first: PlannedSeat, count: Int, competencies: [String])] {
    var groups = [(first: PlannedSeat, count: Int, competencies: [String])]()
    for planned in recommendation.seats {
      let before = groups.last?.first
      if before?.seat != planned.seat || before?.state != planned.state
        || before?.opened != planned.opened
      {
        groups.append((planned, 0, []))
      }
      let last = groups.count - 1
      groups[last].count += 1
      let competency = competency(planned)
      if let competency, !groups[last].competencies.contains(competency) {
        groups[last].competencies.append(competency)
      }
    }
    return groups
  }

  /// Id of what whoever takes a seat is to know, where the team is short of anything.
  func competency(_ planned: PlannedSeat) -> String? {
    planned.competency.map { organization.competencies[$0] }
  }

  func shortSentence(_ breach: Breach) -> String {
    "\(breach.limit.name) \(number(breach.worstValue, breach.limit))"
  }
}
