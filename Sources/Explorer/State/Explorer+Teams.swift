import Organization
import Planning
import Reporting
import Simulation

/// What the table of teams shows of one.
struct TeamRow {
  /// Index into ``Organization/teams``.
  var index: Int
  var name: String
  var people: (first: Double, last: Double)
  var worst: Double
  var rare: Double?
  var seniors: Double
  /// In the worst month, with all at its mean.
  var pagesPerShift: Double
  var nights: Double
  var burnout: Figure
  /// People who can repair the tier 1 service that fewest know; `nil` without such a service.
  var knowers: Int?
  /// By the demand that is looked at.
  var broken: (month: Int, limit: Limit)?
  /// In how many futures that is broken in its worst month.
  var chance: Double
}

extension Explorer {
  /// The teams that pass the filter, sorted.
  var teamRows: [TeamRow] {
    let rows = organization.teams.indices.compactMap { team -> TeamRow? in
      guard Self.passes(organization.teams[team].id, filter[.teams] ?? ""),
        answer.teams.indices.contains(team)
      else { return nil }
      return row(team)
    }
    guard teamOrder.key != .model else { return teamOrder.isDescending ? rows.reversed() : rows }
    let sorted = rows.sorted { a, b in
      let (x, y) = (rank(a), rank(b))
      return x == y ? a.index < b.index : x < y
    }
    let ordered = teamOrder.key == .name ? sorted.sorted { $0.name < $1.name } : sorted
    return teamOrder.isDescending ? ordered.reversed() : ordered
  }

  private func row(_ team: Int) -> TeamRow {
    let found = answer.teams[team]
    let first = answer.firstMonth
    let months = found.judged(from: first)
    func worst(_ value: (TeamMonth) -> Double) -> Double {
      months.map { value(scene.course[team: team, month: $0]) }.max() ?? 0
    }
    return TeamRow(
      index: team, name: SafeText.terminal(organization.teams[team].id),
      people: (found.people.first?.mean ?? 0, found.people.last?.mean ?? 0),
      worst: found.worstCoverage(from: first), rare: found.rareCoverage(from: first),
      seniors: found.worstSeniorCoverage(from: first),
      pagesPerShift: worst(\.pagesPer12Hours), nights: worst(\.nightsPerWeek),
      burnout: found.worstBurnout(from: first), knowers: scene.knowers[team],
      broken: found.broken(demand),
      chance: found.heat(of: demand ?? found.broken?.limit).max() ?? 0)
  }

  /// Demands that teams can be judged by, all of them first.
  private var demands: [Limit?] {
    let counted = Answer.demands.filter {
      $0 != .minimumSeniors || organization.policy.minimumSeniors > 0
    }
    return [nil] + counted
  }

  /// Judges teams by another demand, or opens the team before or after the one that is open.
  mutating func chooseDemand(by step: Int) {
    if let openTeam {
      let rows = teamRows
      guard !rows.isEmpty else { return }
      let now = rows.firstIndex { $0.index == openTeam } ?? 0
      let next = ((now + step) % rows.count + rows.count) % rows.count
      cursor[.teams] = next
      self.openTeam = rows[next].index
      scroll[.teams] = 0
    } else {
      let now = demands.firstIndex(of: demand) ?? 0
      demand = demands[((now + step) % demands.count + demands.count) % demands.count]
    }
  }

  /// What teams are judged by, in words.
  var demandName: String { demand?.name ?? "any demand of the policy" }

  /// Small is what a manager should look at first.
  private func rank(_ row: TeamRow) -> Double {
    switch teamOrder.key {
    case .model, .name: Double(row.index)
    case .people: row.people.last
    case .worst: row.worst
    case .seniors: row.seniors
    case .pages: -row.pagesPerShift
    case .nights: -row.nights
    case .burnout: -row.burnout.mean
    case .knowers: row.knowers.map(Double.init) ?? .infinity
    case .broken: row.broken.map { Double($0.month) } ?? .infinity
    }
  }

  /// Whom a seat is rented from; empty for a hire.
  func sourceName(_ seat: Seat) -> String {
    switch seat.source {
    case .inHouse: ""
    case .partner(let partner):
      organization.partners.indices.contains(partner)
        ? SafeText.terminal(organization.partners[partner].id) : "?"
    }
  }
}
