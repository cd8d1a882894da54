package import Organization

/// What came out of a run.
package struct RunResult: Hashable, Sendable {
  /// The JSON document, byte for byte as `--format json` writes it.
  package var document: String
  /// What to compare runs by, in the order to show.
  package var figures: [KeyFigure]
  /// The seats of the recommended plan, if one was made.
  package var seats: [RecordedSeat]
  package var intervals: [StatedInterval]

  package init(
    document: String, figures: [KeyFigure] = [], seats: [RecordedSeat] = [],
    intervals: [StatedInterval] = []
  ) {
    self.document = document
    self.figures = figures
    self.seats = seats
    self.intervals = intervals
  }
}

/// A number, or a word, that sums up a run.
package struct KeyFigure: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case number(Double)
    case word(String)
  }

  /// Such as `policy kept`; unique within a run.
  package var name: String
  package var value: Value
  /// Such as `EUR`; `share` is shown as a percentage.
  package var unit: String

  package init(_ name: String, _ number: Double, unit: String = "") {
    self.name = name
    value = .number(number)
    self.unit = unit
  }

  package init(_ name: String, _ word: String) {
    self.name = name
    value = .word(word)
    unit = ""
  }
}

/// A seat of a plan, by names.
package struct RecordedSeat: Hashable, Sendable {
  package var id: String
  package var team: String
  package var level: String
  /// `nil` for employees.
  package var partner: String?
  package var open: YearMonth
  /// The last month; `nil` where it does not end.
  package var end: YearMonth?

  package init(
    id: String, team: String, level: String, partner: String?, open: YearMonth, end: YearMonth?
  ) {
    self.id = id
    self.team = team
    self.level = level
    self.partner = partner
    self.open = open
    self.end = end
  }
}

/// A range that a run said a quantity would lie in, with 80 %.
package struct StatedInterval: Hashable, Sendable {
  package var quantity: ObservedQuantity
  /// The driver, team or level; empty for the whole organisation.
  package var subject: String
  package var start: YearMonth
  /// How many months, from ``start`` on, the quantity is of.
  package var months: Int
  /// The 10 % quantile.
  package var low: Double
  package var median: Double
  /// The 90 % quantile.
  package var high: Double
  /// How likely the range, ends included, was said to hold the quantity: 0.8, but more for counts,
  /// which cannot be cut where one likes.
  package var probability: Double
  /// How likely the quantity was said to lie above the median, ties counted half: 0.5, or what is
  /// next to it for counts.
  package var aboveMedian: Double

  package init(
    quantity: ObservedQuantity, subject: String, start: YearMonth, months: Int, low: Double,
    median: Double, high: Double, probability: Double = 0.8, aboveMedian: Double = 0.5
  ) {
    self.quantity = quantity
    self.subject = subject
    self.start = start
    self.months = months
    self.low = low
    self.median = median
    self.high = high
    self.probability = probability
    self.aboveMedian = aboveMedian
  }

  /// The month after the last.
  package var end: YearMonth { start + months }
}
