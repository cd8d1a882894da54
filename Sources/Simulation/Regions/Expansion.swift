import Organization

/// What regions ask of services, month by month, beside what these ask for anyway.
///
/// A class, immutable, because it is looked at in every month of every future.
package final class Expansion: Sendable {
  /// By region.
  package let openings: [Opening]
  private let months: Int
  /// Hours that make services quick in regions before these open, by service and month.
  private let latency: [Double]
  /// The same up to the month before.
  private let latencyBefore: [Double]
  /// The same that open regions needed.
  private let latencyNeeded: [Double]
  private let compliance: [Double]
  private let upkeep: [Double]
  /// Hours a month for regions that are open today, by service.
  private let complianceToday: [Double]

  /// - Returns: `nil` where the model names no regions.
  init?(_ parts: StaffingModel.Parts, like other: Expansion?) {
    let organization = parts.organization
    guard !organization.regions.isEmpty else { return nil }
    if let other {
      openings = other.openings.map { Opening(like: $0, model: parts) }
    } else {
      let regimes = organization.regionalRegimes
      openings = organization.regions.indices.map { Opening($0, regimes: regimes, model: parts) }
    }
    months = organization.months
    let none = [Double](repeating: 0, count: organization.services.count * months)
    var (latency, before, needed, compliance, upkeep) = (none, none, none, none, none)
    var today = [Double](repeating: 0, count: organization.services.count)
    for opening in openings {
      let length = Double(opening.preparation.count)
      for part in opening.parts {
        let first = part.service * months
        for month in opening.preparation where month < months {
          latency[first + month] += part.latency / length
          compliance[first + month] += part.residency / length
        }
        for month in (opening.month ?? 0)..<max(months, opening.month ?? 0) {
          needed[first + month] += part.latency
          compliance[first + month] += part.compliance
          upkeep[first + month] += part.upkeep
        }
        if opening.month == nil { today[part.service] += part.compliance }
      }
    }
    for service in organization.services.indices {
      for month in 1..<max(1, months) {
        let place = service * months + month
        before[place] = before[place - 1] + latency[place - 1]
      }
    }
    (self.latency, latencyBefore, latencyNeeded) = (latency, before, needed)
    (self.compliance, self.upkeep, complianceToday) = (compliance, upkeep, today)
  }

  /// Hours of work like scaling that are due.
  @inline(__always)
  func latencyHours(of service: Int, in month: Int) -> Double { latency[service * months + month] }

  /// Hours of compliance work beside the service's own.
  @inline(__always)
  func complianceHours(of service: Int, in month: Int) -> Double {
    compliance[service * months + month]
  }

  /// The same before the first month.
  func complianceHoursToday(of service: Int) -> Double { complianceToday[service] }

  @inline(__always)
  func upkeepHours(of service: Int, in month: Int) -> Double { upkeep[service * months + month] }

  /// The share of what open regions needed of a service that is not done.
  ///
  /// `backlog` is what is left of the hours due in earlier months.
  @inline(__always)
  func late(_ service: Int, in month: Int, backlog: Double) -> Double {
    let place = service * months + month
    let needed = latencyNeeded[place]
    guard needed > 0, backlog > 0 else { return 0 }
    return clamp((needed - (latencyBefore[place] - backlog)) / needed, 0, 1)
  }
}
