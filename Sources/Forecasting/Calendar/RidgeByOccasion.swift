import Foundation

/// A robust ridge regression of quotients on the occasions of their day.
struct RidgeByOccasion {
  /// What the regression says of one occasion, as a logarithm.
  struct Coefficient {
    var value: Double
    var standardError: Double
    var days: Int
  }

  /// Standard deviation of an ordinary day.
  let noise: Double
  /// A day's logarithm of observed over expected, and the occasions it belongs to.
  var rows: [(rest: Double, members: [Int])] = []

  /// Beyond so many deviations a day counts nothing; 95 % efficient on normal noise.
  private static let bisquareReach = 4.685
  /// Effects of holidays vary by at least this, whatever the few at hand say.
  private static let leastSpread = 0.05

  init(noise: Double) { self.noise = noise }

  /// Solves by cycling through the occasions until the values settle.
  func solved(count: Int, passes: Int) -> [Coefficient] {
    var byOccasion = [[Int]](repeating: [], count: count)
    for (index, row) in rows.enumerated() {
      for member in row.members { byOccasion[member].append(index) }
    }
    var values = [Double](repeating: 0, count: count)
    let spread = self.spread(byOccasion)
    let ridge = noise * noise / (spread * spread)
    var result = values.map { _ in Coefficient(value: 0, standardError: spread, days: 0) }
    for _ in 0..<passes {
      for occasion in 0..<count where !byOccasion[occasion].isEmpty {
        let rests = byOccasion[occasion].map { index in
          rows[index].members.reduce(rows[index].rest) { $0 - ($1 == occasion ? 0 : values[$1]) }
        }
        let weights = weights(rests)
        let weight = weights.reduce(0, +)
        values[occasion] = zip(rests, weights).reduce(0) { $0 + $1.0 * $1.1 } / (weight + ridge)
        result[occasion] = Coefficient(
          value: values[occasion], standardError: noise / (weight + ridge).squareRoot(),
          days: rests.count)
      }
    }
    return result
  }

  /// Bisquare weights about the median, which few days cannot move.
  private func weights(_ rests: [Double]) -> [Double] {
    guard rests.count > 2 else { return rests.map { _ in 1 } }
    let centre = Statistics.median(rests)
    // Days of one occasion differ more than ordinary days do; their own spread counts if larger.
    let own = Robust.deviation(ofDistances: rests.map { abs($0 - centre) })
    let width = RidgeByOccasion.bisquareReach * max(noise, own)
    return rests.map { rest in
      let distance = (rest - centre) / width
      return abs(distance) < 1 ? pow(1 - distance * distance, 2) : 0
    }
  }

  /// The standard deviation of the true effects: what their medians vary beyond noise.
  private func spread(_ byOccasion: [[Int]]) -> Double {
    let squares = byOccasion.filter { !$0.isEmpty }.map { indices in
      let centre = Statistics.median(indices.map { rows[$0].rest })
      return centre * centre - noise * noise / Double(indices.count)
    }
    guard !squares.isEmpty else { return RidgeByOccasion.leastSpread }
    return max(max(Statistics.mean(squares), 0).squareRoot(), RidgeByOccasion.leastSpread)
  }
}
