/// The first L-moments of a sample, unbiased [Hosking 1990].
struct LMoments {
  let mean: Double
  /// Half the mean difference of two values.
  let second: Double
  /// Third over second, between −1 and 1.
  let skewness: Double

  init(_ values: [Double]) {
    let sorted = values.sorted()
    let count = Double(sorted.count)
    var (b0, b1, b2) = (0.0, 0.0, 0.0)
    for (index, value) in sorted.enumerated() {
      let place = Double(index)
      b0 += value
      b1 += value * place / max(count - 1, 1)
      b2 += value * place * (place - 1) / max((count - 1) * (count - 2), 1)
    }
    (b0, b1, b2) = (b0 / count, b1 / count, b2 / count)
    mean = b0
    second = 2 * b1 - b0
    skewness = second > 0 && sorted.count > 2 ? (6 * b2 - 6 * b1 + b0) / second : 0
  }

  init(mean: Double, second: Double, skewness: Double) {
    (self.mean, self.second, self.skewness) = (mean, second, skewness)
  }
}
