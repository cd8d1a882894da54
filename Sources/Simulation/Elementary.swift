import Foundation

// The few functions of the C library that the engine uses, under names that read well in formulas.

package func exponential(_ x: Double) -> Double { exp(x) }
package func logarithm(_ x: Double) -> Double { log(x) }
package func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// `value` held between `lower` and `upper`.
@inlinable package func clamp(_ value: Double, _ lower: Double, _ upper: Double) -> Double {
  min(max(value, lower), upper)
}

/// The monthly probability that compounds to `annual` over twelve months.
package func monthlyProbability(annual: Double) -> Double {
  annual >= 1 ? 1 : 1 - power(1 - max(0, annual), 1.0 / 12)
}
