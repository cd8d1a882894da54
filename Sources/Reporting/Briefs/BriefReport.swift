package import Organization
package import Planning
import Simulation

/// The role brief of one seat, for people and for programs.
package struct BriefReport: Sendable {
  let brief: SeatBrief
  let organization: Organization
  /// By driver of the organisation.
  let traffic: [TrafficLine]
  let header: RunHeader

  package init(
    _ brief: SeatBrief, in organization: Organization, traffic: [TrafficLine], header: RunHeader
  ) {
    self.brief = brief
    self.organization = organization
    self.traffic = traffic
    self.header = header
  }

  var team: Team { organization.teams[brief.seat.team] }
  var level: Level { organization.levels[brief.seat.level] }

  var partner: Partner? {
    switch brief.seat.source {
    case .inHouse: nil
    case .partner(let index): organization.partners[index]
    }
  }

  func month(_ index: Int) -> String { (organization.start + index).description }
  func month(_ time: Double) -> String { month(Int(time.rounded(.down))) }
  func service(_ index: Int) -> Service { organization.services[index] }

  /// Ids of services, cut short where there are many.
  func names(_ services: [Int]) -> String {
    let shown = services.prefix(Self.mostNamed).map { service($0).id }.joined(separator: ", ")
    let left = services.count - Self.mostNamed
    return left > 0 ? "\(shown) and \(left) more" : shown
  }

  private static let mostNamed = 6
  /// More services than these in a table are not read.
  static let mostRows = 30

  /// The drivers that its services feel.
  var drivers: [Int] {
    let felt = brief.services.map { service($0).traffic }
    if felt.contains(where: \.isEmpty) { return Array(organization.drivers.indices) }
    return Set(felt.joined().map(\.driver)).sorted()
  }

  /// Planned work that its team shares in and that is not over on the first day.
  var plannedWork: [PlannedWork] {
    let first = organization.start + Int(brief.startMonth.rounded(.down))
    return organization.work.filter { work in
      work.teams.contains(brief.seat.team) && (work.to.map { $0 >= first } ?? true)
    }
  }

  /// The events that its services feel.
  var events: [TrafficEvent] {
    let felt = Set(drivers)
    return organization.events.filter { event in
      !felt.isEmpty && (event.drivers.isEmpty || event.drivers.contains(where: felt.contains))
    }
  }
}
