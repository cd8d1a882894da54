import Planning
import Simulation

/// A number of an answer, with how well it is known and how it is spread where futures tell.
package struct Figure: Hashable, Sendable {
  package var mean: Double
  package var standardError: Double?
  /// What one future in ten stays below.
  package var low: Double?
  package var middle: Double?
  /// What nine futures in ten stay below.
  package var high: Double?

  init(_ mean: Double) { self.mean = mean }

  init(_ estimate: FigureEstimate) {
    mean = estimate.mean.mean
    standardError = estimate.mean.standardError
    low = estimate.spread.quantile(0.1)
    middle = estimate.spread.quantile(0.5)
    high = estimate.spread.quantile(0.9)
  }

  /// The middle, where it is known.
  var typical: Double { middle ?? mean }
}
