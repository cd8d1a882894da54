/// How good forecasts of the series' own past were.
package struct Backtest: Hashable, Sendable {
  /// Measures over all steps held back.
  package struct Accuracy: Hashable, Sendable {
    /// Mean absolute error over that of the seasonal naive inside the training part
    /// [Hyndman & Koehler 2006]; NaN if the training part repeats itself exactly.
    package var mase: Double
    /// Symmetric mean absolute percentage error, 0 to 200.
    package var smape: Double
    /// Fraction of values inside the 80 % band; NaN where there is none.
    package var coverage80: Double
    /// Fraction of values inside the 95 % band.
    package var coverage95: Double
  }

  package var accuracy: Accuracy
  package var seasonalNaive: Accuracy
  /// A damped trend on top of what repeats.
  package var dampedTrend: Accuracy
  /// How many times a part was held back.
  package var origins: Int
  /// Steps held back each time; fewer than asked for if the series is short.
  package var horizon: Int

  package var mase: Double { accuracy.mase }
  package var smape: Double { accuracy.smape }
  package var coverage80: Double { accuracy.coverage80 }
  package var coverage95: Double { accuracy.coverage95 }
}
