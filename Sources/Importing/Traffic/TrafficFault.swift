package import Organization

/// Why a query, file or column gives no driver.
package enum TrafficFault: Error, Hashable, Sendable {
  /// Several series, and nothing says what to do with them.
  case severalSeries(Int, labels: [String])
  case noPoints
  /// Not one month is known well enough.
  case noMonth
  /// Nothing says what the numbers mean.
  case unknownMeasure
  /// A query counts over a longer or shorter time than lies between its points.
  case otherRange(seconds: Int, step: Int)
  case noSuchLabel(String, labels: [String])
  case tooManySeries(Int)
  /// More rows than can be sorted, which are not in the order of time.
  case unordered(rows: Int)
  case answer(PrometheusFault)

  /// What is wrong, after the name of what it is wrong with.
  package var words: String {
    switch self {
    case .severalSeries(let count, let labels):
      "gives \(count) series"
        + (labels.isEmpty ? "" : ", which differ in \(Self.listed(labels))")
    case .noPoints: "gives no points in that time"
    case .noMonth: "has no month of which 90 % is known"
    case .unknownMeasure: "does not say what its numbers mean"
    case .otherRange(let range, let step):
      "counts over \(StepText.text(range)), but its points are \(StepText.text(step)) apart"
    case .noSuchLabel(let label, let labels):
      "has series without the label '\(Printable.clipped(label))'"
        + (labels.isEmpty ? "" : "; there are \(Self.listed(labels))")
    case .tooManySeries(let count): "gives \(count) series, and a model takes at most 5000"
    case .unordered(let rows):
      "has \(rows) numbers, too many to sort, that are not in the order of time"
    case .answer(let fault): "is refused: \(fault.words)"
    }
  }

  /// What to do about it.
  package var hint: String? {
    switch self {
    case .severalSeries:
      "sum them with --sum, make a driver of each with --by LABEL, or aggregate in the query"
    case .noPoints: "check the name of the metric and the months asked for"
    case .noMonth: "ask for months that are over, or for metrics that are kept longer"
    case .unknownMeasure:
      "add --as rate (so many a second), --as count (so many since the point before) or --as gauge"
    case .otherRange: "leave out --step, so that it is that of the query"
    case .noSuchLabel, .tooManySeries: "aggregate in the query: sum by (service) (…)"
    case .unordered:
      "sort its rows by time, or split it into files of less than two million numbers"
    case .answer: nil
    }
  }

  private static func listed(_ names: [String]) -> String {
    let left = names.count - 8
    return names.prefix(8).map { Printable.clipped($0) }.joined(separator: ", ")
      + (left > 0 ? " and \(left) more" : "")
  }
}

/// A ``TrafficFault`` with what it is about.
package struct TrafficError: Error, Hashable, Sendable {
  package var subject: String
  package var fault: TrafficFault
  package var position: SourcePosition?

  package init(_ fault: TrafficFault, in subject: String, at position: SourcePosition? = nil) {
    self.subject = subject
    self.fault = fault
    self.position = position
  }
}
