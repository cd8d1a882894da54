/// The ranks of a sample, made once and compared with those of many others.
package struct Ranks: Hashable, Sendable {
  /// From 1; those of equal values are their mean, so that they are whole or half.
  package let ranks: [Double]

  /// - Complexity: O(n log n). What is no number ranks above all numbers.
  package init(_ values: [Double]) {
    let order = values.indices.sorted { first, second in
      let (a, b) = (values[first], values[second])
      return a < b || (b.isNaN && !a.isNaN)
    }
    var ranks = Array(repeating: 0.0, count: values.count)
    var start = 0
    while start < order.count {
      let value = values[order[start]]
      var end = start + 1
      while end < order.count, values[order[end]] == value || value.isNaN { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
      start = end
    }
    self.ranks = ranks
  }

  package init(_ sample: LeadingSample) { self.init(sample.values) }

  /// How far two samples of the same replications rise and fall together.
  ///
  /// Pearson's correlation of the ranks [Spearman 1904]; the sums are of whole numbers and exact up to
  /// 100,000 replications.
  /// - Returns: `nil` where either does not vary, or the sizes differ.
  package func correlation(with other: Ranks) -> RankCorrelation? {
    let size = ranks.count
    guard size == other.ranks.count, size > 1 else { return nil }
    let middle = Double(size + 1) / 2
    var (ours, theirs, both) = (0.0, 0.0, 0.0)
    for place in 0..<size {
      let (first, second) = (ranks[place] - middle, other.ranks[place] - middle)
      ours += first * first
      theirs += second * second
      both += first * second
    }
    guard ours > 0, theirs > 0 else { return nil }
    let value = both / (ours * theirs).squareRoot()
    return RankCorrelation(value: clamp(value, -1, 1), count: size)
  }
}
