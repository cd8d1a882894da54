/// Made-up series whose truth is known.
enum Simulated {
  /// A generator of its own, so that the tests do not lean on the code they judge [Knuth 1997].
  struct Noise {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

    /// A number in 0..<1.
    mutating func uniform() -> Double {
      for _ in 0..<2 { state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407 }
      return Double(state >> 11) / 9_007_199_254_740_992
    }

    /// A sum of twelve uniforms less six has mean 0 and variance 1 and is nearly normal.
    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + uniform() } }
  }

  /// y(t) = φ y(t − 1) + noise around 0, after a long start.
  static func autoregression(_ phi: Double, count: Int, seed: UInt64) -> [Double] {
    var noise = Noise(seed: seed)
    var value = 0.0
    if phi < 1 { for _ in 0..<100 { value = phi * value + noise.normal() } }
    return (0..<count).map { _ in
      value = phi * value + noise.normal()
      return value
    }
  }

  /// Positive monthly counts with growth, a yearly pattern and noise.
  static func monthly(count: Int, seed: UInt64, noise size: Double = 0.05) -> [Double] {
    var noise = Noise(seed: seed)
    let pattern = [0.8, 0.85, 0.95, 1, 1.05, 1.1, 0.9, 0.85, 1, 1.1, 1.3, 1.25]
    return (0..<count).map { month in
      let level = 1_000 + 15 * Double(month)
      return level * pattern[month % 12] * (1 + size * noise.normal())
    }
  }
}
