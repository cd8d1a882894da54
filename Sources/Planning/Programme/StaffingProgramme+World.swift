import Organization
import Simulation

extension StaffingProgramme {
  /// What programmes of one organisation share.
  struct World: Sendable {
    let model: StaffingModel
    let limits: Limits
    let firstMonth: Int
    /// Money for missing a demand by what one person does in a month: half a year of the dearest
    /// person, so that a need of some months is worth a contract and a lasting one a hire.
    var missPrice: Double
    static let monthsOfMiss = 6.0

    init(model: StaffingModel, limits: Limits, firstMonth: Int) {
      self.model = model
      self.limits = limits
      self.firstMonth = firstMonth
      missPrice = Self.missPrice(model)
    }

    static func missPrice(_ model: StaffingModel) -> Double {
      let dearest =
        model.levels.map(\.costPerMonth)
        + model.partners.flatMap { $0.costPerMonth.compactMap(\.self) }
      return (dearest.max() ?? 1) * Self.monthsOfMiss
    }
  }
}

extension StaffingProgramme.World {
  /// What one person does for a demand in a month.
  func unit(of demand: TeamNeeds.Demand) -> Double {
    switch demand {
    case .coverage, .seniorCoverage: model.rules.hoursPerMonth
    case .onCallShare, .minimumSeniors: 1
    // Two points of a hundred is about what one person more takes away.
    case .burnout: 0.02
    }
  }

  func price(of demand: TeamNeeds.Demand) -> Double { missPrice / unit(of: demand) }
}
