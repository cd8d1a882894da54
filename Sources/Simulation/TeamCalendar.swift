import Organization

/// What is planned for single months of teams: work beside what services ask, and feature freezes.
struct TeamCalendar: Sendable {
  /// Hours of planned work by team and month, all months of a team together; empty where none is.
  private var hours: [Double] = []
  /// Share of the month in which nothing new is released, likewise.
  private var frozen: [Double] = []
  /// Hours a month that go on already, by team.
  private var steady: [Double] = []
  private let months: Int

  /// - Parameters:
  ///   - organization: under one scenario.
  ///   - owned: services that each team owns, as indices.
  init(_ organization: Organization, owned: [[Int]]) {
    months = organization.months
    if !organization.work.isEmpty { plan(organization) }
    if organization.events.contains(where: { $0.freezeDays.high > 0 }) {
      freeze(organization, owned: owned)
    }
  }

  /// Hours of planned work of a team in a month.
  @inline(__always)
  func hours(of team: Int, in month: Int) -> Double {
    hours.isEmpty ? 0 : hours[team * months + month]
  }

  /// Share of a month in which a team releases nothing new, 0 to 1.
  @inline(__always)
  func frozen(_ team: Int, in month: Int) -> Double {
    frozen.isEmpty ? 0 : frozen[team * months + month]
  }

  /// Hours of planned work a month that a team does today.
  func today(of team: Int) -> Double { steady.isEmpty ? 0 : steady[team] }

  private mutating func plan(_ organization: Organization) {
    hours = [Double](repeating: 0, count: organization.teams.count * months)
    steady = [Double](repeating: 0, count: organization.teams.count)
    for work in organization.work {
      for team in work.teams {
        steady[team] += work.hoursPerTeam(in: organization.start + -1)
        for month in 0..<months {
          hours[team * months + month] += work.hoursPerTeam(in: organization.start + month)
        }
      }
    }
  }

  private mutating func freeze(_ organization: Organization, owned: [[Int]]) {
    frozen = [Double](repeating: 0, count: organization.teams.count * months)
    for event in organization.events where event.freezeDays.high > 0 {
      guard case .campaign(let first, _, _, _, let yearly) = event.kind else { continue }
      let share = min(1, event.freezeDays.mean * 12 / 365)
      for (team, services) in owned.enumerated() {
        guard services.contains(where: { event.isFelt(by: organization.services[$0]) }) else {
          continue
        }
        for month in 0..<months {
          let since = organization.start + month - first
          guard since == 0 || (yearly && since > 0 && since % 12 == 0) else { continue }
          let place = team * months + month
          frozen[place] = min(1, frozen[place] + share)
        }
      }
    }
  }
}
