/// Counts so small that adding up their probabilities from none on is the fastest way.
enum SmallCounts {
  /// Above this mean the distribution function itself is faster than the sum.
  static let largestMean = 64.0

  /// Above this probability what a sum leaves of 1 has too few digits to tell counts apart.
  static let largestProbability = 1 - 1e-10

  /// Terms that are added before the search is left to others; only very bursty counts get there.
  static let terms = 1024

  /// The smallest count whose summed probability reaches `probability`.
  ///
  /// - Parameters:
  ///   - probability: between 0 and 1.
  ///   - none: probability of 0.
  ///   - ratio: of the probability of a count, 1 or more, to that of one less.
  /// - Returns: `nil` where the sum has not reached it after ``terms`` or is above
  ///   ``largestProbability``.
  @inline(__always)
  static func search(
    _ probability: Double, none: Double, ratio: (Double) -> Double
  ) -> Int? {
    guard probability < largestProbability else { return nil }
    var (count, term, sum) = (0.0, none, none)
    // Four counts at a time, of which those that fall short are counted: where a search ends is
    // chance, and a wrong guess of the processor costs more than three terms too many.
    while count + 4 < Double(terms) {
      let first = term * ratio(count + 1)
      let second = first * ratio(count + 2)
      let third = second * ratio(count + 3)
      let (one, two) = (sum + first, sum + first + second)
      let three = two + third
      if three >= probability {
        let short =
          (sum < probability ? 1.0 : 0) + (one < probability ? 1 : 0) + (two < probability ? 1 : 0)
        return Int(count + short)
      }
      count += 4
      term = third * ratio(count)
      sum = three + term
    }
    while sum < probability {
      count += 1
      term *= ratio(count)
      sum += term
      if count >= Double(terms) { return nil }
    }
    return Int(count)
  }
}
