import Organization

/// The work that one region asks for, service by service.
package struct Opening: Hashable, Sendable {
  /// What one service has to do for the region.
  package struct Part: Hashable, Sendable {
    /// Index into ``Organization/services``.
    package let service: Int
    fileprivate let keepsData: Bool
    /// Compliance regimes that the region is the first to ask for.
    fileprivate let regimes: Int
    /// Hours before the opening that make it quick there.
    package fileprivate(set) var latency = 0.0
    /// Hours before the opening that keep data there.
    package fileprivate(set) var residency = 0.0
    /// Hours a month of upkeep from the opening on.
    package fileprivate(set) var upkeep = 0.0
    /// Hours a month for data and regimes from the opening on.
    package fileprivate(set) var compliance = 0.0

    fileprivate init(service: Int, keepsData: Bool, regimes: Int) {
      self.service = service
      self.keepsData = keepsData
      self.regimes = regimes
    }
  }

  /// Index into ``Organization/regions``.
  package let region: Int
  /// Month of the plan in which it opens, perhaps after its end; `nil` is open today.
  package let month: Int?
  /// Months over which the work before the opening is spread, perhaps past the plan's end.
  package let preparation: Range<Int>
  /// One for each service that is used there and that a team owns.
  package private(set) var parts: [Part]

  init(_ index: Int, regimes: [[RegionalRegime]], model: StaffingModel.Parts) {
    let organization = model.organization
    let region = organization.regions[index]
    self.region = index
    let opens = region.opens.map { $0 - organization.start }.flatMap { $0 > 0 ? $0 : nil }
    month = opens
    // What there is no time for any more has to be done in the months that are left.
    preparation = opens.map { max(0, $0 - region.preparationMonths)..<$0 } ?? 0..<0
    parts = organization.services(usedIn: region)
      .filter { !model.services[$0].owners.isEmpty }
      .map { service in
        Part(
          service: service,
          keepsData: region.hasResidency && organization.services[service].keepsData,
          regimes: regimes[service].count { $0.region == index })
      }
    fill(model)
  }

  /// The same region with other numbers.
  init(like other: Opening, model: StaffingModel.Parts) {
    self = other
    fill(model)
  }

  private mutating func fill(_ model: StaffingModel.Parts) {
    guard !parts.isEmpty else { return }
    let factors = model.factors
    let latency = model.organization.regions[region].latencyHours.mean / Double(parts.count)
    for index in parts.indices {
      let (keepsData, regimes) = (parts[index].keepsData, parts[index].regimes)
      parts[index].compliance =
        Double(regimes) * factors.compliance + (keepsData ? factors.residencyMonthly : 0)
      // What a region that is open today asks for beside that is in today's upkeep.
      guard month != nil else { continue }
      parts[index].latency = latency
      parts[index].upkeep = latency * factors.regionRecurring
      let tier = model.organization.services[parts[index].service].tier
      parts[index].residency = keepsData ? factors.residency * factors.tier(tier) : 0
    }
  }

  /// Hours before the opening, all of them.
  package var hoursBefore: Double { parts.reduce(0) { $0 + $1.latency + $1.residency } }

  /// Hours a month from the opening on.
  package var hoursAMonthAfter: Double { parts.reduce(0) { $0 + $1.upkeep + $1.compliance } }
}
