import Organization
import Simulation

/// What a plan leaves undone in a sample of futures, by team and month.
///
/// It is what programmes are made of and judged by: the futures' own numbers, not their mean.
struct FutureSample: Sendable {
  /// A number of a team's month that plans are made for.
  enum Figure: Int, CaseIterable {
    /// Hours of the quarter that coverage is short of its threshold; negative is to spare.
    case coverageGap
    /// The same for hours that need seniors.
    case seniorGap
    /// People short of those who have to be call-ready.
    case readyGap
    /// People short of the fewest seniors.
    case seniorsGap
    /// Share of burned-out people beyond the threshold.
    case burnoutGap
    /// Hours of the month not done, debt pay-down left out; negative is to spare.
    case undone
    /// The same for hours that need seniors, never negative.
    case seniorUndone
  }

  /// A number of a team's month of which the mean is enough.
  enum Mean: Int, CaseIterable {
    case people, partnerSeats, midsAndAbove, seniors, juniors, newcomers, capacity, asked,
      seniorAsked,
      roadmap, incidents, compliance, leavers
  }

  let count: Int
  let teams: Int
  let months: Int
  /// By figure, team, month and future.
  private let values: [Float]
  /// Total cost by future.
  let costs: [Double]
  /// By team, month and ``Mean``.
  private let means: [Double]

  /// Plays a plan.
  ///
  /// - Parameters:
  ///   - judge: the plan in its world.
  ///   - futures: their numbers.
  ///   - perform: does work whose pieces may be done at once.
  /// - Complexity: O(futures × months × (services + people)).
  init(_ judge: FutureJudge, futures: Range<Int>, perform: Pieces) {
    count = futures.count
    teams = judge.organization.teams.count
    months = judge.organization.months
    let cells = teams * months
    var values = [Float](repeating: 0, count: Figure.allCases.count * cells * futures.count)
    var costs = [Double](repeating: 0, count: futures.count)
    let batches = stride(from: 0, to: futures.count, by: Self.batch).map {
      $0..<min(futures.count, $0 + Self.batch)
    }
    var sums = [[Double]](repeating: [], count: batches.count)
    values.withUnsafeMutableBufferPointer { values in
      costs.withUnsafeMutableBufferPointer { costs in
        sums.withUnsafeMutableBufferPointer { sums in
          // No two pieces share a future.
          nonisolated(unsafe) let (values, costs, sums) = (values, costs, sums)
          perform(batches.count) { piece in
            sums[piece] = Self.play(
              batches[piece], from: futures.lowerBound, judge, all: futures.count, into: values,
              costs: costs)
          }
        }
      }
    }
    self.values = values
    self.costs = costs
    // Added up in the order of the batches, so that it is the same on any number of cores.
    var means = [Double](repeating: 0, count: cells * Mean.allCases.count)
    for sum in sums {
      for place in means.indices { means[place] += sum[place] / Double(futures.count) }
    }
    self.means = means
  }

  /// Futures that one thread plays at once.
  private static let batch = 16

  private static func play(
    _ rows: Range<Int>, from first: Int, _ judge: FutureJudge, all: Int,
    into values: UnsafeMutableBufferPointer<Float>, costs: UnsafeMutableBufferPointer<Double>
  ) -> [Double] {
    var course = FutureCourse(judge.plan)
    let (teams, months) = (judge.organization.teams.count, judge.organization.months)
    var sums = [Double](repeating: 0, count: teams * months * Mean.allCases.count)
    for row in rows {
      course.play(first + row)
      let result = course.result
      costs[row] = result.cost.total
      for team in 0..<teams {
        for month in 0..<months {
          let cell = team * months + month
          let gaps = Gaps(result, team: team, month: month, limits: judge.limits)
          for figure in Figure.allCases {
            values[(figure.rawValue * teams * months + cell) * all + row] = Float(gaps[figure])
          }
          for mean in Mean.allCases {
            sums[cell * Mean.allCases.count + mean.rawValue] += mean.value(
              of: result[team: team, month: month])
          }
        }
      }
    }
    return sums
  }

  /// One figure of a team's month in all futures, in no order that means anything to a quantile.
  func all(_ figure: Figure, team: Int, month: Int) -> ArraySlice<Float> {
    let start = (figure.rawValue * teams * months + team * months + month) * count
    return values[start..<start + count]
  }

  func mean(_ mean: Mean, team: Int, month: Int) -> Double {
    means[(team * months + month) * Mean.allCases.count + mean.rawValue]
  }

  var meanCost: Double { costs.reduce(0, +) / Double(max(1, count)) }
}

/// How far one month of one future is from what is asked of it.
private struct Gaps {
  private let values: (Double, Double, Double, Double, Double, Double, Double)

  init(_ result: Trajectory, team: Int, month: Int, limits: Limits) {
    var (gap, seniorGap) = (0.0, 0.0)
    for month in max(0, month - 2)...month {
      let cell = result[team: team, month: month]
      let asked = cell.askedHours.total - cell.askedHours[.debt]
      gap += limits.threshold(.coverage) * asked - (asked - Self.undone(cell))
      seniorGap +=
        (limits.threshold(.seniorCoverage) - cell.seniorCoverage) * cell.seniorAskedHours
    }
    let cell = result[team: team, month: month]
    values = (
      gap, seniorGap, limits.leastCallReady(team: team) - cell.callReady,
      limits.threshold(.minimumSeniors) - 0.5 - cell.headcount.atLeast(.senior),
      cell.burnout - limits.threshold(.burnout), Self.undone(cell),
      (1 - cell.seniorCoverage) * cell.seniorAskedHours
    )
  }

  /// Hours left undone, or with a minus sign those that nobody asked for.
  private static func undone(_ cell: TeamMonth) -> Double {
    let open =
      cell.askedHours.total - cell.askedHours[.debt] - cell.doneHours.total
      + cell.doneHours[.debt]
    return open > 1e-9 ? open : min(0, cell.doneHours.total - cell.capacityHours)
  }

  subscript(figure: FutureSample.Figure) -> Double {
    switch figure {
    case .coverageGap: values.0
    case .seniorGap: values.1
    case .readyGap: values.2
    case .seniorsGap: values.3
    case .burnoutGap: values.4
    case .undone: values.5
    case .seniorUndone: values.6
    }
  }
}

extension FutureSample.Mean {
  fileprivate func value(of cell: TeamMonth) -> Double {
    switch self {
    case .people: cell.headcount.total + cell.partnerSeats
    case .partnerSeats: cell.partnerSeats
    case .midsAndAbove: cell.headcount.atLeast(.mid)
    case .seniors: cell.headcount.atLeast(.senior)
    case .juniors: cell.headcount[.junior]
    case .newcomers: cell.newcomers
    case .capacity: cell.capacityHours
    case .asked: cell.askedHours.total - cell.askedHours[.debt]
    case .seniorAsked: cell.seniorAskedHours
    case .roadmap: cell.askedHours[.roadmap]
    case .incidents: cell.askedHours[.incidents]
    case .compliance: cell.askedHours[.compliance]
    case .leavers: cell.leavers
    }
  }
}
