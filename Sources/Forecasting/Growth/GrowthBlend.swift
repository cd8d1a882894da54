import Foundation

/// Hands over from what the history says to what somebody expects, month by month.
///
/// Histories tell the next months well and the years after badly; an expectation of growth is the
/// other way round. Both are blended by their logarithms, with weights that anyone may look at.
package struct GrowthBlend: Hashable, Sendable {
  /// The month, counted from 1, in which both count the same.
  package let halfway: Double

  /// - Precondition: `halfway` is above 0.
  package init(halfway: Double) {
    precondition(halfway > 0, "the expectation takes over some time after the start")
    self.halfway = halfway
  }

  /// Hands over at `halfway`, or at half the length of a history that is shorter than twice that.
  package init(halfway: Double, monthsOfHistory: Int) {
    self.init(halfway: min(halfway, max(0.5, Double(monthsOfHistory) / 2)))
  }

  /// The history's part in each of `months` months: near 1 at first, ½ at ``halfway``.
  package func weights(months: Int) -> [Double] {
    (0..<months).map { step in
      let time = Double(step + 1) / halfway
      return 1 / (1 + time * time)
    }
  }

  /// What is expected alone: growth from the end of the history on, with the forecast's season.
  ///
  /// - Parameters:
  ///   - base: the history's central forecast without events.
  ///   - growth: a fraction per year, above -1.
  /// - Returns: a value for each month of the forecast.
  package func expected(_ base: SeasonalBase, growth: Double) -> [Double] {
    base.season.enumerated().map { step, factor in
      base.start * pow(1 + growth, Double(step + 1) / 12) * factor
    }
  }

  /// Blends a central monthly path with what is expected.
  ///
  /// Where a value is not positive, amounts are blended instead of logarithms.
  package func blended(_ base: SeasonalBase, growth: Double) -> [Double] {
    let expected = expected(base, growth: growth)
    let weights = weights(months: base.central.count)
    return base.central.indices.map { step in
      let (own, other, weight) = (base.central[step], expected[step], weights[step])
      guard own > 0, other > 0 else { return weight * own + (1 - weight) * other }
      return exp(weight * log(own) + (1 - weight) * log(other))
    }
  }
}
