import Organization
import Simulation

/// The seats of the last plan that are not filled, as it saw them.
struct SeatsSincePlan {
  /// Those still to be filled, in the months that were planned.
  let asPlanned: [Seat]
  /// Those that were cancelled, likewise.
  let cancelled: [Seat]
  /// Those that are filled, likewise, where the plan expected nobody before today.
  let filled: [Seat]
  /// How many hires the plan expected to be there by now who are not, by team.
  let missing: [Int]
  /// Those that will be filled later than planned.
  let slipped: [(seat: SeatRecord, from: YearMonth, to: YearMonth)]

  init(carried: CarriedPlan, model: StaffingModel) {
    let start = model.organization.start
    func planned(_ record: SeatRecord) -> YearMonth {
      // Whoever has accepted has a day of her own; before that the plan knew how long it takes.
      guard record.state == .accepted, record.partner == nil,
        let months = carried.last.levels[record.level]?.monthsToFill
      else { return record.start ?? record.open }
      return record.open + Int(min(max(0, months), Double(PlanFile.longestSearch)))
    }
    func seatAsPlanned(_ record: SeatRecord) -> Seat? {
      guard var seat = carried.seat(record) else { return nil }
      seat.progress = .notBegun
      if record.open < start {
        seat.openMonth = 0
        seat.progress = .accepted(start: max(0, planned(record) - start))
      }
      return seat
    }
    var asPlanned = [Seat]()
    var slipped = [(seat: SeatRecord, from: YearMonth, to: YearMonth)]()
    for record in carried.open {
      guard let now = carried.seat(record) else { continue }
      let begins = start + Int(PlanCost.startMonth(of: now, in: model))
      guard begins > planned(record), let then = seatAsPlanned(record) else {
        asPlanned.append(now)
        continue
      }
      slipped.append((record, planned(record), begins))
      asPlanned.append(then)
    }
    self.asPlanned = asPlanned
    self.slipped = slipped
    let dropped = carried.last.seats.filter { $0.state == .cancelled }
    cancelled = dropped.compactMap(seatAsPlanned)
    filled = carried.match.filled.map(\.seat).filter { planned($0) >= start }
      .compactMap(seatAsPlanned)
    missing = model.organization.teams.map { team in
      (carried.open + dropped).count {
        $0.team == team.id && $0.partner == nil && planned($0) < start
      }
    }
  }
}
