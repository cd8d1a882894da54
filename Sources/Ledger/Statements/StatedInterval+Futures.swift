import Organization
import Planning
import Simulation

extension StatedInterval {
  /// What many futures say of the pages of each team by month, and of all leavers by quarter.
  ///
  /// A month has too few leavers for a range to be right or wrong about.
  static func futures(_ run: FuturesRun) -> [StatedInterval] {
    let (estimate, organization) = (run.estimate, run.judge.organization)
    let pages = organization.teams.indices.flatMap { team in
      (0..<organization.months).compactMap { month in
        StatedInterval(
          .pages, organization.teams[team].id, organization.start + month, months: 1,
          estimate[.pages, team: team, month: month].spread)
      }
    }
    let leavers = zip(Quarters.all(of: organization.months), estimate.leavers).compactMap {
      quarter, figure in
      StatedInterval(
        .leavers, "", organization.start + quarter.lowerBound, months: quarter.count,
        figure.spread)
    }
    return pages + leavers
  }

  /// The middle 80 % of a spread; fails where there is nothing in it.
  init?(
    _ quantity: ObservedQuantity, _ subject: String, _ start: YearMonth, months: Int,
    _ spread: QuantileSketch
  ) {
    guard let low = spread.quantile(0.1), let median = spread.quantile(0.5),
      let high = spread.quantile(0.9), let atLow = spread.shares(around: low),
      let atMedian = spread.shares(around: median), let atHigh = spread.shares(around: high)
    else { return nil }
    self.init(
      quantity: quantity, subject: subject, start: start, months: months, low: low, median: median,
      high: high, probability: min(1, max(0, 1 - atLow.below - atHigh.above)),
      aboveMedian: atMedian.above + atMedian.same / 2)
  }
}
