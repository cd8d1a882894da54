import LinearProgramming
import Organization
import Simulation

/// What a solution means.
extension StaffingProgramme {
  /// The seats of a solution, and the halves of its transfers.
  func options(of values: [Double]) -> [SeatOption] {
    blocks.flatMap { block in
      zip(block.options, block.counts).flatMap { option, count in
        [SeatOption](repeating: option, count: max(0, Int(values[count.index].rounded())))
      }
    }
  }

  /// Values to begin a search with: the seats of a plan, or those most like them; the rest follows.
  func start(_ plan: StaffingPlan) -> [Double] {
    var values = [Double](repeating: 0, count: linear.variableCount)
    for block in blocks {
      for seat in plan.seats where seat.team == block.setting.team {
        let alike = zip(block.options, block.counts).filter { option, _ in
          option.seat.level == seat.level && option.seat.source == seat.source
            && option.isSeat
        }
        func distance(_ option: SeatOption) -> (Int, Int) {
          (
            abs(option.seat.openMonth - seat.openMonth),
            abs((option.seat.endMonth ?? months) - (seat.endMonth ?? months))
          )
        }
        let nearest = alike.min { distance($0.0) < distance($1.0) }
        if let nearest { values[nearest.1.index] += 1 }
      }
    }
    for transfer in plan.transfers {
      if let column = transfers[transfer] { values[column.index] += 1 }
    }
    for rise in plan.rises {
      if let column = rises[rise] { values[column.index] += 1 }
    }
    return values
  }

  /// Money of a solution: seats and undone work, without the price on missing the policy.
  func money(of values: [Double]) -> Double {
    blocks.reduce(0) { sum, block in
      // The column of two halves has the cost of both.
      let counts = zip(block.options, block.counts).filter { !$0.0.isLoss }.map(\.1)
      return (counts + block.undone).reduce(sum) {
        $0 + linear.costs[$1.index] * values[$1.index]
      }
    }
  }

  /// The seats that a solution opens, parts of them as well.
  func taken(in values: [Double]) -> Set<Seat> {
    var seats = Set<Seat>()
    for block in blocks {
      for (option, count) in zip(block.options, block.counts)
      where values[count.index] > 1e-6 && option.isSeat {
        seats.insert(option.seat)
      }
    }
    return seats
  }

  /// The transfers of a solution, parts of them as well.
  func transfers(in values: [Double]) -> Set<Transfer> {
    Set(transfers.filter { values[$0.value.index] > 1e-6 }.keys)
  }
}
