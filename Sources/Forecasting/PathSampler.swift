/// Draws futures by pushing blocks of past one-step errors through the recursions.
struct PathSampler {
  private let model: BaselineModel
  private let horizon: Int
  /// One-step errors of the damped trend and of the seasonal naive at the same steps.
  private let surprises: [(trend: Double, naive: Double)]
  private let blockLength: Int

  init(_ model: BaselineModel, horizon: Int) {
    self.model = model
    self.horizon = horizon
    let series = model.series
    var found: [(trend: Double, naive: Double)] = []
    for index in (model.firstOrigin + 1)..<max(series.values.count, model.firstOrigin + 1)
    where series.isObserved[index] {
      let value = series.values[index]
      found.append(
        (
          value - model.trendPoint(after: index - 1, step: 1),
          value - model.naivePoint(after: index - 1, step: 1)
        ))
    }
    let trendMean = Statistics.mean(found.map(\.trend))
    let naiveMean = Statistics.mean(found.map(\.naive))
    // Errors on values that the fit has seen are too small by about this much.
    let count = Double(series.values.count)
    let freedom = max(count - Double(model.parameterCount), count / 4)
    let stretch = (count / freedom).squareRoot()
    surprises = found.map { (($0.trend - trendMean) * stretch, $0.naive - naiveMean) }
    // Blocks keep short-run dependence; cube-root length as in [Politis & White 2004].
    var length = 1
    while length * length * length < surprises.count { length += 1 }
    blockLength = length
  }

  /// Deviations from the central path on the work scale.
  func deviations(count: Int, random: inout RandomStream) -> SamplePaths {
    var paths = SamplePaths(count: count, horizon: horizon)
    guard !surprises.isEmpty else { return paths }
    let period = model.repeatedPeriod
    var naive = [Double](repeating: 0, count: horizon)
    for path in 0..<count {
      var state = DampedTrend.State(level: 0, trend: 0)
      var place = 0
      for step in 0..<horizon {
        if step % blockLength == 0 { place = random.next(below: surprises.count) }
        let surprise = surprises[place]
        place = place + 1 < surprises.count ? place + 1 : 0
        let damped = model.trend.expected(state) + surprise.trend
        state = model.trend.advanced(state, by: damped)
        naive[step] = surprise.naive + (step >= period ? naive[step - period] : 0)
        paths[path, step] = model.trendShare * damped + (1 - model.trendShare) * naive[step]
      }
    }
    return paths
  }
}
