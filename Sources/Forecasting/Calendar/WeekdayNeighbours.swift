/// What an ordinary day would have brought, judged by the same weekday in the weeks around it.
enum WeekdayNeighbours {
  /// So many values before and after are asked; an odd number has a true middle.
  private static let asked = 3
  /// Weeks that are looked through for them; half a year is another season.
  private static let reach = 12

  /// The expectation at `index` on the scale of `values`, or NaN if no such day is known.
  ///
  /// The mean of the medians before and after, so that a straight trend cancels.
  static func expected(_ values: [Double], at index: Int, unless isSpecial: [Bool]) -> Double {
    let before = found(values, from: index, step: -7, unless: isSpecial)
    let after = found(values, from: index, step: 7, unless: isSpecial)
    switch (before.isEmpty, after.isEmpty) {
    case (true, true): return .nan
    case (false, true): return Statistics.median(before)
    case (true, false): return Statistics.median(after)
    case (false, false): return (Statistics.median(before) + Statistics.median(after)) / 2
    }
  }

  private static func found(
    _ values: [Double], from index: Int, step: Int, unless isSpecial: [Bool]
  ) -> [Double] {
    var result: [Double] = []
    var place = index + step
    for _ in 0..<reach where values.indices.contains(place) && result.count < asked {
      if !isSpecial[place], !values[place].isNaN { result.append(values[place]) }
      place += step
    }
    return result
  }
}
