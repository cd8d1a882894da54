import Foundation

/// A random stream that depends only on its name, never on which thread asked first.
///
/// SplitMix64 [Steele, Lea & Flood 2014].
struct RandomStream {
  private var state: UInt64

  /// - Parameters:
  ///   - seed: of the run.
  ///   - index: the series the numbers are for.
  ///   - purpose: what they are for.
  init(seed: UInt64, index: Int, purpose: String) {
    state = seed
    for byte in "\(index)/\(purpose)".utf8 {
      state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
      state ^= state >> 29
    }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number in `0..<bound`; the bias of the high multiplication is below bound · 2⁻⁶⁴.
  mutating func next(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Two independent numbers from the standard normal distribution [Marsaglia & Bray 1964].
  mutating func nextNormals() -> (Double, Double) {
    while true {
      let (x, y) = (2 * nextUniform() - 1, 2 * nextUniform() - 1)
      let square = x * x + y * y
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      return (x * factor, y * factor)
    }
  }

  /// A number in 0..<1 with 53 random bits.
  private mutating func nextUniform() -> Double { Double(next() >> 11) * 0x1p-53 }
}
