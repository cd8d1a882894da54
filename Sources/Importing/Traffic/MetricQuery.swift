package import Organization

/// What becomes of several series of one query.
package enum SeriesRule: Hashable, Sendable {
  /// There may be one only.
  case single
  case sum
  /// One driver for each value of a label; series that share it are summed.
  case by(label: String)
}

/// One query and the driver that is made of it.
package struct MetricQuery: Hashable, Sendable {
  /// The id of the driver or of the service whose traffic it is.
  package var id: String
  /// In PromQL.
  package var text: String
  /// `nil` where the query has to say it itself.
  package var measure: TrafficMeasure?
  package var rule: SeriesRule
  package var position: SourcePosition?

  package init(
    id: String, text: String, measure: TrafficMeasure? = nil, rule: SeriesRule = .single,
    position: SourcePosition? = nil
  ) {
    self.id = id
    self.text = text
    self.measure = measure
    self.rule = rule
    self.position = position
  }
}

/// One request for points of a query: at `start` and every `step` seconds from there to `end`.
package struct RangeQuery: Hashable, Sendable {
  package var text: String
  /// Seconds since 1970-01-01; a multiple of the step, like `end`.
  package var start: Int
  package var end: Int
  package var step: Int

  package init(text: String, start: Int, end: Int, step: Int) {
    self.text = text
    self.start = start
    self.end = end
    self.step = step
  }

  /// Servers answer 11,000 points of a series at most.
  package static let mostPoints = 10_000

  /// How many points it asks for.
  package var count: Int { (end - start) / step + 1 }

  /// The requests that tell of some months.
  ///
  /// Points stand at multiples of the step since 1970, so that the same months give the same points
  /// whenever they are asked for.
  ///
  /// - Parameters:
  ///   - text: the query.
  ///   - span: the months.
  ///   - step: seconds between two points.
  ///   - looksBack: whether a point tells of the time before it, so that the one at the very beginning
  ///     tells of the month before and that at the end belongs to the last month.
  ///   - most: points in one request.
  /// - Returns: them in the order of time; none where the months hold no point.
  package static func windows(
    of text: String, over span: MonthSpan, step: Int, looksBack: Bool, most: Int = mostPoints
  ) -> [RangeQuery] {
    let up = { (time: Int) in (time + step - 1) / step * step }
    let first = looksBack ? span.start / step * step + step : up(span.start)
    let last = looksBack ? span.end / step * step : up(span.end) - step
    guard first <= last else { return [] }
    let width = most * step
    return stride(from: first, through: last, by: width).map { start in
      RangeQuery(text: text, start: start, end: min(start + width - step, last), step: step)
    }
  }

  /// Two requests for the same points; `nil` where it is for one.
  var halves: (RangeQuery, RangeQuery)? {
    guard count > 1 else { return nil }
    let middle = start + (count / 2) * step
    var (first, second) = (self, self)
    first.end = middle - step
    second.start = middle
    return (first, second)
  }
}
