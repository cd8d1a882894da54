import Organization
import Simulation

/// Which levers are worth trying where backfills alone miss the policy.
///
/// Those that mean some team or service are looked for at the teams that miss it most. However large
/// the organisation, about forty are tried, as each is a handful of runs.
struct LeverCandidates {
  private let model: StaffingModel
  private let trial: Trial
  /// By team: hours left in the month with the fewest, on the most demanding course; less than none
  /// where work is left undone.
  private let spare: [Double]
  /// Teams that miss the policy most, the worst first.
  private let worst: [Int]

  private static let teamsTried = 3
  private static let partnersTried = 2
  private static let servicesTried = 4

  /// - Parameters:
  ///   - judge: of the organisation as it is.
  ///   - trial: of backfills alone.
  init(_ judge: PolicyJudge, asIs trial: Trial) {
    model = judge.model
    self.trial = trial
    let (first, months) = (judge.firstMonth, judge.model.months)
    spare = judge.model.teams.indices.map { team in
      let course = trial.courses[0]
      return (first..<months).map { month in
        let cell = course[team: team, month: month]
        return cell.capacityHours - cell.askedHours.total + cell.askedHours[.debt]
      }.min() ?? 0
    }
    worst = Array(
      trial.violations.indices.filter { trial.misses($0) }
        .sorted { (-trial.violations[$0], $0) < (-trial.violations[$1], $1) }
        .prefix(Self.teamsTried))
  }

  /// The more promising first among those of one kind.
  var all: [Lever] {
    let general = Lever.general.filter { $0 != .fundedDebt || hasDebt }
    return general + secondSites + merges + splits + moves
  }

  private var organization: Organization { model.organization }

  private var hasDebt: Bool {
    trial.courses.contains { $0.cells.contains { $0.debtHours > 1 } }
  }

  /// Employees and seats of partners today.
  private func people(in team: Int) -> Int {
    organization.partners.reduce(organization.teams[team].members.count) { sum, partner in
      partner.engaged.reduce(sum) { $0 + ($1.team == team ? $1.count : 0) }
    }
  }

  private func isOnCall(_ team: Int) -> Bool { model.teams[team].rota.layers > 0 }

  /// Other teams, those that keep the policy first, then by the hours that they have left.
  private func others(than team: Int, where fits: (Int) -> Bool) -> ArraySlice<Int> {
    model.teams.indices.filter { $0 != team && people(in: $0) > 0 && fits($0) }
      .sorted {
        (trial.misses($0) ? 1 : 0, -spare[$0], $0) < (trial.misses($1) ? 1 : 0, -spare[$1], $1)
      }.prefix(Self.partnersTried)
  }

  // MARK: Rotas

  /// Teams with one site and, to the end, people for two, each with the place that leaves it least of
  /// the night; places are those of regions and of other rotas.
  private var secondSites: [Lever] {
    let places =
      organization.regions.compactMap(\.clock)
      + organization.teams.flatMap { $0.rota?.sites ?? [] }
    let least = 2 * organization.assumptions[.oncallMinPeoplePerSite]
    return worst.compactMap { team in
      guard let rota = organization.teams[team].rota, rota.layers > 0, rota.sites.count == 1,
        trial.courses[0][team: team, month: model.months - 1].callReady >= least - 0.5
      else { return nil }
      let nights = places.map { RotaWindows(sites: rota.sites + [$0]).night }
      guard let best = nights.indices.min(by: { (nights[$0], $0) < (nights[$1], $1) }),
        nights[best] < 1 - 1e-9
      else { return nil }
      return .secondSite(team: team, site: places[best])
    }
  }

  private var merges: [Lever] {
    let most = organization.assumptions[.shapeMostPeople]
    var found = [Lever]()
    for team in worst where isOnCall(team) {
      let fitting = others(than: team) { other in
        isOnCall(other) && Double(people(in: team) + people(in: other)) <= most
          && (organization.teams[team].help == nil || organization.teams[other].help == nil)
      }
      for other in fitting {
        let merge = Lever.merge(min(team, other), max(team, other))
        if !found.contains(merge) { found.append(merge) }
      }
    }
    return found
  }

  private var splits: [Lever] {
    let least = 2 * organization.assumptions[.auditTeamMin]
    return worst.filter { isOnCall($0) && Double(people(in: $0)) >= least }.map {
      .split(team: $0)
    }
  }

  // MARK: Services

  private var moves: [Lever] {
    let hours = model.hoursOfEachOwner
    return worst.flatMap { moves(from: $0, hours: hours) }
  }

  private func moves(from giver: Int, hours: [Double]) -> [Lever] {
    let owned = Set(model.teams[giver].services).sorted()
    guard owned.count > 1 else { return [] }
    let movable = owned.filter {
      organization.services[$0].owners == [.team(giver)] && organization.services[$0].runBy == nil
    }
    let receivers = others(than: giver) { other in
      organization.teams[other].help == nil && (isOnCall(other) || !isOnCall(giver))
    }
    return receivers.flatMap { receiver -> [Lever] in
      // Best is what the one lacks and the other has.
      let wanted = max(0, min(-spare[giver], spare[receiver]))
      let ordered = movable.sorted { a, b in
        let (x, y) = (abs(hours[a] - wanted), abs(hours[b] - wanted))
        return x != y ? x < y : a < b
      }
      return ordered.prefix(Self.servicesTried).map {
        .move(service: $0, from: giver, to: receiver)
      }
    }
  }
}
