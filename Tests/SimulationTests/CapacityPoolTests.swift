import CadreTestSupport
import Organization
import Testing

@testable import Simulation

/// Giving work to people: the greedy order is the best there is.
///
/// People who may do senior work may do all that needs less, so the sets are nested, and Hall's
/// theorem gives the least that any order leaves undone: the worst lack over all standings.
@Suite struct CapacityPoolTests {
  private struct Case {
    var demand: WorkDemand
    var pool: CapacityPool

    init(seed: Int) {
      var random = SeededRandom(seed: seed)
      var asked = ByWorkKind()
      for kind in WorkKind.allCases where random.chance(0.7) {
        asked[kind] = random.number(0...300)
      }
      var shares = WorkDemand()
      for kind in WorkKind.allCases { shares[kind] = Self.shares(&random) }
      demand = WorkDemand(asked, shares: shares)
      pool = CapacityPool()
      for standing in Standing.allCases where random.chance(0.7) {
        pool.inHouse[standing] = random.number(0...300)
      }
    }

    private static func shares(_ random: inout SeededRandom) -> ByStanding {
      var shares = ByStanding()
      let senior = random.number(0...1)
      shares.staff = senior * random.number(0...1)
      shares.senior = senior - shares.staff
      shares.mid = (1 - senior) * random.number(0...1)
      shares.junior = 1 - senior - shares.mid
      return shares
    }

    /// The least that can be left of the kinds up to `last`.
    func bound(upTo last: WorkKind, capacity: ByStanding) -> Double {
      Standing.allCases.map { standing in
        var needed = 0.0
        for kind in WorkKind.allCases where kind.rawValue <= last.rawValue {
          for above in Standing.allCases where above >= standing { needed += demand[kind, above] }
        }
        return max(0, needed - capacity.atLeast(standing))
      }.max() ?? 0
    }
  }

  /// For every kind at once: no order that is as kind to the more urgent leaves less.
  @Test(arguments: 0..<300)
  func leavesTheLeastUndone(seed: Int) {
    let random = Case(seed: seed)
    var (pool, left) = (random.pool, random.demand)
    pool.work(off: &left)
    var undone = 0.0
    for kind in WorkKind.allCases {
      undone += left[kind].total
      let bound = random.bound(upTo: kind, capacity: random.pool.inHouse)
      #expect(agree(undone, bound), "seed \(seed), \(kind)")
    }
  }

  /// Whole hours given to people in every possible way, on cases small enough for it.
  @Test(arguments: 0..<60)
  func theBoundIsWhatEnumerationFinds(seed: Int) {
    var random = SeededRandom(seed: seed)
    let people = (0..<random.count(0...4)).map { _ in random.count(0...3) }
    let jobs = (0..<random.count(0...4)).map { _ in random.count(0...3) }
    var demand = WorkDemand()
    for job in jobs { demand[.upkeep, Standing(rawValue: job) ?? .junior] += 1 }
    var pool = CapacityPool()
    for person in people { pool.inHouse[Standing(rawValue: person) ?? .junior] += 1 }
    pool.work(off: &demand)
    #expect(demand[.upkeep].total == Double(jobs.count - Self.mostDone(jobs, by: people)))
  }

  private static func mostDone(_ jobs: [Int], by people: [Int]) -> Int {
    guard let job = jobs.first else { return 0 }
    let rest = Array(jobs.dropFirst())
    var best = mostDone(rest, by: people)
    for (index, person) in people.enumerated() where person >= job {
      var others = people
      others.remove(at: index)
      best = max(best, 1 + mostDone(rest, by: others))
    }
    return best
  }

  /// A partner that may do everything is as good as employees of the same standing.
  @Test(arguments: 0..<300)
  func whoPaysThemMakesNoDifference(seed: Int) {
    var random = SeededRandom(seed: seed + 1_000)
    let employed = Case(seed: seed)
    var mixed = employed.pool
    var rented = ByStanding()
    for standing in Standing.allCases {
      rented[standing] = mixed.inHouse[standing] * random.number(0...1)
      mixed.inHouse[standing] -= rented[standing]
    }
    mixed.partners = [
      CapacityPool.PartnerPool(
        partner: 0, hours: rented, takesPager: true, open: 1, openCompliance: 1)
    ]
    var (alone, together) = (employed.demand, employed.demand)
    var pool = employed.pool
    pool.work(off: &alone)
    mixed.work(off: &together)
    for kind in WorkKind.allCases {
      #expect(agree(alone[kind].total, together[kind].total), "seed \(seed), \(kind)")
    }
  }

  @Test(arguments: 0..<100)
  func theMostOfAKindIsDoneAndNoMore(seed: Int) {
    var random = SeededRandom(seed: seed)
    var pool = Case(seed: seed).pool
    var rented = ByStanding()
    for standing in Standing.allCases { rented[standing] = random.number(0...200) }
    pool.partners = [
      CapacityPool.PartnerPool(
        partner: 0, hours: rented, takesPager: true,
        open: random.chance(0.5) ? 1 : random.number(0...1),
        openCompliance: 0)
    ]
    var shares = WorkDemand()
    shares[.roadmap].junior = 0.4
    shares[.roadmap].mid = 0.3
    shares[.roadmap].senior = 0.2
    shares[.roadmap].staff = 0.1
    let most = pool.most(of: .roadmap, shares: shares)
    for (factor, isAll) in [(1 - 1e-6, true), (1 + 1e-6, most == 0)] {
      var asked = ByWorkKind()
      asked[.roadmap] = most * factor
      var demand = WorkDemand(asked, shares: shares)
      var copy = pool
      copy.work(off: &demand)
      #expect((demand[.roadmap].total <= 1e-9 * most) == isAll, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<100)
  func hoursAreNeitherMadeNorLost(seed: Int) {
    let random = Case(seed: seed)
    var (pool, left) = (random.pool, random.demand)
    pool.work(off: &left)
    let asked = WorkKind.allCases.reduce(0) { $0 + random.demand[$1].total }
    let undone = WorkKind.allCases.reduce(0) { $0 + left[$1].total }
    #expect(agree(asked - undone, random.pool.total - pool.total), "seed \(seed)")
  }
}
