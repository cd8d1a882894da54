/// What a forecast is made by.
package enum ForecastMethod: Hashable, Sendable {
  case lastValue
  case seasonalNaive
  case dampedTrend
  case exponentialSmoothing
  case theta
  /// Several, each with its part from 0 to 1.
  case combination([Part])
  /// The history's forecast handed over to a growth scenario; both count the same in month `halfway`.
  indirect case blended(ForecastMethod, halfway: Double)

  package struct Part: Hashable, Sendable {
    package var method: ForecastMethod
    package var share: Double

    package init(_ method: ForecastMethod, share: Double) {
      self.method = method
      self.share = share
    }
  }
}
