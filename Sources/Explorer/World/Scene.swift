import Forecasting
package import Organization
import Planning
package import Simulation

/// Everything that follows from a variant at once, before any future is played.
package struct Scene: Sendable {
  package let variant: Variant
  package let organization: Organization
  package let outlook: TrafficOutlook
  let model: StaffingModel
  let limits: Limits
  let firstMonth: Int
  /// With the seats of the variant, or backfills only.
  let course: Trajectory
  let answer: Answer
  let dials: [Dial]
  /// By driver: mean traffic of the months before the plan, in the unit that was counted.
  let histories: [[Double]]
  /// People who can repair the tier 1 service that fewest know, by team, where that is fewer than
  /// advised.
  let knowers: [Int: Int]

  package var staffing: StaffingPlan { StaffingPlan(seats: variant.seats ?? []) }
}

/// Why a variant cannot be explored.
package struct SceneObstacle: Error, Hashable, Sendable {
  package var sentence: String
}

/// Makes scenes of a model, keeping what the next one needs as well.
struct SceneMaker {
  let document: ModelDocument
  let months: Int?
  let seed: UInt64
  /// Organisations without changes, by scenario.
  private var origins: [String: Origin] = [:]

  /// What does not change with levers.
  private struct Origin {
    var subject: DialBoard.Subject
    var histories: [[Double]]
    var knowers: [Int: Int]
  }

  /// The last projection of traffic with what it is of.
  private var projected: (organization: Organization, outlook: TrafficOutlook)?
  /// The last forecasts of histories with what they are of.
  private var forecast: (organization: Organization, histories: TrafficProjection.Histories)?

  init(document: ModelDocument, months: Int?, seed: UInt64) {
    self.document = document
    self.months = months
    self.seed = seed
  }

  /// - Complexity: a run of the recursion; a projection of traffic where the change moves traffic.
  mutating func scene(of variant: Variant) throws(SceneObstacle) -> Scene {
    let origin = try origin(of: variant.origin)
    let organization =
      variant.settings.isEmpty
      ? origin.subject.organization : try load(variant.origin, settings: variant.settings)
    let outlook = try outlook(of: organization, like: origin.subject)
    let model = StaffingModel(organization)
    let course = MeanValueRecursion(model).run(
      future: outlook.mean, plan: StaffingPlan(seats: variant.seats ?? []))
    let limits = Limits(organization)
    let firstMonth = min(organization.policy.graceMonths, max(0, organization.months - 1))
    let now = DialBoard.Subject(organization: organization, model: model, outlook: outlook)
    return Scene(
      variant: variant, organization: organization, outlook: outlook, model: model,
      limits: limits, firstMonth: firstMonth, course: course,
      answer: Answer(course, limits: limits, firstMonth: firstMonth),
      dials: DialBoard.dials(now, origin: origin.subject), histories: origin.histories,
      knowers: origin.knowers)
  }

  private mutating func origin(of scenario: String) throws(SceneObstacle) -> Origin {
    if let known = origins[scenario] { return known }
    let organization = try load(scenario, settings: [])
    let subject = DialBoard.Subject(
      organization: organization, model: StaffingModel(organization),
      outlook: try project(organization))
    let origin = Origin(
      subject: subject,
      histories: organization.drivers.map {
        $0.history?.monthly(before: organization.start).meanPerDay ?? []
      },
      knowers: Self.knowers(organization))
    origins[scenario] = origin
    return origin
  }

  private static func knowers(_ organization: Organization) -> [Int: Int] {
    var fewest = [Int: Int]()
    for finding in OwnershipAudit.findings(organization) where finding.rule == .busFactor {
      guard let people = finding.measured,
        let service = organization.services.first(where: { $0.id == finding.subject })
      else { continue }
      for team in service.owningTeams {
        fewest[team] = min(fewest[team] ?? .max, Int(people))
      }
    }
    return fewest
  }

  private func load(
    _ scenario: String, settings: [Setting]
  ) throws(SceneObstacle) -> Organization {
    do {
      var organization = try document.load(scenario: scenario, settings: settings).organization
      if let months { organization.months = months }
      return organization
    } catch {
      let problem = error.diagnostics.first { $0.severity == .error }?.problem
      throw SceneObstacle(sentence: problem?.message ?? "the model cannot be read")
    }
  }

  /// Traffic is projected anew only where something that moves it has changed.
  private mutating func outlook(
    of organization: Organization, like origin: DialBoard.Subject
  ) throws(SceneObstacle) -> TrafficOutlook {
    if Self.hasSameTraffic(organization, origin.organization) { return origin.outlook }
    if let projected, Self.hasSameTraffic(organization, projected.organization) {
      return projected.outlook
    }
    let outlook = try project(organization)
    projected = (organization, outlook)
    return outlook
  }

  private mutating func project(
    _ organization: Organization
  ) throws(SceneObstacle) -> TrafficOutlook {
    let projection = TrafficProjection(organization, seed: seed)
    if let forecast, Self.hasSamePast(organization, forecast.organization) {
      return projection.outlook(forecast.histories)
    }
    do {
      let histories = try projection.histories()
      forecast = (organization, histories)
      return projection.outlook(histories)
    } catch {
      switch error {
      case .noUsableMonth(let driver):
        throw SceneObstacle(sentence: "the history of \(driver) has no usable month")
      case .historyTooOld(let driver, let months):
        throw SceneObstacle(
          sentence: "the history of \(driver) ends \(months) months before the plan starts")
      }
    }
  }

  /// Whether histories are forecast alike, whatever growth is expected of the future.
  private static func hasSamePast(_ a: Organization, _ b: Organization) -> Bool {
    let rows: [AssumptionID] = [.trafficPeakToMean, .workScalingLeadMonths]
    return a.months == b.months && a.start == b.start && a.events == b.events
      && a.regions == b.regions && a.drivers.count == b.drivers.count
      && zip(a.drivers, b.drivers).allSatisfy { a, b in
        a.id == b.id && a.history == b.history && a.holidays == b.holidays
          && a.changes == b.changes
      } && rows.allSatisfy { a.assumptions.row($0).value == b.assumptions.row($0).value }
  }

  private static func hasSameTraffic(_ a: Organization, _ b: Organization) -> Bool {
    let rows: [AssumptionID] = [
      .trafficPeakToMean, .trafficHandoverMonths, .trafficGrowthPerYear, .workScalingLeadMonths,
    ]
    return a.months == b.months && a.start == b.start && a.drivers == b.drivers
      && a.events == b.events && a.regions == b.regions
      && rows.allSatisfy { a.assumptions.row($0).value == b.assumptions.row($0).value }
  }
}
