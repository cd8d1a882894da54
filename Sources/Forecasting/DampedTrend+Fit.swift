extension DampedTrend {
  private static let levelGains = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1]
  private static let trendGains = [0, 0.1, 0.3]
  private static let dampings = [0.85, 0.93, 0.98]
  private static let dampingRange = 0.8...0.98

  /// The parameters with the least squared one-step error: a coarse grid, then a search by
  /// coordinates with steps that halve.
  ///
  /// - Complexity: about 110 passes over `values`.
  static func fitted(to values: [Double]) -> DampedTrend {
    let start = robustStart(values)
    var best = DampedTrend(levelGain: 0.5, trendGain: 0, damping: 0.93, start: start)
    var bestError = Double.infinity
    func attempt(_ candidate: DampedTrend) {
      let error = candidate.squaredError(values)
      if error < bestError { (best, bestError) = (candidate, error) }
    }
    for levelGain in levelGains {
      for trendGain in trendGains {
        for damping in dampings {
          attempt(
            DampedTrend(
              levelGain: levelGain, trendGain: trendGain, damping: damping, start: start))
        }
      }
    }
    var step = 0.5
    for _ in 0..<4 {
      for direction in [-step, step] {
        attempt(best.moved(levelGain: direction * 0.15))
        attempt(best.moved(trendGain: direction * 0.1))
        attempt(best.moved(damping: direction * 0.05))
      }
      step /= 2
    }
    return best
  }

  private func moved(
    levelGain: Double = 0, trendGain: Double = 0, damping: Double = 0
  ) -> DampedTrend {
    var copy = self
    copy.levelGain = min(max(self.levelGain + levelGain, 0.01), 1)
    copy.trendGain = min(max(self.trendGain + trendGain, 0), 1)
    let range = DampedTrend.dampingRange
    copy.damping = min(max(self.damping + damping, range.lowerBound), range.upperBound)
    return copy
  }

  /// A line through the first values by the median of all slopes [Sen 1968], one step back.
  private static func robustStart(_ values: [Double]) -> State {
    let head = Array(values.prefix(10))
    var slopes: [Double] = []
    for later in head.indices.dropFirst() {
      for earlier in 0..<later {
        slopes.append((head[later] - head[earlier]) / Double(later - earlier))
      }
    }
    let slope = slopes.isEmpty ? 0 : Statistics.median(slopes)
    let level = Statistics.median(head.indices.map { head[$0] - slope * Double($0 + 1) })
    return State(level: level, trend: slope)
  }
}
