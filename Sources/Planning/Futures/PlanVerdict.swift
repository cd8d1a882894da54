import Organization
import Simulation

/// What a plan comes to in some futures: money, and how often the policy holds.
struct PlanVerdict: Sendable {
  /// Total cost by future.
  private(set) var totals: [Double] = []
  /// Share of team-months in which every demand of the policy is kept, by future.
  private(set) var keptByFuture: [Double] = []
  /// Money that leaves the bank, mean.
  private(set) var cash = 0.0
  /// Share of team-months that keep every demand as often as wanted.
  private(set) var kept = 1.0
  /// How much less often than wanted demands hold, summed up over months, by team.
  private(set) var missedAt: [Double] = []

  /// The same, summed up over teams.
  var missed: Double { missedAt.reduce(0, +) }

  var total: Double { totals.reduce(0, +) / Double(max(1, totals.count)) }

  /// Plays a plan.
  ///
  /// - Parameters:
  ///   - plan: in its world.
  ///   - futures: their numbers.
  ///   - perform: does work whose pieces may be done at once; the result is the same however.
  /// - Complexity: O(futures × months × (services + people)).
  init(_ plan: FuturePlan, futures: Range<Int>, perform: Pieces) {
    self = Self.all(FutureJudges(FutureJudge(plan)), futures, perform: perform)[0]
  }

  /// Plays plans in the same futures.
  ///
  /// - Returns: by plan.
  /// - Complexity: that of each by itself.
  static func all(_ judges: FutureJudges, _ futures: Range<Int>, perform: Pieces) -> [PlanVerdict] {
    let batches = stride(from: futures.lowerBound, to: futures.upperBound, by: Self.batch).map {
      $0..<min(futures.upperBound, $0 + Self.batch)
    }
    var found = [[Part]](repeating: [], count: batches.count)
    found.withUnsafeMutableBufferPointer { found in
      // No two pieces share a batch.
      nonisolated(unsafe) let found = found
      perform(batches.count) { found[$0] = judges.play(batches[$0]).map(Part.init) }
    }
    return judges.judges.enumerated().map { plan, judge in
      PlanVerdict(found.map { $0[plan] }, judge, futures: futures.count)
    }
  }

  private init(_ parts: [Part], _ judge: FutureJudge, futures: Int) {
    var broken = [Int](repeating: 0, count: parts.first?.broken.count ?? 0)
    for part in parts {
      totals += part.totals
      keptByFuture += part.kept
      cash += part.cash / Double(futures)
      for place in broken.indices { broken[place] += part.broken[place] }
    }
    judgeCells(broken, judge, futures: futures)
  }

  /// Futures that one thread plays at once.
  private static let batch = 16
  private static let demands = Limit.allCases.filter { $0.weight == .policy }

  private mutating func judgeCells(_ broken: [Int], _ judge: FutureJudge, futures: Int) {
    let wanted = Self.demands.map { judge.limits.probability($0) }
    var (keeping, judged) = (0, 0)
    missedAt = [Double](repeating: 0, count: judge.organization.teams.count)
    for cell in 0..<broken.count / wanted.count
    where cell % judge.organization.months >= judge.firstMonth {
      var short = 0.0
      for demand in wanted.indices {
        let share = 1 - Double(broken[cell * wanted.count + demand]) / Double(futures)
        short += max(0, wanted[demand] - share)
      }
      judged += 1
      keeping += short <= 1e-9 ? 1 : 0
      missedAt[cell / judge.organization.months] += short
    }
    kept = judged > 0 ? Double(keeping) / Double(judged) : 1
  }

  /// Some futures that follow each other.
  private struct Part: Sendable {
    let totals: [Double]
    let kept: [Double]
    let cash: Double
    /// Futures that break a demand, by team, month and demand.
    private(set) var broken: [Int]

    init(_ batch: FutureBatch) {
      totals = Array(batch.values(of: .total))
      kept = Array(batch.values(of: .policyKept))
      cash = batch.values(of: .cash).reduce(0, +)
      let bits = PlanVerdict.demands.map { UInt16(1) << UInt16($0.position) }
      let cells = batch.broken.count / max(1, batch.futures.count)
      broken = [Int](repeating: 0, count: cells * bits.count)
      for (place, seen) in batch.broken.enumerated() where seen & FutureJudge.policy != 0 {
        for demand in bits.indices where seen & bits[demand] != 0 {
          broken[place % cells * bits.count + demand] += 1
        }
      }
    }
  }
}
