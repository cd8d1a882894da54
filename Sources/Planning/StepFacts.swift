import Simulation

/// Works out for each transfer and promotion of a plan when it counts and what it is for.
struct StepFacts {
  let model: StaffingModel
  let plan: StaffingPlan

  /// The transfers in the order of their months.
  ///
  /// `reasons` is what breaks without each, in the order of the plan; `nil` where nobody asked.
  func transfers(_ reasons: [Breach?]? = nil) -> [PlannedTransfer] {
    let order = plan.transfers.indices.sorted { key($0) < key($1) }
    let ids = StepID.all(of: order.map { plan.transfers[$0] }, in: model.organization)
    return zip(order, ids).map { index, id in
      let transfer = plan.transfers[index]
      return PlannedTransfer(
        id: id, transfer: transfer, readyMonth: ready(transfer),
        reason: reasons.flatMap { $0[index] })
    }
  }

  /// The promotions in the order of their months; `reasons` as of transfers.
  func rises(_ reasons: [Breach?]? = nil) -> [PlannedRise] {
    func key(_ index: Int) -> (Int, Int, Int) {
      (plan.rises[index].month, plan.rises[index].team, plan.rises[index].level)
    }
    let order = plan.rises.indices.sorted { key($0) < key($1) }
    let ids = StepID.all(of: order.map { plan.rises[$0] }, in: model.organization)
    return zip(order, ids).map { index, id in
      PlannedRise(id: id, rise: plan.rises[index], reason: reasons.flatMap { $0[index] })
    }
  }

  private func key(_ index: Int) -> (Int, Int, Int, Int) {
    let transfer = plan.transfers[index]
    return (transfer.month, transfer.to, transfer.from, transfer.level)
  }

  private func ready(_ transfer: Transfer) -> Double {
    let (level, team) = (model.levels[transfer.level], model.teams[transfer.to])
    let months =
      team.rota.layers > 0 ? max(level.rampMonths, level.monthsToOnCall) : level.rampMonths
    return Double(transfer.month) + months * team.onboarding * model.rules.transferRamp
  }
}
