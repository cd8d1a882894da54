/// Pulls in values that stand far out from their neighbours, for fitting only.
enum Outliers {
  /// Five robust standard deviations: one in two million of normal noise, so only true spikes.
  private static let limit = 5.0
  /// The median absolute deviation of normal noise is this part of its standard deviation.
  private static let normalDeviation = 0.6745
  /// Three neighbours on either side; a step of four values or more is a change, not an outlier.
  private static let reach = 3

  static func winsorised(_ values: [Double]) -> [Double] {
    guard values.count > 2 * reach else { return values }
    let centres = values.indices.map { index in
      let window = max(0, index - reach)...min(values.count - 1, index + reach)
      return Statistics.median(values[window])
    }
    let distances = zip(values, centres).map { abs($0 - $1) }
    let width = limit * Statistics.median(distances) / normalDeviation
    guard width > 0 else { return values }
    return zip(values, centres).map { value, centre in
      min(max(value, centre - width), centre + width)
    }
  }
}
