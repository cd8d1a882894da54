/// The only place where explanations become sentences.
///
/// Sentences have no full stop, so that reports can join them as they like.
package struct ExplanationWords: Sendable {
  /// How the first and the last day of a step are called, such as `2026-03-14`.
  private let label: @Sendable (Int) -> (first: String, last: String)

  /// - Parameter label: names the days of a step of the history, counted from 0.
  package init(label: @escaping @Sendable (Int) -> (first: String, last: String)) {
    self.label = label
  }

  /// How growth, season, models and past forecasts are, the most telling first.
  package func sentences(_ explanation: DriverExplanation) -> [String] {
    var result = [growth(explanation)]
    if let strength = explanation.seasonalStrength { result.append(season(strength)) }
    result.append(mix(explanation.mix))
    if let backtest = explanation.backtest { result.append(self.backtest(backtest)) }
    return result.filter { !$0.isEmpty }
  }

  /// The models with a part worth naming.
  package func mix(_ mix: ModelMix) -> String {
    let least = 0.1
    let named = mix.parts.filter { $0.share >= least }
    let rest = mix.parts.filter { $0.share < least }.reduce(0) { $0 + $1.share }
    var parts = named.map { "\(percent($0.share)) \(words($0.kind))" }
    if rest >= 0.005 { parts.append("\(percent(rest)) others") }
    return "a mix of models, weighed by how they did in its past: "
      + parts.joined(separator: ", ")
  }

  private func words(_ kind: ModelMix.Kind) -> String {
    switch kind {
    case .smoothing: "recent values"
    case .theta: "half the long-run trend"
    case .repetition: "the last years again"
    case .autoregression: "what followed on such values"
    case .level: "the present level"
    case .growth: "growth that fades"
    }
  }

  private func growth(_ explanation: DriverExplanation) -> String {
    switch (explanation.growthNow, explanation.growthImplied) {
    case (let now?, let implied?):
      "grew by \(signed(now)) over the last year; forecast by itself \(signed(implied)) a year"
    case (nil, let implied?): "forecast by itself \(signed(implied)) a year"
    case (let now?, nil): "grew by \(signed(now)) over the last year"
    case (nil, nil): ""
    }
  }

  private func season(_ strength: Double) -> String {
    let word =
      switch strength {
      case ..<0.2: "hardly any season"
      case ..<0.6: "some season"
      case ..<0.85: "a clear season"
      default: "a strong season"
      }
    return "\(word) over the year (strength \(fraction(strength)) of 1)"
  }

  package func change(_ change: Change) -> String {
    let (first, last) = (label(change.firstStep).first, label(change.lastStep).last)
    let place = first == last ? first : "\(first) to \(last)"
    let kind =
      switch change.kind {
      case .levelShift: "change of level"
      case .outage: "outage"
      case .gap: "nothing counted"
      case .outlier: "unusual value"
      }
    let handling =
      switch change.handling {
      case .missing: "taken as missing"
      case .winsorised: "pulled in for the forecast"
      case .rescaled: "what came before was moved to the new level"
      case .ignored: "left as it is, as you said"
      case .noted where change.kind == .outlier: "left as it is, because such days come again"
      case .noted: "left as it is until it is clearer"
      case .recurring: "left as it is, because it comes back every year"
      }
    let source = change.origin == .user && change.handling != .ignored ? ", as you said" : ""
    return "\(place): \(kind)\(size(change)), \(handling)\(source)"
  }

  /// What to write under the driver's `changes` in the model to have a change handled otherwise;
  /// `nil` where the model has said it already or there is nothing to say.
  package func overrule(_ change: Change) -> String? {
    guard change.origin == .detected, let treatment = treatment(change) else { return nil }
    let (first, last) = (label(change.firstStep).first, label(change.lastStep).last)
    let end = first == last || treatment == .levelShift ? "" : "to: \(last), "
    return "\(first): {from: \(first), \(end)treat: \(treatment.rawValue)}"
  }

  private func treatment(_ change: Change) -> ChangeOverride.Action? {
    switch (change.kind, change.handling) {
    case (.gap, _), (_, .ignored): nil
    case (.levelShift, .noted), (.levelShift, .recurring): .levelShift
    case (.outlier, .recurring), (.outlier, .noted): .outage
    case (_, _): .ignore
    }
  }

  private func size(_ change: Change) -> String {
    switch change.size {
    case .factor(let factor): " at \(percent(factor)) of the usual"
    case .amount(let amount): " by \(amount > 0 ? "+" : "-")\(plain(abs(amount)))"
    case .unknown: ""
    }
  }

  package func backtest(_ backtest: Backtest) -> String {
    let months = "\(backtest.horizon) month\(backtest.horizon == 1 ? "" : "s")"
    let times = backtest.origins == 1 ? "once" : "\(backtest.origins) times"
    let held = "held back \(times) for \(months)"
    guard backtest.seasonalNaive.mase > 0, backtest.mase.isFinite else {
      return "\(held), errors cannot be compared: the history repeats itself exactly"
    }
    let naive = compared(backtest.mase, with: backtest.seasonalNaive.mase)
    let damped = compared(backtest.mase, with: backtest.dampedTrend.mase)
    return
      "\(held), it missed by \(naive) than repeating the last year and by \(damped) than a "
      + "damped trend"
  }

  private func compared(_ own: Double, with other: Double) -> String {
    guard other > 0 else { return "no less" }
    let gain = 1 - own / other
    return switch gain {
    case 0.005...: "\(percent(gain)) less"
    case ..<(-0.005): "\(percent(-gain)) more"
    default: "no less"
    }
  }

  package func warning(_ warning: ForecastWarning) -> String {
    switch warning {
    case .horizonBeyondHistory(let horizon, let history):
      "\(horizon) months ahead from \(history) of history: the later part is little more than a "
        + "guess"
    case .fewYears(let seen):
      "only \(tenth(seen)) years of history: what repeats cannot be told from what grows"
    case .muchMissing(let share): "\(percent(share)) of the history is missing"
    case .recentShift(let months):
      "the level may have changed \(tenth(months)) months before the end"
    case .endsInOutage: "the history ends in an outage: today's level is not known"
    case .unknownHolidays(let names, let year):
      "the days of \(names.joined(separator: ", ")) are not listed for \(year)"
    case .worseThanNaive(let ratio):
      "in the past it missed by \(percent(ratio - 1)) more than repeating the last year"
    case .narrowBands(let coverage):
      "only \(percent(coverage)) of what was held back came to lie in the 80 % band: the future may "
        + "lie outside more often than the band says"
    }
  }
}
