/// Quantiles of any number of replications in a few kilobytes.
///
/// Counts by leading binary digits, the idea of Masson, Rim & Lee (2019, DDSketch) without its
/// logarithm. A quantile errs by at most 1/256 of itself (with the usual seven digits; half as much for
/// each digit more), however many numbers there are and however they lie; the smallest and largest
/// number are exact, and so are quantiles of numbers that are all the same, and of whole numbers up to
/// 2 to the digits and one more. Counts are whole, so that blocks can be put together in any order.
package struct QuantileSketch: Hashable, Sendable {
  /// Hard bound of the error of a quantile, as a share of it, from 2⁻³⁴ to 2⁶⁴ on both sides of 0.
  ///
  /// Numbers closer to 0 count as 0, numbers further out as the last, or as the smallest or largest.
  package static let relativeError = 0x1p-8
  /// Binary digits that tell buckets apart where nothing else is said.
  package static let usualDigits = 7

  private var positive: LogBuckets
  private var negative: LogBuckets
  private var zeros = 0
  /// Numbers that are none, such as shares of nothing; they are in no quantile.
  package private(set) var undefined = 0
  private var smallest = Double.infinity
  private var largest = -Double.infinity
  /// Whether all numbers so far are whole, so that quantiles are.
  private var areWhole = true

  package init(digits: Int = usualDigits) {
    positive = LogBuckets(digits: digits)
    negative = LogBuckets(digits: digits)
  }

  /// Numbers seen, without ``undefined`` ones.
  package var count: Int { positive.total + negative.total + zeros }

  /// Numbers below zero, but for those that count as zero.
  var countBelowZero: Int { negative.total }

  /// Takes in one number; about 2 ns.
  package mutating func insert(_ number: Double) {
    if number >= LogBuckets.smallest {
      positive.insert(number)
    } else if number <= -LogBuckets.smallest {
      negative.insert(-number)
    } else if number.isNaN {
      undefined &+= 1
      return
    } else {
      zeros &+= 1
    }
    areWhole = areWhole && Self.isWhole(number)
    smallest = min(smallest, number)
    largest = max(largest, number)
  }

  /// Takes in many numbers, which need not come in any order; about 1 ns each.
  package mutating func insert(contentsOf numbers: ArraySlice<Double>) {
    var (lowest, highest, isDefined) = (self.smallest, self.largest, true)
    for number in numbers {
      lowest = min(lowest, number)
      highest = max(highest, number)
      isDefined = isDefined && !number.isNaN
    }
    guard isDefined, lowest > -LogBuckets.smallest else {
      for number in numbers { insert(number) }
      return
    }
    (smallest, largest) = (lowest, highest)
    areWhole = areWhole && numbers.allSatisfy(Self.isWhole)
    let before = positive.total
    if highest >= LogBuckets.smallest { positive.insert(largeOf: numbers) }
    zeros &+= numbers.count &- (positive.total &- before)
  }

  /// Whether a number that is one is whole; from 2⁵² on all are.
  private static func isWhole(_ number: Double) -> Bool {
    let size = abs(number)
    return size >= 0x1p52 || Double(Int64(size)) == size
  }

  package mutating func merge(_ other: QuantileSketch) {
    positive.merge(other.positive)
    negative.merge(other.negative)
    zeros += other.zeros
    undefined += other.undefined
    areWhole = areWhole && other.areWhole
    smallest = min(smallest, other.smallest)
    largest = max(largest, other.largest)
  }

  /// The number below or at which lies `share` of all numbers, the one of rank ⌈`share` · count⌉.
  ///
  /// - Parameter share: 0 to 1; 0 is the smallest number.
  /// - Returns: `nil` where there are no numbers.
  /// - Complexity: O(buckets), 128 for each doubling between the smallest and the largest number.
  package func quantile(_ share: Double) -> Double? { value(atRank: Rank.of(share, among: count)) }

  /// The range that holds the true quantile with `confidence`.
  ///
  /// Ranks are binomial, taken here as normal, and widened to whole ones. [David & Nagaraja 2003, 7.1]
  /// - Returns: `nil` where there are no numbers.
  package func interval(_ share: Double, confidence: Double) -> ClosedRange<Double>? {
    let size = Double(count)
    let z = abs(StandardNormal.quantile((1 + confidence) / 2))
    let spread = z * (size * share * (1 - share)).squareRoot()
    guard spread.isFinite,
      let lower = value(atRank: Rank.of(share - spread / size, among: count)),
      let upper = value(atRank: Rank.of(share + (spread + 1) / size, among: count))
    else { return nil }
    return lower...max(lower, upper)
  }

  /// The number of that rank, 0 being the smallest; `nil` beyond the last.
  func value(atRank rank: Int) -> Double? {
    guard rank >= 0, rank < count else { return nil }
    // The ends are known exactly.
    if rank == 0 { return smallest }
    if rank == count - 1 { return largest }
    let found: Double?
    if rank < negative.total {
      found = negative.value(atRank: negative.total - 1 - rank).map { -$0 }
    } else if rank < negative.total + zeros {
      found = 0
    } else {
      found = positive.value(atRank: rank - negative.total - zeros)
    }
    return found.map { min(max(areWhole ? $0.rounded(.towardZero) : $0, smallest), largest) }
  }
}
