import Organization

/// Evenly spread numbers between 0 and 1 that need no random generator.
///
/// The radical inverse of the index; different bases are unrelated to each other.
/// [van der Corput 1935]
enum SpreadSequence {
  static func value(_ index: Int, base: Int) -> Double {
    var rest = index + 1
    var digit = 1.0 / Double(base)
    var sum = 0.0
    while rest > 0 {
      sum += digit * Double(rest % base)
      rest /= base
      digit /= Double(base)
    }
    return sum
  }
}

extension ThreePoint {
  /// The value below which a triangular distribution over the three points lies with `probability`.
  ///
  /// The triangular shape is wider than PERT's between the ends; it needs no special functions.
  func quantile(_ probability: Double) -> Double {
    guard high > low else { return likely }
    let mode = (likely - low) / (high - low)
    if probability < mode {
      return low + (probability * (high - low) * (likely - low)).squareRoot()
    }
    return high - ((1 - probability) * (high - low) * (high - likely)).squareRoot()
  }
}
