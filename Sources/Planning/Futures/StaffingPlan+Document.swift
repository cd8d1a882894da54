package import Organization
package import Simulation

extension StaffingPlan {
  /// The seats of a plan that was written earlier.
  package init(_ planned: PlannedSeats) {
    self.init(
      seats: planned.seats.map { seat in
        Seat(
          team: seat.team, level: seat.level,
          source: seat.partner.map(SeatSource.partner) ?? .inHouse, openMonth: seat.openMonth,
          endMonth: seat.endMonth)
      })
  }
}
