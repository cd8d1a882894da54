/// A stretch of time that rates and durations are given in.
package enum Period: String, CaseIterable, Sendable {
  case hour, day, week, month, quarter, year

  /// Calendar periods in a year; a week is 1/52 and a day 1/365 of it.
  package var perYear: Double {
    switch self {
    case .hour: 8_760
    case .day: 365
    case .week: 52
    case .month: 12
    case .quarter: 4
    case .year: 1
    }
  }

  package var plural: String { rawValue + "s" }
}

/// What a number means, how it is written and which values make sense.
package struct Quantity: Hashable, Sendable {
  /// The unit that the number is normalised to.
  package enum Kind: Hashable, Sendable {
    case number
    /// A fraction from `20 %` or `0.2`.
    case share
    /// A fraction per year from `20 %`, `20 % per year` or `1.5 % per month`, compounding.
    case growth
    /// The fraction that leaves in a year, from `12 % per year` or `1 % per month`.
    case yearlyShare
    case money
    /// Money per period; working hours and days, not calendar ones.
    case moneyRate(per: Period)
    /// Times per calendar period.
    case frequency(per: Period)
    /// Hours of work per month.
    case work
    /// Hours of work, once.
    case effort
    case duration(in: Period)
    /// Time on the clock in seconds, from `300 ms`, `20 s`, `45 min` or `2 h`.
    case elapsed
  }

  package var kind: Kind
  /// Allowed values, after normalisation.
  package var range: ClosedRange<Double>
  package var isWhole: Bool
  /// Whether `{low, likely, high}` may stand here.
  package var allowsThreePoints: Bool

  package init(
    kind: Kind, range: ClosedRange<Double>, isWhole: Bool = false, allowsThreePoints: Bool = true
  ) {
    self.kind = kind
    self.range = range
    self.isWhole = isWhole
    self.allowsThreePoints = allowsThreePoints
  }

  /// A way to write it that is right.
  package var example: String {
    switch kind {
    case .number: isWhole ? "3" : "1.5"
    case .share: "20 %"
    case .growth: "20 % per year"
    case .yearlyShare: "12 % per year"
    case .money: "9000 EUR"
    case .moneyRate(.hour): "80 EUR per hour"
    case .moneyRate(.quarter): "500000 EUR per quarter"
    case .moneyRate(.month): "1200 EUR per month"
    case .moneyRate: "95000 EUR per year"
    case .frequency(let period): "3 per \(period.rawValue)"
    case .work: "160 hours per month"
    case .effort: "300 hours"
    case .duration(.hour): "12 hours"
    case .duration(.day): "90 days"
    case .duration: "3 months"
    case .elapsed: "45 min"
    }
  }

  /// The range in words.
  package var rangeText: String {
    let unit =
      switch kind {
      case .number: ""
      case .share, .growth, .yearlyShare: " %"
      case .money: " of money"
      case .moneyRate(let period), .frequency(let period): " per \(period.rawValue)"
      case .work: " hours per month"
      case .effort: " hours"
      case .duration(let period): " \(period.plural)"
      case .elapsed: " s"
      }
    let scale: Double = unit == " %" ? 100 : 1
    let low = Printable.number(range.lowerBound * scale)
    let high = Printable.number(range.upperBound * scale)
    return "\(low) to \(high)\(unit)\(isWhole ? ", whole" : "")"
  }
}
