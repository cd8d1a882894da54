/// Counts of positive numbers by their leading binary digits.
///
/// A bucket is a value of exponent and first digits of the mantissa, found without a logarithm; with
/// seven digits it is between 1/256 and 1/128 of its numbers wide.
struct LogBuckets: Hashable, Sendable {
  /// Smaller numbers are not for here.
  static let smallest = 0x1p-34
  /// Larger numbers are all counted as this one.
  static let largest = 0x1p64

  /// Digits of a Double that a bucket leaves open.
  private let shift: UInt64
  /// Buckets come by the quarter of a doubling, so that what is there does not depend on the order.
  private static let chunk = 32

  private var first = 0
  private var counts: [Int] = []
  private(set) var total = 0

  /// - Parameter digits: of the mantissa, 1 to 20.
  init(digits: Int) { shift = UInt64(52 - min(max(digits, 1), 20)) }

  /// Counts a number.
  ///
  /// - Precondition: `number ≥ smallest`.
  @inline(__always)
  mutating func insert(_ number: Double) {
    let bucket = Int(truncatingIfNeeded: min(number, Self.largest).bitPattern >> shift)
    total &+= 1
    let place = bucket &- first
    if UInt(bitPattern: place) < UInt(bitPattern: counts.count) {
      counts[place] &+= 1
    } else {
      cover(bucket..<bucket + 1)
      counts[bucket - first] += 1
    }
  }

  /// Counts those of many numbers that are not below ``smallest``.
  mutating func insert(largeOf numbers: ArraySlice<Double>) {
    var next = numbers.startIndex
    while true {
      next = insertCovered(numbers[next...])
      guard next < numbers.endIndex else { return }
      insert(numbers[next])
      next += 1
    }
  }

  /// Counts numbers until one has no bucket yet.
  ///
  /// - Returns: the place of that number, the end where there is none.
  private mutating func insertCovered(_ numbers: ArraySlice<Double>) -> Int {
    let (first, shift) = (self.first, self.shift)
    var counted = 0
    defer { total &+= counted }
    return counts.withUnsafeMutableBufferPointer { counts in
      for next in numbers.indices {
        let number = numbers[next]
        guard number >= Self.smallest else { continue }
        let bucket = Int(truncatingIfNeeded: min(number, Self.largest).bitPattern >> shift)
        let place = bucket &- first
        guard UInt(bitPattern: place) < UInt(bitPattern: counts.count) else { return next }
        counts[place] &+= 1
        counted &+= 1
      }
      return numbers.endIndex
    }
  }

  mutating func merge(_ other: LogBuckets) {
    guard !other.counts.isEmpty else { return }
    cover(other.first..<other.first + other.counts.count)
    let offset = other.first - first
    for (place, count) in other.counts.enumerated() { counts[offset + place] += count }
    total += other.total
  }

  /// The middle of the bucket that holds the number of that rank, 0 being the smallest.
  ///
  /// - Complexity: O(buckets), with seven digits 128 for each doubling between the smallest and the largest.
  func value(atRank rank: Int) -> Double? {
    var passed = 0
    for (place, count) in counts.enumerated() where count > 0 {
      passed += count
      guard rank < passed else { continue }
      let bucket = UInt64(first + place)
      let lower = Double(bitPattern: bucket << shift)
      let upper = Double(bitPattern: (bucket + 1) << shift)
      return (lower + upper) / 2
    }
    return nil
  }

  @inline(never)
  private mutating func cover(_ buckets: Range<Int>) {
    var lower = buckets.lowerBound / Self.chunk * Self.chunk
    var upper = ((buckets.upperBound - 1) / Self.chunk + 1) * Self.chunk
    if !counts.isEmpty {
      lower = min(lower, first)
      upper = max(upper, first + counts.count)
    }
    guard lower..<upper != first..<first + counts.count else { return }
    var wider = Array(repeating: 0, count: upper - lower)
    for (place, count) in counts.enumerated() { wider[first - lower + place] = count }
    (first, counts) = (lower, wider)
  }
}
