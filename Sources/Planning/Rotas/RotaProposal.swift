/// Who is on call when, and how fair that is.
package struct RotaProposal: Hashable, Sendable {
  package struct Turn: Hashable, Sendable {
    package var shift: RotaShift
    /// Index into ``people``; `nil` where nobody can.
    package var holder: Int?
    /// Those who go along to learn.
    package var shadows: [Int] = []
  }

  /// What somebody carries.
  package struct Burden: Hashable, Sendable {
    /// By layer.
    package var shifts: [Int]
    package var hours = RotaHours()
    /// Hours that count as ``RotaWeights`` says, and how many of these would be fair.
    package var load = 0.0
    package var fairLoad = 0.0
    /// Times that she goes along.
    package var shadowed = 0
    /// Times that one shift follows another with less rest than a shift in between.
    package var restless = 0

    /// Share of the whole time on call.
    package func share(of period: RotaShift.Stretch) -> Double {
      let whole = Double(period.end - period.start) / 3_600
      return whole > 0 ? hours.all / whole : 0
    }
  }

  package let people: [RotaPerson]
  package let turns: [Turn]
  /// By person.
  package let burdens: [Burden]
  package let period: RotaShift.Stretch

  /// Shifts that somebody goes along with before carrying the pager.
  private static let shadowedShifts = 2

  /// Rest between two shifts: as long as a shift, but no more than the week after a week.
  private static func rest(_ shifts: [RotaShift]) -> Int {
    min(shifts.map { $0.end - $0.start }.max() ?? 0, 7 * 86_400)
  }

  package init(_ calendar: RotaCalendar, _ people: [RotaPerson], weights: RotaWeights) {
    var search = RotaSearch(
      calendar.shifts, people, weights: weights, rest: Self.rest(calendar.shifts))
    search.run()
    var turns = zip(calendar.shifts, search.holders).map { Turn(shift: $0, holder: $1) }
    let layers = (calendar.shifts.map(\.layer).max() ?? -1) + 1
    var burdens = people.indices.map { person in
      Burden(
        shifts: [Int](repeating: 0, count: layers), fairLoad: search.fair[person],
        restless: search.restless(person))
    }
    for (place, turn) in turns.enumerated() {
      guard let holder = turn.holder else { continue }
      burdens[holder].shifts[turn.shift.layer] += 1
      burdens[holder].hours += turn.shift.hours
      burdens[holder].load += search.loads[place]
    }
    for person in people.indices {
      // The last ones before she is ready, each beside somebody else who learns nothing at the time.
      let possible = turns.indices.filter {
        people[person].canShadow(turns[$0].shift) && turns[$0].shadows.isEmpty
          && turns[$0].holder != nil
      }
      for place in possible.suffix(Self.shadowedShifts) {
        turns[place].shadows.append(person)
        burdens[person].shadowed += 1
      }
    }
    self.people = people
    self.turns = turns
    self.burdens = burdens
    period = calendar.period
  }

  /// Share of the hours of all layers in which somebody is on call.
  package var coverage: Double {
    let all = turns.reduce(0) { $0 + $1.shift.hours.all }
    let held = turns.reduce(0) { $0 + ($1.holder == nil ? 0 : $1.shift.hours.all) }
    return all > 0 ? held / all : 1
  }

  package var openTurns: Int { turns.count { $0.holder == nil } }
  package var restless: Int { burdens.reduce(0) { $0 + $1.restless } }

  /// The largest difference between what somebody carries and what would be fair, relative to the mean
  /// load of a shift.
  package var imbalance: Double {
    let all = burdens.reduce(0) { $0 + $1.load }
    let held = turns.count - openTurns
    guard held > 0, all > 0 else { return 0 }
    return burdens.map { abs($0.load - $0.fairLoad) }.max().map { $0 * Double(held) / all } ?? 0
  }
}
