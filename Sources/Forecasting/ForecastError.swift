/// Why a series cannot be forecast.
package enum ForecastError: Error, Hashable, Sendable {
  /// There is no value at all.
  case noValues
  /// The value at this index is infinite.
  case infinite(index: Int)
  /// Too few values to hold some back.
  case tooShort(values: Int)
}
