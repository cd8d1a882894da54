/// What may come: a central path and possible futures around it.
package struct Forecast: Hashable, Sendable {
  /// The central path; as likely to be passed as to be missed, not pulled up by rare high futures.
  package var mean: [Double]
  package var paths: SamplePaths

  package init(mean: [Double], paths: SamplePaths) {
    self.mean = mean
    self.paths = paths
  }

  /// The value that a fraction `p` of the paths stays below at `step`, counted from 0.
  ///
  /// - Complexity: O(paths · log paths); for several, ask ``quantiles(_:step:)`` once.
  package func quantile(_ p: Double, step: Int) -> Double { quantiles([p], step: step)[0] }

  /// Several quantiles of one step.
  package func quantiles(_ fractions: [Double], step: Int) -> [Double] {
    guard paths.count > 0 else { return fractions.map { _ in mean[step] } }
    let sorted = paths.sorted(step: step)
    return fractions.map { Statistics.quantile($0, ofSorted: sorted) }
  }
}
