/// Finds stretches in which less was counted than there was, such as a failing log.
enum CountingGaps {
  /// A recovery stands out from the usual changes by so many robust standard deviations.
  private static let jump = 6.0
  /// What was lost before it stands out by so many.
  private static let loss = 4.0
  private static let normalDeviation = 0.6745
  /// A pattern has many jumps; a gap is an exception.
  private static let mostJumps = 3
  /// A jump of this part of the largest is one, too.
  private static let comparable = 0.6
  /// Less is an outlier, which all models bear.
  private static let shortest = 2
  /// At most this part of a series can be a gap.
  private static let mostOfSeries = 3

  /// Finds declines that end in one jump to where the values had been or above.
  ///
  /// - Parameters:
  ///   - values: without missing ones, on the work scale.
  ///   - longest: steps.
  /// - Returns: the steps of each gap.
  static func gaps(_ values: [Double], longest: Int) -> [Range<Int>] {
    let changes = zip(values.dropFirst(), values).map { $0 - $1 }
    guard changes.count >= 12 else { return [] }
    let middle = Statistics.median(changes)
    let deviation =
      Statistics.median(changes.map { abs($0 - middle) }) / normalDeviation
    guard deviation > 0 else { return [] }
    var gaps: [Range<Int>] = []
    for end in 2..<values.count where changes[end - 1] > jump * deviation {
      let size = changes[end - 1]
      guard changes.count(where: { abs($0) > comparable * size }) <= mostJumps else { continue }
      let window = max(gaps.last?.upperBound ?? 0, end - 1 - longest)..<(end - 1)
      guard let before = window.max(by: { values[$0] < values[$1] }) else { continue }
      let isLost = values[before] - values[end - 1] > loss * deviation
      let isRegained = values[end] >= values[before] - deviation
      // Falling back from a peak is no loss.
      let earlier = values[max(0, before - 3)..<max(before, 1)].max() ?? values[before]
      guard values[before] - earlier < loss * deviation else { continue }
      guard isLost, isRegained, end - before > shortest,
        (end - before) * mostOfSeries <= values.count
      else { continue }
      gaps.append(before + 1..<end)
    }
    return gaps
  }
}
