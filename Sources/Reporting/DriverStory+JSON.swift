import Forecasting
import Organization
import Simulation

extension DriverStory {
  /// Why the driver is forecast as it is.
  var json: JSONValue {
    [
      "today": ["mean_per_day": .number(today.mean), "busiest_day": .number(today.peak)],
      "growth_now": .optional(explanation.growthNow),
      "growth_implied": .optional(explanation.growthImplied),
      "seasonal_strength": .optional(explanation.seasonalStrength),
      "models": .array(
        explanation.mix.parts.map {
          ["kind": .string($0.kind.rawValue), "share": .number($0.share)]
        }),
      "changes": .array(explanation.changes.map(json)),
      "holidays": .array(
        holidays.map { effect in
          [
            "name": .string(effect.name), "factor": .number(effect.factor),
            "standard_error": .number(effect.standardError), "days": .integer(effect.days),
          ]
        }),
      "backtest": explanation.backtest.map(json) ?? .null,
      "warnings": .array(explanation.warnings.map { .string(words.warning($0)) }),
    ]
  }

  private func json(_ change: Change) -> JSONValue {
    let days = days(of: change)
    return [
      "kind": .string(change.kind.rawValue), "from": .string(CalendarDate.text(days.lowerBound)),
      "to": .string(CalendarDate.text(days.upperBound)), "factor": .optional(change.factor),
      "handling": .string(change.handling.rawValue), "origin": .string(change.origin.rawValue),
      "confidence": .number(change.confidence),
      "overrule": words.overrule(change).map(JSONValue.string) ?? .null,
    ]
  }

  private func json(_ backtest: Backtest) -> JSONValue {
    [
      "origins": .integer(backtest.origins), "months": .integer(backtest.horizon),
      "mase": .number(backtest.mase), "naive_mase": .number(backtest.seasonalNaive.mase),
      "damped_trend_mase": .number(backtest.dampedTrend.mase),
      "coverage80": .number(backtest.coverage80), "coverage95": .number(backtest.coverage95),
    ]
  }
}

extension Change {
  /// Observed over expected, where that is known.
  fileprivate var factor: Double? {
    if case .factor(let factor) = size { factor } else { nil }
  }
}
