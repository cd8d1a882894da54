package import Organization
import Simulation

extension PlannedSeat {
  /// The seat by names and months of the calendar, as files and documents hold it.
  package func record(in organization: Organization) -> SeatRecord {
    let start = organization.start
    let partner: String? =
      switch seat.source {
      case .inHouse: nil
      case .partner(let index): organization.partners[index].id
      }
    return SeatRecord(
      id: id, team: organization.teams[seat.team].id, level: organization.levels[seat.level].id,
      partner: partner, state: state, replaces: replaces, open: opened ?? start + seat.openMonth,
      start: start + Int(startMonth), end: seat.endMonth.map { start + ($0 - 1) },
      latest: latestOpenMonth.map { start + $0 }, owner: owner, cost: cost,
      competency: competency.map { organization.competencies[$0] },
      reason: reason.map {
        PlannedSeats.Reason(
          limit: $0.limit.rawValue, firstMonth: start + $0.firstMonth, worstValue: $0.worstValue,
          threshold: $0.threshold)
      }, note: note)
  }
}
