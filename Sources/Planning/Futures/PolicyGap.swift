import Organization
import Simulation

/// A demand of the policy that a plan does not keep as often as wanted at a team, and what would.
package struct PolicyGap: Hashable, Sendable {
  package var team: Int
  package var limit: Limit
  /// Months in which it holds less often than wanted.
  package var months: [Int]
  /// Share of futures in which it holds in the worst of these months.
  package var held: Double
  /// Share of futures in which the policy wants it to hold.
  package var wanted: Double
  /// The threshold at which it would hold as often as wanted in all these months, about.
  package var holdsAt: Double
  /// By how much one more engineer would better it, where that is known.
  package var relief: Double?
}

/// Looks for the least that the policy would have to give way for a plan to keep it.
struct PolicyGapSearch {
  let reliability: PolicyReliability
  let judge: FutureJudge
  let perform: Pieces

  /// Futures in which thresholds are looked for, of those that judged the plan.
  private static let futures = 512
  private static let batch = 16

  /// A demand at a team in a month.
  private struct Cell: Hashable {
    var demand: Int
    var team: Int
    var month: Int
  }

  /// By team, then in the order of the demands.
  ///
  /// - Complexity: that of playing some five hundred futures.
  func all() -> [PolicyGap] {
    let demands = PolicyJudge.demands
    var cells = [Cell]()
    for team in judge.organization.teams.indices {
      for demand in demands.indices {
        cells += reliability.missed(by: team, demand: demand).map {
          Cell(demand: demand, team: team, month: $0)
        }
      }
    }
    guard !cells.isEmpty else { return [] }
    let thresholds = thresholds(cells)
    var gaps = [PolicyGap]()
    for (cell, threshold) in zip(cells, thresholds) {
      let limit = demands[cell.demand]
      let held = reliability.share(keeping: cell.demand, team: cell.team, month: cell.month)
      if let last = gaps.indices.last, gaps[last].team == cell.team, gaps[last].limit == limit {
        gaps[last].months.append(cell.month)
        gaps[last].held = min(gaps[last].held, held)
        gaps[last].holdsAt =
          limit.isFloor ? min(gaps[last].holdsAt, threshold) : max(gaps[last].holdsAt, threshold)
      } else {
        gaps.append(
          PolicyGap(
            team: cell.team, limit: limit, months: [cell.month], held: held,
            wanted: judge.limits.probability(limit), holdsAt: threshold, relief: nil))
      }
    }
    return gaps
  }

  /// For each cell the value that is reached as often as the policy wants.
  private func thresholds(_ cells: [Cell]) -> [Double] {
    let starts = Array(stride(from: 0, to: Self.futures, by: Self.batch))
    var found = [[Float]](repeating: [], count: starts.count)
    found.withUnsafeMutableBufferPointer { found in
      // No two pieces share a batch.
      nonisolated(unsafe) let found = found
      perform(starts.count) { piece in
        found[piece] = values(cells, futures: starts[piece]..<starts[piece] + Self.batch)
      }
    }
    return cells.indices.map { place in
      let limit = PolicyJudge.demands[cells[place].demand]
      let sorted = found.flatMap { batch in
        stride(from: place, to: batch.count, by: cells.count).map { batch[$0] }
      }.sorted()
      let wanted = judge.limits.probability(limit)
      let last = sorted.count - 1
      // So that at least the share that is wanted is on the good side, itself included.
      let index =
        limit.isFloor
        ? Int(((1 - wanted) * Double(sorted.count)).rounded(.down))
        : Int((wanted * Double(sorted.count)).rounded(.up)) - 1
      return Double(sorted[min(last, max(0, index))])
    }
  }

  /// Future by future, the value of each cell.
  private func values(_ cells: [Cell], futures: Range<Int>) -> [Float] {
    var course = FutureCourse(judge.plan)
    var values = [Float]()
    values.reserveCapacity(cells.count * futures.count)
    for future in futures {
      course.play(future)
      let result = course.result
      for cell in cells {
        values.append(
          Float(
            judge.limits.value(
              PolicyJudge.demands[cell.demand], of: result[team: cell.team, month: cell.month])))
      }
    }
    return values
  }
}
