package import Simulation

/// A figure over many futures: its mean with the error of it, and how it is spread.
package struct FigureEstimate: Sendable {
  package private(set) var mean = MeanEstimate()
  package private(set) var spread = QuantileSketch()

  mutating func insert(_ value: Double) {
    mean.insert(value)
    spread.insert(value)
  }
}
