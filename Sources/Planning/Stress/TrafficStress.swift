package import Organization
import Simulation

/// What fails first as traffic rises, with the people and the services of today.
///
/// Traffic is put up at once and stays there for a year; nobody is hired beside backfills. Scaling
/// work falls due as it would, and what it takes away from other work counts. Everything else is at
/// its mean.
package struct TrafficStress: Sendable {
  private let organization: Organization
  private let model: StaffingModel
  private let recursion: MeanValueRecursion
  private let limits: Limits
  /// Drivers whose traffic rises.
  private let drivers: Set<Int>
  /// The highest multiple of today's traffic that is tried.
  package let most: Double

  private static let months = 12
  /// Multiples that are tried before the first at which something fails is looked for more closely.
  private static let steps = 24

  /// - Parameters:
  ///   - organization: under one scenario.
  ///   - drivers: those that rise; `nil` lets all of them.
  ///   - service: the only service that feels the rise; `nil` lets all of them.
  ///   - most: the highest multiple of today's traffic.
  package init(
    _ organization: Organization, drivers: Set<Int>? = nil, service: Int? = nil, most: Double
  ) {
    var organization = organization
    organization.months = Self.months
    if let service {
      // A driver of its own, so that nothing else feels it.
      organization.drivers.append(Driver(id: "stress"))
      organization.services[service].traffic = [
        TrafficShare(driver: organization.drivers.count - 1, weight: 1)
      ]
      self.drivers = [organization.drivers.count - 1]
    } else {
      self.drivers = drivers ?? Set(organization.drivers.indices)
    }
    self.organization = organization
    self.most = max(1, most)
    model = StaffingModel(organization)
    recursion = MeanValueRecursion(model)
    limits = Limits(organization)
  }

  /// Everything that fails up to ``most``, the first to fail first.
  ///
  /// - Complexity: some hundred runs of the mean-value recursion over a year.
  package func failures() -> [StressFailure] {
    let found = outgrown() + broken()
    return found.sorted { ($0.multiple, $0.order) < ($1.multiple, $1.order) }
  }

  // MARK: Services

  /// Services whose busiest day passes what they can carry.
  private func outgrown() -> [StressFailure] {
    model.services.enumerated().compactMap { index, service in
      let rising = service.traffic.reduce(0) {
        drivers.contains($1.driver) ? $0 + $1.weight : $0
      }
      guard rising > 0, service.headroom > 0 else { return nil }
      let multiple = max(1, (service.headroom - (1 - rising)) / rising)
      guard multiple <= most else { return nil }
      let peak = 1 + rising * (most - 1)
      var doublings = 0
      while peak >= service.headroom * power(2, Double(doublings)), doublings < 60 {
        doublings += 1
      }
      return StressFailure(
        multiple: multiple, subject: .service(index),
        remedy: .scale(steps: doublings, hours: Double(doublings) * service.scalingHours),
        leadMonths: Double(model.rules.scalingLeadMonths))
    }
  }

  // MARK: Teams

  private static let judged = Limit.allCases.filter { $0.weight != .advice }

  /// Which limits a team breaks in the year at so many times today's traffic.
  private func broken(at multiple: Double, in recursion: MeanValueRecursion) -> [[Limit]] {
    let result = recursion.run(future: traffic(multiple), plan: .asIs)
    return organization.teams.indices.map { team in
      Self.judged.filter { limit in
        (0..<Self.months).contains {
          limits.excess(limit, of: result[team: team, month: $0], team: team) > 0
        }
      }
    }
  }

  private func traffic(_ multiple: Double) -> TrafficFuture {
    let rows = organization.drivers.indices.map { driver in
      [Double](
        repeating: drivers.contains(driver) ? multiple : 1,
        count: Self.months + model.rules.scalingLeadMonths)
    }
    return TrafficFuture(mean: rows, peak: rows)
  }

  private func broken() -> [StressFailure] {
    var known = [[Limit: Double]](repeating: [:], count: organization.teams.count)
    var calm = 1.0
    for step in 0...Self.steps {
      let multiple = power(most, Double(step) / Double(Self.steps))
      let found = broken(at: multiple, in: recursion)
      for team in organization.teams.indices {
        for limit in found[team] where known[team][limit] == nil {
          known[team][limit] =
            step == 0 ? 1 : first(limit, of: team, between: calm, and: multiple)
        }
      }
      calm = multiple
      if most == 1 { break }
    }
    let needs = peopleNeeded(known)
    let pages = mostPages()
    return organization.teams.indices.flatMap { team in
      known[team].map { limit, multiple in
        guard limit != .pagesPerShift else {
          let excess = 1 - limits.threshold(limit) / max(pages[team], 1e-9)
          return StressFailure(
            multiple: multiple, subject: .team(team, limit), remedy: .fewerPages(max(0, excess)),
            leadMonths: Double(model.rules.scalingLeadMonths))
        }
        let level = Self.level(mending: limit, in: model)
        return StressFailure(
          multiple: multiple, subject: .team(team, limit),
          remedy: .people(needs[team], level: level),
          leadMonths: model.terms(of: level, isHire: true, in: team).leadMonths
            + model.levels[level].rampMonths * model.teams[team].onboarding)
      }
    }
  }

  private func first(
    _ limit: Limit, of team: Int, between calm: Double, and failed: Double
  ) -> Double {
    var (inside, outside) = (calm, failed)
    for _ in 0..<6 {
      let middle = (inside * outside).squareRoot()
      if broken(at: middle, in: recursion)[team].contains(limit) {
        outside = middle
      } else {
        inside = middle
      }
    }
    return outside
  }

  /// The most pages in a shift of each team at the highest multiple.
  private func mostPages() -> [Double] {
    let result = recursion.run(future: traffic(most), plan: .asIs)
    return organization.teams.indices.map { team in
      (0..<Self.months).map { result[team: team, month: $0].pagesPer12Hours }.max() ?? 0
    }
  }

  /// More people than this are no remedy but another team.
  private static let mostPeople = 30

  /// By team: ramped-up people, one senior in three, with whom it would keep all limits at the highest
  /// multiple but that on pages; `nil` where even many would not do.
  private func peopleNeeded(_ failing: [[Limit: Double]]) -> [Int?] {
    let mid = Self.level(of: .mid, in: model)
    let senior = Self.level(of: .senior, in: model)
    var added = failing.map { found in
      found.keys.allSatisfy { $0 == .pagesPerShift } ? 0 : Int?.none
    }
    var larger = organization
    for count in 1...Self.mostPeople {
      let open = added.indices.filter { added[$0] == nil }
      guard !open.isEmpty else { break }
      for team in open {
        larger.teams[team].members.append(Member(level: count % 3 == 0 ? senior : mid))
      }
      let found = broken(at: most, in: MeanValueRecursion(StaffingModel(larger)))
      for team in open where found[team].allSatisfy({ $0 == .pagesPerShift }) {
        added[team] = count
      }
    }
    return added
  }

  private static func level(mending limit: Limit, in model: StaffingModel) -> Int {
    level(of: limit == .seniorCoverage || limit == .minimumSeniors ? .senior : .mid, in: model)
  }

  /// The lowest level of a standing, or of the next that there is.
  private static func level(of standing: Standing, in model: StaffingModel) -> Int {
    model.levels.firstIndex { $0.standing >= standing } ?? max(0, model.levels.count - 1)
  }
}
