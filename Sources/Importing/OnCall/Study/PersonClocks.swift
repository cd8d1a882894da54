import Organization

/// The clock of each person: that of the map, or else of the team, of their schedule, or of home.
struct PersonClocks {
  private let records: OnCallRecords
  /// Zones of schedules, by person.
  private let ofSchedules: [OnCallPerson: String]
  private let ofRotas: [String: String]
  private var known: [String: ZoneClock] = [:]
  /// The clock of whoever nothing else is known of.
  let home: ZoneClock
  /// People whose clock is that of home because nothing says otherwise.
  private(set) var unknown: Set<OnCallPerson> = []

  init(_ records: OnCallRecords) {
    self.records = records
    var ofSchedules: [OnCallPerson: String] = [:]
    var ofRotas: [String: String] = [:]
    for shift in records.shifts {
      guard let zone = shift.zone else { continue }
      if ofSchedules[shift.person] == nil { ofSchedules[shift.person] = zone }
      if ofRotas[shift.rota] == nil { ofRotas[shift.rota] = zone }
    }
    self.ofSchedules = ofSchedules
    self.ofRotas = ofRotas
    home = records.map.zone.flatMap { ZoneClock(named: $0) } ?? .utc
  }

  mutating func clock(of person: OnCallPerson?, team: String?) -> ZoneClock {
    let zones = records.people.zones
    let own = person.flatMap { zones.indices.contains($0.number) ? zones[$0.number] : nil }
    let ofTeam = team.flatMap { records.map.zones[$0.lowercased()] }
    let told =
      own ?? ofTeam ?? person.flatMap { ofSchedules[$0] } ?? team.flatMap { ofRotas[$0] }
    guard let told else {
      if let person, records.map.zone == nil { unknown.insert(person) }
      return home
    }
    if let clock = known[told] { return clock }
    let clock = ZoneClock(named: told) ?? home
    known[told] = clock
    return clock
  }
}
