import Foundation

/// The standard normal distribution.
enum Normal {
  /// The inverse of the distribution function.
  ///
  /// A rational start [Abramowitz & Stegun 1964, 26.2.23], made exact by Newton's steps on the
  /// error function.
  static func quantile(_ fraction: Double) -> Double {
    if fraction > 0.5 { return -quantile(1 - fraction) }
    guard fraction > 0 else { return -.infinity }
    let t = (-2 * log(fraction)).squareRoot()
    let above = 2.515517 + t * (0.802853 + t * 0.010328)
    let below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var value = above / below - t
    for _ in 0..<3 {
      let density = exp(-value * value / 2) / (2 * Double.pi).squareRoot()
      value -= (erfc(-value / 2.0.squareRoot()) / 2 - fraction) / density
    }
    return value
  }
}
