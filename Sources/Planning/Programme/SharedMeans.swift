import Organization
import Simulation

/// What all teams share, and how much of it a plan leaves.
struct SharedMeans: Sendable {
  /// Requisitions that recruiters can take on until the end of each month beside backfills; `nil` is
  /// any number.
  private(set) var requisitions: [Double]?
  /// By partner and month: seats that are free.
  private(set) var partnerSeats: [[Double]]
  /// By quarter: money for the plan's seats; `nil` is any amount.
  private(set) var budget: [Double]?
  /// Seats that may be opened; `nil` is any number.
  private(set) var seats: Double?

  /// What an organisation has, beside what backfills take.
  init(_ model: StaffingModel, sample: FutureSample) {
    let policy = model.organization.policy
    if let monthly = model.rules.hiresPerMonth {
      var open = 0.0
      requisitions = (0..<model.months).map { month in
        let backfills = (0..<sample.teams).reduce(0) {
          $0 + sample.mean(.leavers, team: $1, month: month)
        }
        open += max(0, monthly - backfills)
        return open
      }
    }
    partnerSeats = model.organization.partners.map { partner in
      let engaged = partner.engaged.reduce(0) { $0 + $1.count }
      return [Double](repeating: Double(max(0, partner.maxSeats - engaged)), count: model.months)
    }
    budget = policy.extraBudgetPerQuarter.map { amount in
      Quarters.all(of: model.months).map { _ in amount }
    }
    seats = policy.maxNewSeats.map(Double.init)
  }

  /// One thing that is shared.
  struct Row: Sendable {
    var name: String
    /// What there is.
    var limit: Double
    /// What one seat takes of it.
    var share: @Sendable (SeatOption) -> Double

    /// What an option takes of it; who changes teams or rises takes nothing that backfills do not take
    /// anyway.
    func taken(_ option: SeatOption) -> Double { option.isSeat ? share(option) : 0 }
  }

  /// Everything that is shared, in an order that depends on the organisation only.
  func rows(in model: StaffingModel) -> [Row] {
    var rows = [Row]()
    for (month, limit) in (requisitions ?? []).enumerated() {
      rows.append(
        Row(name: "recruiters_m\(month)", limit: limit) { option in
          guard option.seat.openMonth <= month else { return 0 }
          return (option.seat.openMonth...month).reduce(0) {
            $0 + option.expected(in: $1).requisitions
          }
        })
    }
    for (partner, limits) in partnerSeats.enumerated() {
      for (month, limit) in limits.enumerated() {
        rows.append(
          Row(name: "seats_p\(partner)_m\(month)", limit: limit) { option in
            let isHeld =
              option.partner == partner && option.seat.openMonth <= month
              && (option.seat.endMonth.map { month < $0 } ?? true)
            return isHeld ? 1 : 0
          })
      }
    }
    for (quarter, months) in Quarters.all(of: model.months).enumerated() {
      guard let limit = budget?[quarter] else { break }
      rows.append(
        Row(name: "budget_q\(quarter)", limit: limit) {
          PlanCost.cost(of: $0.seat, in: months, of: model)
        })
    }
    if let seats { rows.append(Row(name: "newseats", limit: seats) { _ in 1 }) }
    return rows
  }
}
