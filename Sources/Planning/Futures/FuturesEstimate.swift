import Organization
package import Simulation

/// What many futures say of a plan; memory does not grow with their number.
package struct FuturesEstimate: Sendable {
  package let teamCount: Int
  package let months: Int
  /// The first month that is judged.
  package let firstMonth: Int
  /// Futures that were played.
  package private(set) var count = 0
  private var totals: [FigureEstimate]
  private var cells: [FigureEstimate]
  /// Futures in which a limit is broken, by limit, team and month.
  private var broken: [Int]
  /// Months in which a limit is first broken, of the futures in which it is, by limit and team.
  private var first: [WholeNumberCounts]
  /// People who leave any team, by quarter of the plan; the last may be shorter.
  package private(set) var leavers: [FigureEstimate]
  /// Total cost and policy kept in the first futures, to be compared with what they drew.
  package private(set) var leading = (cost: LeadingSample(), kept: LeadingSample())

  package init(_ judge: FutureJudge) {
    teamCount = judge.organization.teams.count
    months = judge.organization.months
    firstMonth = judge.firstMonth
    let size = teamCount * months
    // Money of a whole plan varies by few per cent; of a month's figures there are thousands.
    totals = FutureFigure.allCases.map { _ in FigureEstimate(digits: 12) }
    cells = (0..<size * TeamFigure.allCases.count).map { _ in
      FigureEstimate(digits: QuantileSketch.usualDigits)
    }
    broken = [Int](repeating: 0, count: Limit.allCases.count * size)
    first = (0..<Limit.allCases.count * teamCount).map { _ in WholeNumberCounts() }
    leavers = Quarters.all(of: months).map { _ in
      FigureEstimate(digits: QuantileSketch.usualDigits)
    }
  }

  /// Takes in the next futures.
  ///
  /// - Parameters:
  ///   - batches: in the order of their futures.
  ///   - perform: does work whose pieces may be done at once; every figure is in one piece, so that
  ///     the result is the same however they are done.
  package mutating func add(_ batches: [FutureBatch], perform: Pieces = onePieceAfterAnother) {
    for batch in batches { add(batch) }
    let size = cells.count
    cells.withUnsafeMutableBufferPointer { cells in
      // No two pieces share a cell.
      nonisolated(unsafe) let cells = cells
      perform((size + Self.piece - 1) / Self.piece) { piece in
        for cell in piece * Self.piece..<min(size, (piece + 1) * Self.piece) {
          for batch in batches { cells[cell].insert(batch.values(ofCell: cell)) }
        }
      }
    }
  }

  /// Cells whose figures are summed up by one thread at a time.
  private static let piece = 128

  /// Takes in what the next futures came to, cells aside.
  private mutating func add(_ batch: FutureBatch) {
    precondition(batch.futures.lowerBound == count, "futures in order")
    let size = teamCount * months
    for figure in FutureFigure.allCases {
      totals[figure.rawValue].insert(batch.values(of: figure))
    }
    for row in 0..<batch.futures.count {
      leading.cost.insert(batch[.total, row])
      leading.kept.insert(batch[.policyKept, row])
      for team in 0..<teamCount {
        var seen = UInt16(0)
        for month in firstMonth..<max(firstMonth, months) {
          var bits = batch.broken[row * size + team * months + month]
          while bits != 0 {
            let limit = bits.trailingZeroBitCount
            bits &= bits - 1
            broken[(limit * teamCount + team) * months + month] += 1
            if seen & (1 << UInt16(limit)) == 0 {
              seen |= 1 << UInt16(limit)
              first[limit * teamCount + team].insert(month)
            }
          }
        }
      }
    }
    addLeavers(of: batch)
    count += batch.futures.count
  }

  private mutating func addLeavers(of batch: FutureBatch) {
    var sums = [Double](repeating: 0, count: batch.futures.count)
    for (place, quarter) in Quarters.all(of: months).enumerated() {
      for row in sums.indices { sums[row] = 0 }
      for team in 0..<teamCount {
        for month in quarter {
          let cell = (team * months + month) * TeamFigure.allCases.count
          let values = batch.values(ofCell: cell + TeamFigure.leavers.rawValue)
          for (row, value) in values.enumerated() { sums[row] += value }
        }
      }
      leavers[place].insert(sums[...])
    }
  }

  package subscript(figure: FutureFigure) -> FigureEstimate { totals[figure.rawValue] }

  package subscript(figure: TeamFigure, team team: Int, month month: Int) -> FigureEstimate {
    cells[(team * months + month) * TeamFigure.allCases.count + figure.rawValue]
  }

  /// How likely a limit is broken in a month.
  package func broken(_ limit: Limit, team: Int, month: Int) -> ProbabilityEstimate {
    ProbabilityEstimate(
      happened: broken[(limit.position * teamCount + team) * months + month], count: count)
  }

  /// How likely a limit is broken in any month that is judged.
  package func everBroken(_ limit: Limit, team: Int) -> ProbabilityEstimate {
    ProbabilityEstimate(happened: firstBroken(limit, team: team).count, count: count)
  }

  /// The first months in which a limit is broken, of the futures in which it is.
  package func firstBroken(_ limit: Limit, team: Int) -> WholeNumberCounts {
    first[limit.position * teamCount + team]
  }

  /// The month in which a limit is most likely broken, the first of those alike.
  package func worstMonth(_ limit: Limit, team: Int) -> Int {
    (firstMonth..<max(firstMonth + 1, months)).max {
      let (a, b) = (broken(limit, team: team, month: $0), broken(limit, team: team, month: $1))
      return (a.happened, -$0) < (b.happened, -$1)
    } ?? firstMonth
  }

  /// The first month in which a limit is broken more likely than `allowed`.
  package func firstMonth(above allowed: Double, _ limit: Limit, team: Int) -> Int? {
    (firstMonth..<max(firstMonth, months)).first {
      (broken(limit, team: team, month: $0).value ?? 0) > allowed
    }
  }

  /// Share of the team-months in which every demand of the policy is kept as likely as it asks for.
  package func keptAsOftenAsWanted(_ limits: Limits) -> Double {
    let demands = Limit.allCases.filter { $0.weight == .policy }
    var (kept, all) = (0, 0)
    for team in 0..<teamCount {
      for month in firstMonth..<max(firstMonth, months) {
        all += 1
        let isKept = demands.allSatisfy { limit in
          (broken(limit, team: team, month: month).value ?? 0)
            <= 1 - limits.probability(limit) + 1e-9
        }
        kept += isKept ? 1 : 0
      }
    }
    return all > 0 ? Double(kept) / Double(all) : 1
  }

  /// How well the figures that decide are known: the widest half of a 95 % interval, of the chances
  /// that a demand of the policy is broken in absolute terms, of the mean total cost relative to it.
  package var precision: Double {
    guard count > 1 else { return .infinity }
    let cost = totals[FutureFigure.total.rawValue].mean
    let interval = cost.interval(confidence: 0.95)
    var widest =
      interval.map { ($0.upperBound - $0.lowerBound) / 2 / max(abs(cost.mean), 1e-9) } ?? .infinity
    for limit in Limit.allCases where limit.weight == .policy {
      for team in 0..<teamCount {
        for month in firstMonth..<max(firstMonth, months) {
          let chance = broken(limit, team: team, month: month).interval(confidence: 0.95)
          widest = max(widest, (chance.upperBound - chance.lowerBound) / 2)
        }
      }
    }
    return widest
  }
}

/// Does a number of pieces of work that are independent of each other, in any order.
package typealias Pieces = @Sendable (_ count: Int, _ body: @Sendable (Int) -> Void) -> Void

@Sendable package func onePieceAfterAnother(_ count: Int, _ body: @Sendable (Int) -> Void) {
  for piece in 0..<count { body(piece) }
}
