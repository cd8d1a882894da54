import Organization
import Simulation

extension Lever {
  /// Hours of work that it takes once; `nil` where nothing is known of them.
  ///
  /// They are guesses of the assumptions table, and nobody's time is taken for them in the months.
  func effortHours(in model: StaffingModel) -> Double? {
    let assumptions = model.organization.assumptions
    switch self {
    case .quieterAlerts:
      let pages = model.services.reduce(0) { $0 + $1.pagesPerMonth }
      return pages * (1 - Self.pagesLeft) * assumptions[.leverHoursPerPage]
    case .automation:
      let toil = model.services.reduce(0) { $0 + $1.toilHours }
      return toil * (1 - Self.toilLeft) * assumptions[.leverHoursPerToilHour]
    case .documentation:
      let missing = model.organization.services.reduce(0) {
        $0 + Document.allCases.count - $1.documents.count
      }
      return Double(missing) * assumptions[.leverHoursPerDocument]
    case .move: return assumptions[.leverHoursPerHandover]
    case .merge(let first, let second):
      // Each half of the new team has to learn what the other half has run.
      let services = Set(model.teams[first].services + model.teams[second].services)
      return Double(services.count) * assumptions[.leverHoursPerHandover]
    // Its hours are taken from the roadmap, month by month.
    case .fundedDebt: return 0
    case .smallerRoadmap, .headroom, .secondSite, .split: return nil
    }
  }

  /// What it costs beside what the months show.
  ///
  /// Work is priced as that of mid-level people, and roadmap that is dropped like roadmap that slips.
  ///
  /// - Parameters:
  ///   - model: before the lever.
  ///   - organization: the same with roadmaps given.
  /// - Returns: money; `nil` where nothing is known of it.
  func cost(in model: StaffingModel, roadmapsOf organization: Organization) -> Double? {
    guard self == .smallerRoadmap else {
      return effortHours(in: model).map { $0 * model.rules.hourPrice }
    }
    let hours = organization.teams.reduce(0) { $0 + ($1.roadmapHoursPerMonth?.mean ?? 0) }
    return hours * (1 - Self.roadmapLeft) * Double(model.months) * model.rules.slipPrice
  }
}
