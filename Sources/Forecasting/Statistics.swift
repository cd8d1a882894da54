/// Order statistics and means that the models share.
enum Statistics {
  static func mean(_ values: some Collection<Double>) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  static func median(_ values: some Collection<Double>) -> Double {
    quantile(0.5, ofSorted: values.sorted())
  }

  /// The quantile with linear interpolation between order statistics (type 7) [Hyndman & Fan 1996].
  static func quantile(_ p: Double, ofSorted values: [Double]) -> Double {
    guard let last = values.last else { return .nan }
    let place = min(max(p, 0), 1) * Double(values.count - 1)
    let below = Int(place)
    guard below + 1 < values.count else { return last }
    let fraction = place - Double(below)
    return values[below] + fraction * (values[below + 1] - values[below])
  }
}
