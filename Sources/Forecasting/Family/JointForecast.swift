/// The central path of one series and the usual size of its errors, on the work scale.
struct JointForecast {
  private(set) var centre: [Double] = []
  private var sizes: [Double] = []
  private let errors: ErrorLaw

  init(_ series: PreparedSeries, study: SeriesStudy, law: FamilyLaw, horizon: Int) {
    errors = law.errors
    let components = Components(series, horizon: horizon)
    let weights = law.weights.weights(for: study.trials)
    for step in 0..<horizon {
      let (middle, deviations) = Combination.deviations(components.paths.map { $0[step] })
      centre.append(middle + Combination.mean(deviations, weights: weights))
      sizes.append(
        law.errors.size(
          ErrorLaw.Outlook(
            unrest: components.unrest,
            disagreement: Combination.disagreement(deviations, weights: weights),
            step: step + 1, isLogarithmic: series.scale == .logarithmic)))
    }
  }

  /// The value that a fraction `p` of the futures stays below, on the work scale.
  func quantile(_ p: Double, step: Int) -> Double {
    centre[step] + sizes[step] * errors.shape.quantile(p)
  }

  /// Futures whose quantiles at each step are those of the past errors.
  ///
  /// Each step's values are spread evenly over the distribution and dealt to the paths in the order
  /// of normal scores, which hang together from step to step [Clark et al. 2004, Schaake shuffle].
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - series: as it was studied.
  ///   - loading: how much of the luck is shared with the other series of the call.
  ///   - common: the luck that is shared, the same for all series.
  ///   - own: the luck of this series.
  /// - Returns: as many paths in the units of the series.
  func paths(
    count: Int, series: PreparedSeries, loading: Double, common: RandomStream, own: RandomStream
  ) -> SamplePaths {
    var (common, own) = (common, own)
    let horizon = centre.count
    var paths = SamplePaths(count: count, horizon: horizon)
    var scores = [Double](repeating: 0, count: horizon)
    for path in 0..<count {
      errors.persistence.scores(&scores, loading: loading, common: &common, own: &own)
      for step in 0..<horizon { paths[path, step] = scores[step] }
    }
    let strata = (0..<count).map { errors.shape.quantile((Double($0) + 0.5) / Double(count)) }
    for step in 0..<horizon {
      let order = (0..<count).map { (score: paths[$0, step], path: $0) }
        .sorted { $0.score < $1.score }
      for (rank, place) in order.enumerated() {
        paths[place.path, step] = series.original(centre[step] + sizes[step] * strata[rank])
      }
    }
    return paths
  }
}
