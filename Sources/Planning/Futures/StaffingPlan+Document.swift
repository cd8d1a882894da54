package import Organization
package import Simulation

extension StaffingPlan {
  /// The seats, transfers and promotions of a plan that was written earlier.
  package init(_ planned: PlannedSeats) {
    self.init(
      seats: planned.seats.map { Seat($0) },
      transfers: planned.transfers.map {
        Transfer(level: $0.level, from: $0.from, to: $0.to, month: $0.month)
      },
      rises: planned.rises.map { Rise(team: $0.team, level: $0.level, month: $0.month) })
  }
}

extension Seat {
  /// A seat of a plan that was written earlier.
  init(_ planned: PlannedSeats.Seat) {
    self.init(
      team: planned.team, level: planned.level,
      source: planned.partner.map(SeatSource.partner) ?? .inHouse, openMonth: planned.openMonth,
      endMonth: planned.endMonth)
  }
}
