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
      endMonth: planned.endMonth, progress: SeatProgress(planned))
    // What is known to have begun or to be under way belongs to the first month.
    if progress != .notBegun { openMonth = 0 }
  }
}

extension SeatProgress {
  /// How far a seat of a plan that was written earlier has come.
  init(_ planned: PlannedSeats.Seat) {
    switch planned.state {
    case .proposed, .budgeted, .cleared, .started, .cancelled: self = .notBegun
    case .open:
      self = .underWay(months: Double(planned.monthsOpen))
    case .offered:
      // With a partner there is a contract to be signed, and nobody who might decline.
      self = planned.partner == nil ? .offered : .underWay(months: Double(planned.monthsOpen))
    case .accepted: self = .accepted(start: planned.acceptedStart ?? 0)
    }
  }
}
