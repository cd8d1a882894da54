/// Numbers between 0 and 1 that are spread evenly and come in random order.
///
/// Latin hypercube sampling [McKay, Beckman & Conover 1979]: of `count` numbers one lies in each
/// of as many even parts, so that few draws show all of a distribution.
package enum EvenLuck {
  /// - Parameters:
  ///   - count: how many.
  ///   - seed: of the run.
  ///   - index: which series they are for.
  ///   - purpose: what they are for, such as the month and what happens in it.
  /// - Returns: numbers above 0 and below 1.
  package static func draw(_ count: Int, seed: UInt64, index: Int, purpose: String) -> [Double] {
    var random = RandomStream(seed: seed, index: index, purpose: purpose)
    // All are moved by one draw, so that what is rarer than one in `count` happens at times.
    let shift = (Double(random.next(below: 1 << 20)) + 0.5) / Double(1 << 20)
    var places = Array(0..<count)
    for last in places.indices.dropFirst().reversed() {
      places.swapAt(last, random.next(below: last + 1))
    }
    return places.map { (Double($0) + shift) / Double(count) }
  }
}
