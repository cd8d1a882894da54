import Planning

extension PlanReport {
  /// What would change the recommendation, as far as futures tell, a phrase for each input.
  package var flips: [String] {
    recommendation.breakEvens.filter { !isUnknown($0) && !$0.isToday }.compactMap(flip)
  }

  /// That another strategy is as good today, in which case nothing has to change; `nil` where none is.
  package var rival: String? {
    guard let instead = recommendation.breakEvens.first(where: \.isToday)?.instead else {
      return nil
    }
    return
      "The choice of strategy is close: in the futures in which inputs are varied, which are fewer, it is "
      + "\(instead.rawValue) with all of them as they are."
  }

  /// Whether futures do not tell the value from any other that was searched.
  private func isUnknown(_ breakEven: BreakEven) -> Bool {
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
    if interval.contains(breakEven.input.neutral) { return ", maybe already as expected" }
    switch isOpen {
    case (true, true): return ""
    case (true, false): return ", maybe already at \(high)"
    case (false, true): return ", maybe already at \(low)"
    case (false, false): return ", between \(low) and \(high)"
    }
  }
}
