import Foundation

/// Hands over from what the history says to what somebody expects, month by month.
///
/// Histories tell the next months well and the years after badly; a growth scenario is the other
/// way round. Both are blended by their logarithms, with weights that anyone may look at.
package struct GrowthBlend: Hashable, Sendable {
  /// The month, counted from 1, in which both count the same.
  package let halfway: Double
  /// Growth as somebody expects it.
  package let scenario: GrowthScenario

  /// Histories shorter or longer than this hand over no earlier and no later.
  private static let halfways = 3.0...18.0

  /// - Precondition: `halfway` is above 0.
  package init(scenario: GrowthScenario, halfway: Double) {
    precondition(halfway > 0, "the scenario takes over some time after the start")
    self.scenario = scenario
    self.halfway = halfway
  }

  /// Hands over at half the length of the history, between three and eighteen months.
  package init(scenario: GrowthScenario, monthsOfHistory: Int) {
    let half = Double(monthsOfHistory) / 2
    let range = GrowthBlend.halfways
    self.init(
      scenario: scenario, halfway: min(max(half, range.lowerBound), range.upperBound))
  }

  /// The statistical path's part in each of `months` months: near 1 at first, ½ at ``halfway``.
  package func weights(months: Int) -> [Double] {
    (0..<months).map { step in
      let time = Double(step + 1) / halfway
      return 1 / (1 + time * time)
    }
  }

  /// The scenario's own path.
  ///
  /// - Parameters:
  ///   - start: the level of the last month of the history, without season.
  ///   - season: what each month is multiplied with.
  ///   - luck: 0 to 1, where in the scenario's range this path lies; ½ is its median.
  /// - Returns: as many months as `season` has.
  package func scenarioPath(start: Double, season: [Double], luck: Double) -> [Double] {
    let growth = scenario.growth(luck)
    return season.enumerated().map { step, factor in
      let level = start * pow(1 + growth, Double(step + 1) / 12)
      return saturated(level, start: start) * factor
    }
  }

  /// Blends one statistical path, monthly and positive, with the scenario.
  ///
  /// Where a path is not positive, amounts are blended instead of logarithms. No month passes the
  /// ceiling by more than its season does.
  ///
  /// - Precondition: `season` is as long as `path`.
  package func blended(
    _ path: [Double], start: Double, season: [Double], luck: Double
  ) -> [Double] {
    precondition(season.count == path.count, "one seasonal factor for each month")
    let scenarioPath = scenarioPath(start: start, season: season, luck: luck)
    let weights = weights(months: path.count)
    return path.indices.map { step in
      let (own, other, weight) = (path[step], scenarioPath[step], weights[step])
      guard own > 0, other > 0 else { return weight * own + (1 - weight) * other }
      let mixed = exp(weight * log(own) + (1 - weight) * log(other))
      guard let ceiling = scenario.ceiling else { return mixed }
      return min(mixed, max(ceiling, start) * season[step])
    }
  }

  /// What is left of an unhindered `level` under the ceiling.
  ///
  /// Exponential growth from `start` becomes the logistic curve through `start` with the same rate
  /// [Verhulst 1838]. A start at or above the ceiling cannot grow.
  package func saturated(_ level: Double, start: Double) -> Double {
    guard let ceiling = scenario.ceiling else { return level }
    guard start < ceiling else { return min(level, start) }
    guard level > 0 else { return level }
    return ceiling * level / (level + ceiling - start)
  }
}

extension GrowthBlend {
  /// Blends all paths; the luck of each is spread evenly over the scenario's range.
  ///
  /// - Parameters:
  ///   - paths: monthly.
  ///   - start: the level of the last month of the history, without season.
  ///   - season: one factor for each month.
  ///   - order: a permutation of the paths' numbers that says whose luck is which, so that luck has
  ///     nothing to do with the order of the paths.
  /// - Returns: as many paths.
  package func blended(
    _ paths: SamplePaths, start: Double, season: [Double], order: [Int]
  ) -> SamplePaths {
    precondition(order.count == paths.count, "one rank for each path")
    var result = paths
    for path in 0..<paths.count {
      let luck = (Double(order[path]) + 0.5) / Double(paths.count)
      let own = (0..<paths.horizon).map { paths[path, $0] }
      let mixed = blended(own, start: start, season: season, luck: luck)
      for step in 0..<paths.horizon { result[path, step] = mixed[step] }
    }
    return result
  }

  /// What repeats over the year in a central monthly path: each month over the path's own trend.
  ///
  /// All 1 if the path is shorter than a year or not positive.
  package static func season(of central: [Double]) -> [Double] {
    let year = 12
    guard central.count >= year, central.allSatisfy({ $0 > 0 }) else {
      return central.map { _ in 1 }
    }
    let logs = central.map { log($0) }
    let slope = slopePerMonth(logs)
    let flat = logs.enumerated().map { $1 - slope * Double($0) }
    let months = (0..<year).map { month in
      Statistics.mean(stride(from: month, to: flat.count, by: year).map { flat[$0] })
    }
    let centre = Statistics.mean(months)
    return central.indices.map { exp(months[$0 % year] - centre) }
  }

  /// Growth a month of logarithms: by years where there are two, else along a line.
  private static func slopePerMonth(_ logs: [Double]) -> Double {
    let year = 12
    guard logs.count >= year + 6 else { return StraightLine(logs).slope }
    let steps = (year..<logs.count).map { (logs[$0] - logs[$0 - year]) / Double(year) }
    return Statistics.median(steps)
  }
}
