import Foundation

extension OccasionEffects {
  /// A day below this part of what was expected counts as an outage, not as a holiday's doing.
  private static let leastShare = 0.02
  private static let passes = 30

  /// Learns the factors from daily `values`, NaN where missing, that start on `firstDay`.
  ///
  /// Each occasion's day is compared with the same weekday in ordinary weeks around it. The
  /// logarithms of the quotients are regressed on the occasions, with bisquare weights
  /// [Beaton & Tukey 1974] so that one odd year does not decide, and with a ridge whose width is
  /// the spread of the effects themselves: few years count little [Robbins 1956, Morris 1983].
  package static func fit(
    _ values: [Double], firstDay: Int, occasions: [Occasion]
  ) -> OccasionEffects {
    let isSpecial = specialDays(count: values.count, firstDay: firstDay, occasions)
    let logs = values.map { $0 > 0 ? log($0) : .nan }
    let noise = ordinaryNoise(logs, isSpecial: isSpecial)
    var regression = RidgeByOccasion(noise: noise)
    for day in logs.indices where isSpecial[day] && !logs[day].isNaN {
      let expected = WeekdayNeighbours.expected(logs, at: day, unless: isSpecial)
      var rest = logs[day] - expected
      guard !rest.isNaN, rest > log(leastShare) else { continue }
      var members: [Int] = []
      for (index, occasion) in occasions.enumerated()
      where occasion.days.contains(firstDay + day) {
        if let factor = occasion.knownFactor { rest -= log(factor) } else { members.append(index) }
      }
      regression.rows.append((rest, members))
    }
    let fitted = regression.solved(count: occasions.count, passes: passes)
    let effects = zip(occasions, fitted).map { occasion, one in
      let given = occasion.knownFactor
      return Effect(
        name: occasion.name, factor: given ?? exp(one.value),
        standardError: given == nil ? one.standardError : 0, days: given == nil ? one.days : 0)
    }
    return OccasionEffects(effects: effects, occasions: occasions)
  }

  private static func specialDays(count: Int, firstDay: Int, _ occasions: [Occasion]) -> [Bool] {
    var result = [Bool](repeating: false, count: count)
    for occasion in occasions {
      for day in occasion.days where result.indices.contains(day - firstDay) {
        result[day - firstDay] = true
      }
    }
    return result
  }

  /// The robust standard deviation of ordinary days about what was expected of them.
  private static func ordinaryNoise(_ logs: [Double], isSpecial: [Bool]) -> Double {
    let misses = logs.indices.compactMap { day -> Double? in
      guard !isSpecial[day], !logs[day].isNaN else { return nil }
      let expected = WeekdayNeighbours.expected(logs, at: day, unless: isSpecial)
      return expected.isNaN ? nil : abs(logs[day] - expected)
    }
    // Below a thousandth, rounding is louder than traffic.
    return max(Robust.deviation(ofDistances: misses), 1e-3)
  }
}
