/// Fills gaps so that recursions can run over them.
enum GapFilling {
  /// Interpolates linearly between neighbours after taking out how a phase usually differs.
  ///
  /// Gaps at the end take the last value. The first value must be known.
  static func filled(_ values: [Double], period: Int) -> [Double] {
    guard values.contains(where: \.isNaN) else { return values }
    let phases = phaseMedians(values, period: period)
    var adjusted = values.indices.map { values[$0] - phases[$0 % period] }
    var last = 0
    for index in adjusted.indices where !adjusted[index].isNaN {
      let gap = index - last
      for step in 1..<max(gap, 1) {
        let fraction = Double(step) / Double(gap)
        adjusted[last + step] = adjusted[last] + fraction * (adjusted[index] - adjusted[last])
      }
      last = index
    }
    for index in adjusted.indices where index > last { adjusted[index] = adjusted[last] }
    return values.indices.map { index in
      values[index].isNaN ? adjusted[index] + phases[index % period] : values[index]
    }
  }

  /// The median of each phase less the median of all; zeros below two whole periods.
  private static func phaseMedians(_ values: [Double], period: Int) -> [Double] {
    let none = [Double](repeating: 0, count: period)
    guard period > 1, values.count >= 2 * period else { return none }
    let centre = Statistics.median(values.filter { !$0.isNaN })
    return none.indices.map { phase in
      let known = stride(from: phase, to: values.count, by: period).map { values[$0] }
        .filter { !$0.isNaN }
      return known.isEmpty ? 0 : Statistics.median(known) - centre
    }
  }
}
