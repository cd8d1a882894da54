import Organization
import Simulation

/// What there is to decide and to watch about a seat of a partner.
package struct PartnerBrief: Hashable, Sendable {
  package enum Row: String, CaseIterable, Sendable {
    case highLoad = "high-load"
    case systemDesign = "system-design"
    case communication, security, accountability

    package var name: String {
      switch self {
      case .highLoad: "proven under high load"
      case .systemDesign: "system design"
      case .communication: "open communication"
      case .security: "security and compliance"
      case .accountability: "clear ownership and accountability"
      }
    }

    fileprivate func score(_ scorecard: PartnerScorecard) -> Double {
      switch self {
      case .highLoad: scorecard.highLoad
      case .systemDesign: scorecard.systemDesign
      case .communication: scorecard.communication
      case .security: scorecard.security
      case .accountability: scorecard.accountability
      }
    }
  }

  /// A service that the partner must keep its hands off.
  package struct Veto: Hashable, Sendable {
    /// Index into ``Organization/services``.
    package var service: Int
    /// Regimes of the service that the partner may not work under.
    package var regimes: [String]
  }

  /// Index into ``Organization/partners``.
  package let partner: Int
  /// Whole percentages by ``Row``, in its order; they add up to 100.
  package let weights: [Int]
  /// Scores by ``Row`` from 0 to 5; `nil` where the model has none.
  package let scores: [Double]?
  package let vetoes: [Veto]
  /// Hours a month that people of the team's own give to look after the seat.
  package let oversightHours: Double
  package let governance: [Governance]

  /// Points of a row that all services ask for, beside two for each row; a proposal of cadre.
  private static let asked = 4.0
  private static let base = 2.0

  init(_ partner: Int, seat: Seat, services: ServiceWeights, model: StaffingModel) {
    let organization = model.organization
    let terms = organization.partners[partner]
    self.partner = partner
    // What a region brings while the seat is there counts too.
    let regional = organization.regions.isEmpty ? [] : organization.regionalRegimes
    let end = seat.endMonth ?? organization.months
    vetoes = services.services.compactMap { index in
      let later = regional.isEmpty ? [] : regional[index].filter { $0.from < end }.map(\.regime)
      let missing = (organization.services[index].compliance + later).filter {
        !terms.mayTouch.contains($0)
      }
      return missing.isEmpty ? nil : Veto(service: index, regimes: missing)
    }
    scores = terms.scorecard.map { card in Row.allCases.map { $0.score(card) } }
    weights = LargestRemainder.percentages(
      of: Row.allCases.map { row in
        Self.base + Self.asked * services.share { Self.asks($0, for: row, in: organization) }
      })
    oversightHours = model.partners[partner].oversight * model.rules.hoursPerMonth
    governance = Governance.all(services: services.services, team: seat.team, in: organization)
  }

  /// The weighted mean of the scores.
  package var score: Double? {
    scores.map { zip($0, weights).reduce(0) { $0 + $1.0 * Double($1.1) } / 100 }
  }

  private static func asks(_ index: Int, for row: Row, in organization: Organization) -> Bool {
    let service = organization.services[index]
    let needs = Set(service.neededCompetencies)
    return switch row {
    case .highLoad: Responsibility.load.isAsked(by: index, in: organization)
    case .systemDesign: needs.contains(Competency.systemDesign.index)
    case .communication: service.owners.count > 1 || service.integrations > 0
    case .security: !service.compliance.isEmpty
    case .accountability: service.tier == 1 || service.runBy != nil
    }
  }
}
