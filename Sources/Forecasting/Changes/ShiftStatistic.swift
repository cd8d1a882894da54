/// How much the level jumps at a step, judged by lines of one slope on either side.
struct ShiftStatistic {
  /// The size of the jump for each step; NaN near the ends.
  let jumps: [Double]
  /// The jumps over what unit noise would make of them.
  let scores: [Double]

  /// - Parameters:
  ///   - values: without season and gaps.
  ///   - window: steps on either side.
  ///   - least: steps that there must be on either side; at least 3.
  init(_ values: [Double], window: Int, least: Int) {
    var (sums, moments) = ([0.0], [0.0])
    for (index, value) in values.enumerated() {
      sums.append(sums[index] + value)
      moments.append(moments[index] + Double(index) * value)
    }
    /// Mean place, mean value and centred products of the steps in `range`.
    func side(_ range: Range<Int>) -> (place: Double, mean: Double, cross: Double, square: Double) {
      let count = Double(range.count)
      let place = Double(range.lowerBound + range.upperBound - 1) / 2
      let sum = sums[range.upperBound] - sums[range.lowerBound]
      let moment = moments[range.upperBound] - moments[range.lowerBound]
      return (place, sum / count, moment - place * sum, count * (count * count - 1) / 12)
    }
    var jumps = [Double](repeating: .nan, count: values.count)
    var scores = jumps
    for step in least..<max(least, values.count - least + 1) where step < values.count {
      let (low, high) = (max(0, step - window), min(values.count, step + window))
      let (before, after) = (side(low..<step), side(step..<high))
      let slope = (before.cross + after.cross) / (before.square + after.square)
      let apart = after.place - before.place
      let jump = after.mean - before.mean - slope * apart
      let variance =
        1 / Double(step - low) + 1 / Double(high - step)
        + apart * apart / (before.square + after.square)
      jumps[step] = jump
      scores[step] = jump / variance.squareRoot()
    }
    self.jumps = jumps
    self.scores = scores
  }
}
