import LinearProgramming
import Organization
import Simulation

/// One scenario as programmes see it: what it asks for, and the seats that may be opened.
///
/// After the first stage seats open at the beginning of quarters only, which is when one looks at
/// what has shown.
struct ScenarioProgramme: Sendable {
  let optimiser: Optimiser
  let decidedBefore: Int
  /// By team.
  var options: [[SeatOption]]
  var needs: [TeamNeeds] = []

  init(_ optimiser: Optimiser, strategy: Strategy, decidedBefore: Int) {
    self.optimiser = optimiser
    self.decidedBefore = decidedBefore
    let all = SeatOptions(model: optimiser.model, strategy: strategy)
    let model = optimiser.model
    options = model.teams.indices.map { team in
      all.all(at: team).filter { option in
        let isInTime =
          option.seat.openMonth < decidedBefore
          || (option.seat.openMonth - decidedBefore).isMultiple(of: Self.step)
        return isInTime && Self.isShortest(option.seat, in: model)
      }
    }
  }

  /// Contracts last their minimum term or to the end of the plan.
  private static func isShortest(_ seat: Seat, in model: StaffingModel) -> Bool {
    guard case .partner(let partner) = seat.source, let end = seat.endMonth else { return true }
    let lead = Int(model.partners[partner].leadMonths.rounded(.up))
    return end - seat.openMonth
      <= lead + max(1, model.organization.partners[partner].minimumTermMonths)
  }

  /// Months from one decision to the next.
  private static let step = 3

  var model: StaffingModel { optimiser.model }

  /// The programme as likely as `weight`.
  func programme(weight: Double = 1) -> StaffingProgramme {
    var programme = StaffingProgramme(optimiser.world)
    for team in model.teams.indices {
      programme.add(
        optimiser.teams[team], needs: needs[team], options: options[team], weight: weight
      ) { $0.cost(in: model) }
    }
    programme.share(optimiser.search.shared.rows(in: model))
    return programme
  }

  /// The same with only those options that are like one of some seats, or one decision beside it.
  func keeping(like seats: Set<Seat>) -> ScenarioProgramme {
    var near = Set<Seat>()
    for var seat in seats.map(\.opening) {
      let month = seat.openMonth
      for other in month - Self.step...month + Self.step {
        // Of what is decided monthly, a month beside.
        guard abs(other - month) <= 1 || other >= decidedBefore else { continue }
        seat.openMonth = other
        near.insert(seat)
      }
    }
    var copy = self
    copy.options = options.map { $0.filter { near.contains($0.seat.opening) } }
    return copy
  }

  /// What seats come to by a reckoning of its own; `nil` where the solver says that it is more.
  ///
  /// The solver may say less: programmes leave out demands that are far from being missed, which those may miss
  /// whom a great many newcomers keep busy.
  func amount(of seats: [SeatOption], _ solution: Solution) -> RobustPlan.Amount? {
    var amount = RobustPlan.Amount(money: 0, missed: 0, bound: solution.bound)
    for team in model.teams.indices {
      let check = ProgrammeCheck(
        world: optimiser.world, setting: optimiser.teams[team], needs: needs[team]
      ).result(of: seats.filter { $0.seat.team == team })
      amount.money += check.money
      amount.missed += check.missed
    }
    let size = max(1, abs(solution.objective))
    return amount.total >= solution.objective - 1e-5 * size ? amount : nil
  }
}
