package import Organization
package import Simulation

/// Who is in the rota of a team, and from when on.
package struct RotaCrew: Sendable {
  private let model: StaffingModel
  private let team: Int
  private let clock: RotaCalendar.Clock

  /// - Parameters:
  ///   - team: index into ``Organization/teams``.
  ///   - model: the organisation.
  ///   - clock: of the rota's sites.
  package init(_ team: Int, in model: StaffingModel, clock: @escaping RotaCalendar.Clock) {
    self.model = model
    self.team = team
    self.clock = clock
  }

  private static let secondsPerDay = 86_400
  private static let daysPerMonth = 365.0 / 12

  /// People whom a file names, but for those who take no part.
  package func people(_ rows: [RotaPersonRow], leave: [LeaveRow]) -> [RotaPerson] {
    rows.filter(\.takesPager).map { row in
      person(
        row.name, level: row.level, startDay: row.startDay, site: row.site,
        leave: leave.filter { $0.name == row.name }.map(\.days))
    }
  }

  /// People whom the model counts, by level and number; whoever's first month it does not know may
  /// carry the pager.
  package var people: [RotaPerson] {
    let start = model.organization.start
    var numbers = [Int](repeating: 0, count: model.levels.count)
    return model.organization.teams[team].members.filter(\.takesPager).map { member in
      numbers[member.level] += 1
      let level = model.organization.levels[member.level].id
      let first = member.tenureMonths.map { start + (-$0) }
      return person(
        "\(level) \(numbers[member.level])", level: member.level,
        startDay: first.map { CivilDay.number(year: $0.year, month: $0.month, day: 1) },
        site: member.site, leave: [])
    }
  }

  private func person(
    _ name: String, level: Int?, startDay: Int?, site: Int, leave: [ClosedRange<Int>]
  ) -> RotaPerson {
    var person = RotaPerson(
      name: name, site: site,
      leave: leave.map { days in
        RotaShift.Stretch(
          start: midnight(days.lowerBound, site), end: midnight(days.upperBound + 1, site))
      })
    guard let startDay else { return person }
    let months = ramp(level) * model.teams[team].onboarding
    let share = model.organization.assumptions[.rampStageNonCritical]
    func day(_ share: Double) -> Int {
      startDay + Int((months * share * Self.daysPerMonth).rounded(.up))
    }
    person.readyFrom = midnight(day(1), site)
    person.shadowsFrom = midnight(day(min(1, share)), site)
    return person
  }

  /// Months to the pager; where no level is given, those of the level that takes longest.
  private func ramp(_ level: Int?) -> Double {
    level.map { model.levels[$0].monthsToOnCall } ?? model.levels.map(\.monthsToOnCall).max() ?? 0
  }

  private func midnight(_ day: Int, _ site: Int) -> Int {
    let wall = day * Self.secondsPerDay
    return wall - clock(site, wall)
  }
}
