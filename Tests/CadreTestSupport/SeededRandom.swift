/// Random numbers for property tests; the same seed gives the same case for ever.
///
/// SplitMix64. [Steele, Lea & Flood 2014]
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9e37_79b9_7f4a_7c15 }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  package mutating func number(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &self)
  }

  package mutating func count(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  package mutating func chance(_ probability: Double) -> Bool { number(0...1) < probability }

  /// One of `choices`, or `fallback` where there is none.
  package mutating func choice<Element>(of choices: [Element], or fallback: Element) -> Element {
    choices.randomElement(using: &self) ?? fallback
  }
}
