import LinearProgramming
import Organization
import Simulation

/// Options that are like one of some seats, or open a month beside it; a quarter beside it where seats open by
/// quarter, and of transfers only some.
struct NearSeats: Sendable {
  private var seats = Set<Seat>()
  private let transfers: Set<Transfer>

  init(_ seats: Set<Seat>, transfers: Set<Transfer>, teams: Int) {
    self.transfers = transfers
    for var seat in seats.map(\.opening) {
      let month = seat.openMonth
      let beside = month < SeatOptions.openingByMonth(teams: teams) ? 1 : 3
      for other in month - beside...month + beside {
        seat.openMonth = other
        self.seats.insert(seat)
      }
    }
  }

  func contains(_ option: SeatOption) -> Bool {
    option.rise != nil
      || option.transfer.map(transfers.contains) ?? seats.contains(option.seat.opening)
  }
}

extension StaffingProgramme {
  /// The same with only those options that are near some seats.
  func keeping(_ near: NearSeats) -> StaffingProgramme {
    var copy = self
    for block in blocks {
      copy.linear.ruleOut(
        zip(block.options, block.counts).filter { !near.contains($0.0) }.map(\.1.index))
    }
    return copy
  }

  /// By column, the option whose number it is, or one half of that.
  var optionsByColumn: [Int: SeatOption] {
    blocks.reduce(into: [:]) { columns, block in
      for (option, count) in zip(block.options, block.counts) { columns[count.index] = option }
    }
  }

  /// Opens a seat at least so often, whatever of partners' share and shared means that breaks.
  ///
  /// What has begun before the plan cannot be had more often.
  mutating func lock(_ seats: [Seat]) {
    var values = [Double](repeating: 0, count: linear.variableCount)
    for block in blocks {
      for (option, count) in zip(block.options, block.counts) {
        let times = Double(seats.count { $0 == option.seat })
        guard times > 0, option.isSeat else { continue }
        let most = option.seat.progress == .notBegun ? SeatOption.mostAlike : times
        linear.bound(count, to: (times, max(times, most)))
        values[count.index] = times
      }
    }
    linear.allow(values, in: hard)
  }

  /// Takes what opens before a month as decided: just these seats, no more of them and no others.
  ///
  /// When a contract ends is left open, as it need not be said when it is signed.
  mutating func decide(_ seats: [Seat], before month: Int) {
    for block in blocks {
      var alike = [Seat: [LinearProgram.Variable]]()
      var order = [Seat]()
      for (option, count) in zip(block.options, block.counts) where option.seat.openMonth < month {
        let opening = option.seat.opening
        if alike[opening] == nil { order.append(opening) }
        alike[opening, default: []].append(count)
      }
      for opening in order {
        let columns = alike[opening] ?? []
        let times = Double(seats.count { $0.opening == opening })
        for column in columns { linear.bound(column, to: (0, times)) }
        guard times > 0 else { continue }
        linear.require(
          columns.map { LinearProgram.Term(1, $0) }, equals: times, named: "decided")
      }
    }
  }

  /// Opens just the seats of a plan, but at the teams of `open`, where anything may be opened.
  mutating func fix(_ plan: StaffingPlan, butAt open: Set<Int>) {
    var times = [Seat: Double]()
    for seat in plan.seats { times[seat, default: 0] += 1 }
    for block in blocks where !open.contains(block.setting.team) {
      for (option, count) in zip(block.options, block.counts) {
        linear.bound(count, to: (times[option.seat] ?? 0, times[option.seat] ?? 0))
      }
    }
  }
}

extension Seat {
  /// The seat as it is opened, whenever it may end.
  var opening: Seat {
    var seat = self
    seat.endMonth = nil
    return seat
  }
}
