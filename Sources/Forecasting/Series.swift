/// Values at even steps, oldest first.
package struct Series: Hashable, Sendable {
  /// NaN where a value is missing.
  package var values: [Double]
  /// Steps per season: 12 for months, 7 for days, 24 for hours, 1 where nothing repeats.
  package var period: Int

  /// - Precondition: `period` is at least 1.
  package init(values: [Double], period: Int) {
    precondition(period >= 1, "a period has at least one step")
    self.values = values
    self.period = period
  }
}
