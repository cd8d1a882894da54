package import Organization

/// Seats of the last plan beside people who have begun since.
package struct StarterMatch: Sendable {
  /// Somebody in the roster who began after the last plan's start; not who it is.
  package struct Starter: Hashable, Sendable {
    package var team: String
    package var level: String
    package var began: YearMonth
  }

  /// Seats that are filled, each with whoever fills it, in order of ids.
  package private(set) var filled: [(seat: SeatRecord, starter: Starter)] = []
  /// People who have begun without a seat: backfills, for example.
  package private(set) var withoutSeat: [Starter] = []
  /// Seats said to have started, or whose holder was to have begun by now, with nobody in the roster.
  package private(set) var withoutStarter: [SeatRecord] = []
  /// Teams whose roster does not say since when its people are there, so that none can be matched.
  package private(set) var undated: [String] = []

  /// Matches hires of the last plan with the roster of today, by team and level.
  ///
  /// What has come furthest is matched first, of those what was to begin nearest to when somebody did.
  /// Seats that nobody was cleared to fill are not matched: people who began beside them are backfills.
  package init(_ last: PlanFile, in organization: Organization) {
    var left = Self.starters(since: last.start, in: organization)
    let candidates = last.seats.filter { $0.partner == nil && Self.isMatched($0.state) }
      .sorted {
        (Self.order($0.state), $0.start ?? $0.open, $0.id) < (
          Self.order($1.state), $1.start ?? $1.open, $1.id
        )
      }
    undated = organization.teams.filter { team in
      !team.members.isEmpty && team.members.allSatisfy { $0.tenureMonths == nil }
    }.map(\.id)
    for seat in candidates {
      let expected = seat.start ?? seat.open
      let fitting = left.indices.filter {
        left[$0].team == seat.team && left[$0].level == seat.level
      }
      let nearest = fitting.min { abs(left[$0].began - expected) < abs(left[$1].began - expected) }
      if let nearest {
        filled.append((seat, left.remove(at: nearest)))
      } else if seat.state == .started
        || (seat.state == .accepted && expected < organization.start),
        !undated.contains(seat.team)
      {
        withoutStarter.append(seat)
      }
    }
    filled.sort { $0.seat.id < $1.seat.id }
    withoutStarter.sort { $0.id < $1.id }
    withoutSeat = left
  }

  /// People who began after a month, by team, then level and month.
  private static func starters(since month: YearMonth, in organization: Organization) -> [Starter] {
    let gone = organization.start - month
    return organization.teams.flatMap { team in
      team.members.compactMap { member -> (level: Int, tenure: Int)? in
        guard let tenure = member.tenureMonths, tenure < gone else { return nil }
        return (member.level, tenure)
      }.sorted { ($0.level, -$0.tenure) < ($1.level, -$1.tenure) }.map { found in
        Starter(
          team: team.id, level: organization.levels[found.level].id,
          began: organization.start + -found.tenure)
      }
    }
  }

  private static func isMatched(_ state: SeatState) -> Bool {
    switch state {
    case .cleared, .open, .offered, .accepted, .started: true
    case .proposed, .budgeted, .cancelled: false
    }
  }

  private static func order(_ state: SeatState) -> Int {
    switch state {
    case .started: 0
    case .accepted: 1
    case .offered: 2
    case .open: 3
    case .proposed, .budgeted, .cleared, .cancelled: 4
    }
  }
}
