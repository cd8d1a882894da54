import CadreTestSupport
import Organization
import Simulation

extension ExampleOrganization {
  /// The recursion under flat traffic, or under `future`.
  func run(_ plan: StaffingPlan = .asIs, future: TrafficFuture? = nil) -> Trajectory {
    let flat = TrafficFuture.flat(drivers: drivers.count, months: months)
    return MeanValueRecursion(StaffingModel(organization)).run(future: future ?? flat, plan: plan)
  }
}

extension TrafficFuture {
  /// One driver whose mean and peak grow by `factor` a month.
  static func growing(by factor: Double, months: Int, drivers: Int = 1) -> TrafficFuture {
    var path = [1.0]
    for _ in 1..<max(2, months) { path.append((path.last ?? 1) * factor) }
    let paths = [[Double]](repeating: Array(path.prefix(months)), count: drivers)
    return TrafficFuture(mean: paths, peak: paths)
  }
}

/// A random organisation with a future and a plan, all from one seed.
struct RandomCase {
  let seed: Int
  var organization: Organization
  var future: TrafficFuture
  var plan: StaffingPlan

  init(seed: Int) {
    self.seed = seed
    var random = SeededRandom(seed: seed)
    let organization = RandomOrganization.make(using: &random)
    self.organization = organization
    let growth = random.chance(0.1) ? 0 : random.number(0.9...1.2)
    future = .growing(
      by: growth, months: organization.months, drivers: organization.drivers.count)
    var seats = [Seat]()
    for _ in 0..<random.count(0...20) {
      let partner = random.count(0...max(0, organization.partners.count - 1))
      let isPartner = !organization.partners.isEmpty && random.chance(0.4)
      let open = random.count(0...(organization.months - 1))
      seats.append(
        Seat(
          team: random.count(0...(organization.teams.count - 1)), level: random.count(0...3),
          source: isPartner ? .partner(partner) : .inHouse, openMonth: open,
          endMonth: isPartner && random.chance(0.7) ? open + random.count(0...18) : nil))
    }
    for index in seats.indices { seats[index].progress = Self.progress(of: index, seats[index]) }
    plan = StaffingPlan(
      seats: seats, transfers: Self.transfers(organization, using: &random),
      rises: Self.rises(organization, using: &random))
  }

  /// People who rise by decision, in half of the cases, where levels say that anybody may.
  private static func rises(
    _ organization: Organization, using random: inout SeededRandom
  ) -> [Rise] {
    guard random.chance(0.5) else { return [] }
    return (0..<random.count(1...8)).map { _ in
      Rise(
        team: random.count(0...(organization.teams.count - 1)), level: random.count(0...3),
        month: random.count(0...(organization.months - 1)))
    }
  }

  /// People who change teams, in two cases of three, from teams in which there may be nobody too.
  private static func transfers(
    _ organization: Organization, using random: inout SeededRandom
  ) -> [Transfer] {
    let teams = organization.teams.count
    guard teams > 1, random.chance(0.67) else { return [] }
    return (0..<random.count(1...12)).map { _ in
      let from = random.count(0...(teams - 1))
      let to = (from + random.count(1...(teams - 1))) % teams
      return Transfer(
        level: random.count(0...3), from: from, to: to,
        month: random.count(0...(organization.months - 1)))
    }
  }

  /// Some of the seats that open at once were open before.
  private static func progress(of index: Int, _ seat: Seat) -> SeatProgress {
    guard seat.openMonth < 3 else { return .notBegun }
    switch index % 4 {
    case 1: return .underWay(months: Double(index))
    case 2: return .offered
    case 3: return .accepted(start: index % 5)
    default: return .notBegun
    }
  }

  func run() -> Trajectory {
    MeanValueRecursion(StaffingModel(organization)).run(future: future, plan: plan)
  }
}

extension RandomCase {
  /// Futures on the case's one course of traffic.
  func futures(chances: Chances, seed: UInt64 = 1) -> FuturePlan {
    FuturePlan(
      organization, mean: future, courses: [future], staffing: plan, seed: seed, chances: chances)
  }
}

extension ExampleOrganization {
  /// Futures under flat traffic, or under `future`.
  func futures(
    _ plan: StaffingPlan = .asIs, future: TrafficFuture? = nil, chances: Chances = .all,
    seed: UInt64 = 1
  ) -> FuturePlan {
    let course = future ?? TrafficFuture.flat(drivers: drivers.count, months: months)
    return FuturePlan(
      organization, mean: course, courses: [course], staffing: plan, seed: seed, chances: chances)
  }
}
