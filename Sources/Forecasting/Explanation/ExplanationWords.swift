/// The only place where explanations become sentences.
///
/// Sentences have no full stop, so that reports can join them as they like.
package struct ExplanationWords: Sendable {
  /// How a step of the history is called, such as `2026-03-14`.
  private let label: @Sendable (Int) -> String

  /// - Parameter label: names a step of the history, counted from 0.
  package init(label: @escaping @Sendable (Int) -> String) { self.label = label }

  /// Every sentence, the method first and the warnings last.
  package func sentences(_ explanation: DriverExplanation) -> [String] {
    var result = ["forecast by \(method(explanation.method))"]
    result += growth(explanation)
    if let strength = explanation.seasonalStrength { result.append(season(strength)) }
    result += explanation.changes.map { change($0) }
    if let backtest = explanation.backtest {
      result.append(self.backtest(backtest, step: explanation.cadence.stepName))
    }
    return result + explanation.warnings.map { warning($0, step: explanation.cadence.stepName) }
  }

  package func method(_ method: ForecastMethod) -> String {
    switch method {
    case .lastValue: "repeating the last value"
    case .seasonalNaive: "repeating the last season"
    case .dampedTrend: "a trend that levels off, on top of what repeats"
    case .exponentialSmoothing: "level, trend and season that follow recent values most"
    case .theta: "half the long-run trend, on top of what repeats"
    case .combination(let parts):
      "a mix of "
        + parts.map { "\(percent($0.share)) \(self.method($0.method))" }.joined(separator: "; ")
    case .blended(let statistical, let halfway):
      "\(self.method(statistical)), handed over to the growth scenario, "
        + "half by month \(Int(halfway.rounded()))"
    }
  }

  private func growth(_ explanation: DriverExplanation) -> [String] {
    var result: [String] = []
    if let now = explanation.growthNow { result.append("grows by \(signed(now)) a year now") }
    if let implied = explanation.growthImplied {
      result.append("the forecast comes to \(signed(implied)) a year")
    }
    return result
  }

  private func season(_ strength: Double) -> String {
    let word =
      switch strength {
      case ..<0.2: "hardly any season"
      case ..<0.6: "some season"
      case ..<0.85: "a clear season"
      default: "a strong season"
      }
    return "\(word) (strength \(fraction(strength)) of 1)"
  }

  package func change(_ change: Change) -> String {
    let place =
      change.steps.count == 1
      ? label(change.firstStep) : "\(label(change.firstStep)) to \(label(change.lastStep))"
    let kind =
      switch change.kind {
      case .levelShift: "change of level"
      case .outage: "outage"
      case .gap: "nothing counted"
      case .outlier: "unusual value"
      }
    let handling =
      switch change.handling {
      case .missing: "counted as missing"
      case .winsorised: "pulled in for fitting"
      case .rescaled: "what came before was moved to the new level"
      case .ignored: "left as it is, as you said"
      case .noted: "left as it is until it is clearer"
      case .recurring: "left as it is, because it comes back every year"
      }
    let source = change.origin == .user && change.handling != .ignored ? ", as you said" : ""
    return "\(place): \(kind)\(size(change.size)), \(handling)\(source)"
  }

  private func size(_ size: Change.Size) -> String {
    switch size {
    case .factor(let factor): " to \(percent(factor)) of what was expected"
    case .amount(let amount): " by \(amount > 0 ? "+" : "−")\(plain(abs(amount)))"
    case .unknown: ""
    }
  }

  package func backtest(_ backtest: Backtest, step: String) -> String {
    let steps = "\(backtest.horizon) \(step)\(backtest.horizon == 1 ? "" : "s")"
    let times = backtest.origins == 1 ? "once" : "\(backtest.origins) times"
    let held = "held back \(times) for \(steps)"
    let naive = backtest.seasonalNaive.mase
    guard naive > 0, backtest.mase.isFinite else {
      return "\(held), the errors cannot be compared: the history repeats itself exactly"
    }
    let gain = 1 - backtest.mase / naive
    let comparison =
      switch gain {
      case 0.01...: "\(percent(gain)) less than repeating the last season"
      case ..<(-0.01): "\(percent(-gain)) more than repeating the last season"
      default: "as much as repeating the last season"
      }
    return
      "\(held), it missed by \(comparison); \(percent(backtest.coverage80)) of the values fell "
      + "into the 80 % band"
  }

  package func warning(_ warning: ForecastWarning, step: String) -> String {
    switch warning {
    case .horizonBeyondHistory(let horizon, let history):
      "looks \(horizon) \(step)s ahead from \(history) \(step)s of history; the later part is "
        + "little more than a guess"
    case .fewSeasons(let seen):
      "only \(tenth(seen)) seasons of history; what repeats cannot be told from what grows"
    case .muchMissing(let share): "\(percent(share)) of the history is missing"
    case .recentShift(let ago):
      "the level changed only \(ago) \(step)\(ago == 1 ? "" : "s") before the end"
    case .endsInOutage: "the history ends in an outage; today's level is not known"
    case .unknownHolidays(let names, let year):
      "the days of \(names.joined(separator: ", ")) are not listed for \(year)"
    case .worseThanNaive(let ratio):
      "in the past it missed by \(percent(ratio - 1)) more than repeating the last season"
    case .narrowBands(let coverage):
      "the 80 % band held only \(percent(coverage)) of the past; futures may lie outside"
    }
  }
}
