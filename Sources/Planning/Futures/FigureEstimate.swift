package import Simulation

/// A figure over many futures: its mean with the error of it, and how it is spread.
package struct FigureEstimate: Sendable {
  package private(set) var mean = MeanEstimate()
  package private(set) var spread: QuantileSketch

  /// - Parameter digits: binary digits that quantiles are good for.
  init(digits: Int) { spread = QuantileSketch(digits: digits) }

  mutating func insert(_ values: ArraySlice<Double>) {
    mean.insert(contentsOf: values)
    spread.insert(contentsOf: values)
  }
}
