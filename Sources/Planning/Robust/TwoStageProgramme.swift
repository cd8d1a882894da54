import LinearProgramming
import Organization
import Simulation

/// One programme for several scenarios: what opens first is the same in all of them, what follows
/// depends on which it is.
///
/// Each scenario has its own copy of ``StaffingProgramme``, priced by how likely it is; the copies
/// meet only in the seats that open before a month [two-stage recourse; Birge & Louveaux 2011].
struct TwoStageProgramme {
  private(set) var linear = LinearProgram()
  /// By scenario.
  let stages: [StaffingProgramme]
  private let offsets: [Int]
  /// Seats that open before this month are decided before anything is known.
  private let month: Int

  init(_ stages: [StaffingProgramme], decidedBefore month: Int) {
    self.stages = stages
    self.month = month
    var all = LinearProgram()
    offsets = stages.map { all.append($0.linear) }
    linear = all
    join()
  }

  /// Opens the same seats in all scenarios; when contracts end may differ.
  private mutating func join() {
    var sums = [[Seat: [LinearProgram.Term]]](repeating: [:], count: stages.count)
    var order = [Seat]()
    var known = Set<Seat>()
    for (stage, programme) in stages.enumerated() {
      for block in programme.blocks {
        for (option, count) in zip(block.options, block.counts)
        where option.seat.openMonth < month {
          let opening = option.seat.opening
          if known.insert(opening).inserted { order.append(opening) }
          sums[stage][opening, default: []].append(.init(1, count.moved(by: offsets[stage])))
        }
      }
    }
    for opening in order {
      let first = (sums[0][opening] ?? []).map { LinearProgram.Term(-1, $0.variable) }
      for stage in stages.indices.dropFirst() {
        linear.require(first + (sums[stage][opening] ?? []), equals: 0, named: "same")
      }
    }
  }

  /// The part of a solution that is about one scenario.
  func values(_ values: [Double], of stage: Int) -> [Double] {
    Array(values[offsets[stage]..<offsets[stage] + stages[stage].linear.variableCount])
  }

  /// The seats that a solution opens before anything is known.
  func first(of values: [Double]) -> [Seat] {
    guard let programme = stages.first else { return [] }
    return programme.options(of: self.values(values, of: 0)).map(\.seat)
      .filter { $0.openMonth < month }.map(\.opening).sorted(by: SeatOrder.isBefore)
  }

  /// The plans of a solution, by scenario.
  func plans(of values: [Double]) -> [StaffingPlan] {
    stages.indices.map { stage in
      StaffingPlan(
        seats: stages[stage].options(of: self.values(values, of: stage)).map(\.seat))
    }
  }

  /// Values to begin with: a plan for each scenario.
  func start(_ plans: [StaffingPlan]) -> [Double] {
    zip(stages, plans).flatMap { $0.start($1) }
  }
}
