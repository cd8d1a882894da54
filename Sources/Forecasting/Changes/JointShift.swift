/// The shift that explains a series best beside a season and a straight trend.
///
/// With few cycles, a shift bends the season that is found without regard to it; so both are
/// fitted at once, and the season is found anew without the shift.
enum JointShift {
  /// From so many cycles on, medians by phase are safe from one shift.
  private static let safeCycles = 5
  /// Steps at either end that a shift is not sought in, as a part of the cycle.
  private static let margin = 0.25

  /// The values with the best shift taken out, or as they are where the season needs no help.
  ///
  /// - Complexity: O(n²) for up to ``safeCycles`` cycles, else none.
  static func removed(from values: [Double], cycle: Int) -> [Double] {
    guard cycle > 1, values.count >= 2 * cycle, values.count < safeCycles * cycle else {
      return values
    }
    let rest = withoutSeasonAndTrend(values, cycle: cycle)
    let least = max(3, Int(margin * Double(cycle)))
    var best = (step: 0, jump: 0.0, gain: 0.0)
    for step in least..<max(least, values.count - least) {
      let indicator = values.indices.map { $0 < step ? 0.0 : 1 }
      let pure = withoutSeasonAndTrend(indicator, cycle: cycle)
      var (cross, square) = (0.0, 0.0)
      for index in rest.indices {
        cross += rest[index] * pure[index]
        square += pure[index] * pure[index]
      }
      guard square > 1e-9, cross * cross / square > best.gain else { continue }
      best = (step, cross / square, cross * cross / square)
    }
    var corrected = values
    ShiftFinder.raise(&corrected, before: best.step, by: best.jump)
    return corrected
  }

  /// What least squares on phases and a line leave [Frisch & Waugh 1933].
  private static func withoutSeasonAndTrend(_ values: [Double], cycle: Int) -> [Double] {
    let flat = withoutPhases(values, cycle: cycle)
    let time = withoutPhases(values.indices.map(Double.init), cycle: cycle)
    var (cross, square) = (0.0, 0.0)
    for index in flat.indices {
      cross += flat[index] * time[index]
      square += time[index] * time[index]
    }
    let slope = square > 0 ? cross / square : 0
    return zip(flat, time).map { $0 - slope * $1 }
  }

  private static func withoutPhases(_ values: [Double], cycle: Int) -> [Double] {
    let means = (0..<cycle).map { phase in
      Statistics.mean(stride(from: phase, to: values.count, by: cycle).map { values[$0] })
    }
    return values.indices.map { values[$0] - means[$0 % cycle] }
  }
}
