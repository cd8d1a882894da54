import Foundation

/// What holidays, campaigns and other known days do to daily traffic.
package struct OccasionEffects: Hashable, Sendable {
  /// The effect of one occasion.
  package struct Effect: Hashable, Sendable {
    package var name: String
    /// What traffic is multiplied with on such a day, already pulled towards 1; see `days`.
    package var factor: Double
    /// Standard error of the factor's logarithm; 0 if the factor was given.
    package var standardError: Double
    /// Past days the factor was learnt from; 0 if it was given or never seen.
    package var days: Int

    /// True if the effect is more than twice its standard error.
    package var isClear: Bool { abs(log(factor)) > 2 * standardError }
  }

  package private(set) var effects: [Effect]
  private let occasions: [Occasion]
  /// Logarithms of the factors by day.
  private let logarithms: [Int: Double]

  /// - Precondition: one effect for each occasion, in the same order.
  init(effects: [Effect], occasions: [Occasion]) {
    precondition(effects.count == occasions.count, "one effect for each occasion")
    self.effects = effects
    self.occasions = occasions
    var logarithms: [Int: Double] = [:]
    for (effect, occasion) in zip(effects, occasions) {
      for day in occasion.days { logarithms[day, default: 0] += log(effect.factor) }
    }
    self.logarithms = logarithms
  }

  /// What traffic is multiplied with on a day, given as days since 1970-01-01.
  package func factor(onDay day: Int) -> Double { exp(logarithms[day] ?? 0) }

  /// Ordinary traffic: daily `values` from `firstDay` on as if no occasion had been.
  package func removed(from values: [Double], firstDay: Int) -> [Double] {
    values.enumerated().map { $1 / factor(onDay: firstDay + $0) }
  }

  /// Daily `values` from `firstDay` on with the occasions put back.
  package func restored(in values: [Double], firstDay: Int) -> [Double] {
    values.enumerated().map { $1 * factor(onDay: firstDay + $0) }
  }
}
