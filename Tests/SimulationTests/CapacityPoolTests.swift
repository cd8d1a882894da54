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
      demand = WorkDemand(asked, shares: WorkKind.allCases.map { _ in Self.shares(&random) })
      pool = CapacityPool()
      for standing in Standing.allCases where random.chance(0.7) {
        pool.inHouse[standing] = random.number(0...300)
      }
    }

    private static func shares(_ random: inout SeededRandom) -> [Double] {
      let senior = random.number(0...1)
      return [
        1, senior + (1 - senior) * random.number(0...1), senior, senior * random.number(0...1),
      ]
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
      undone += left.total(kind)
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
    var demand = WorkDemand(ByWorkKind(), shares: WorkKind.allCases.map { _ in [1, 0, 0, 0] })
    for job in jobs { demand[.upkeep, Standing(rawValue: job) ?? .junior] += 1 }
    var pool = CapacityPool()
    for person in people { pool.inHouse[Standing(rawValue: person) ?? .junior] += 1 }
    pool.work(off: &demand)
    #expect(demand.total(.upkeep) == Double(jobs.count - Self.mostDone(jobs, by: people)))
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
      CapacityPool.PartnerPool(hours: rented, takesPager: true, open: 1, openCompliance: 1)
    ]
    var (alone, together) = (employed.demand, employed.demand)
    var pool = employed.pool
    pool.work(off: &alone)
    mixed.work(off: &together)
    for kind in WorkKind.allCases {
      #expect(agree(alone.total(kind), together.total(kind)), "seed \(seed), \(kind)")
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
        hours: rented, takesPager: true, open: random.chance(0.5) ? 1 : random.number(0...1),
        openCompliance: 0)
    ]
    let shares = [[Double]](repeating: [1, 0.6, 0.3, 0.1], count: WorkKind.allCases.count)
    let most = pool.most(of: .roadmap, shares: shares)
    for (factor, isAll) in [(1 - 1e-6, true), (1 + 1e-6, most == 0)] {
      var asked = ByWorkKind()
      asked[.roadmap] = most * factor
      var demand = WorkDemand(asked, shares: shares)
      var copy = pool
      copy.work(off: &demand)
      #expect((demand.total(.roadmap) <= 1e-9 * most) == isAll, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<100)
  func hoursAreNeitherMadeNorLost(seed: Int) {
    let random = Case(seed: seed)
    var (pool, left) = (random.pool, random.demand)
    pool.work(off: &left)
    let asked = WorkKind.allCases.reduce(0) { $0 + random.demand.total($1) }
    let undone = WorkKind.allCases.reduce(0) { $0 + left.total($1) }
    #expect(agree(asked - undone, random.pool.total - pool.total), "seed \(seed)")
  }
}
