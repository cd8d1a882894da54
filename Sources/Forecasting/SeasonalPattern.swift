/// What repeats: an amount to add for each phase of a cycle.
struct SeasonalPattern {
  /// Adds up to zero.
  var factors: [Double]
  /// Steps per cycle; need not be whole.
  var cycle: Double

  /// The amount at step `index`, counted from the start of the series.
  func value(at index: Int) -> Double {
    let whole = Int(cycle)
    if cycle == Double(whole) { return factors[index % whole] }
    let phase = Double(index).truncatingRemainder(dividingBy: cycle)
    return factors[min(Int(phase), factors.count - 1)]
  }
}
