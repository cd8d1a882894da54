package import Planning

extension PlanReport {
  /// Whether futures do not tell the value from any other that was searched.
  package func isUnknown(_ breakEven: BreakEven) -> Bool {
    guard let interval = breakEven.interval else { return false }
    return interval.lowerBound <= breakEven.searched.lowerBound
      && interval.upperBound >= breakEven.searched.upperBound
  }

  /// How well the value of a break-even is known, in words; empty where it has no interval.
  func between(_ breakEven: BreakEven) -> String {
    guard let interval = breakEven.interval else { return "" }
    let isGrowth = breakEven.input == .trafficGrowth
    func change(_ value: Double) -> String {
      let change = isGrowth ? value : value - 1
      return (change > 0 ? "+" : "") + NumberText.percent(change)
    }
    let (low, high) = (change(interval.lowerBound), change(interval.upperBound))
    guard low != high else { return "" }
    let isOpen = (
      interval.lowerBound <= breakEven.searched.lowerBound,
      interval.upperBound >= breakEven.searched.upperBound
    )
    if interval.contains(isGrowth ? 0 : 1) { return ", maybe already as expected" }
    switch isOpen {
    case (true, true): return ""
    case (true, false): return ", maybe already at \(high)"
    case (false, true): return ", maybe already at \(low)"
    case (false, false): return ", between \(low) and \(high)"
    }
  }
}
