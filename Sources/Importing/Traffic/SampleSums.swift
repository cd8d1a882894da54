import Organization

/// Months of a series whose points come one by one, in the order of time.
struct SampleSums {
  let entry: TrafficBook.Entry
  private var sums: MonthlySums
  private(set) var counts = SampleCounts()
  private var previous: MetricSeries.Point?

  init(_ entry: TrafficBook.Entry) {
    self.entry = entry
    sums = MonthlySums(entry.measure)
  }

  /// Adds what a point stands for; one of the same time as that before it stands for nothing.
  mutating func add(_ point: MetricSeries.Point) {
    if let previous {
      guard point.time > previous.time else { return }
      counts.gaps += gaps(from: previous, to: point)
    }
    if entry.looksBack || entry.isMonthly {
      add(point, after: previous)
    } else if let previous {
      add(previous, until: point.time)
    }
    previous = point
  }

  /// The months from the first that is known well enough to the last, after the last point.
  func result() -> (first: YearMonth, values: [Double?], thin: [YearMonth], counts: SampleCounts)? {
    var whole = self
    if let previous, !entry.looksBack, !entry.isMonthly {
      whole.add(previous, until: previous.time + entry.step)
    }
    return whole.sums.result().map { ($0.first, $0.values, $0.thin, whole.counts) }
  }

  /// Adds a point that stands for all of its month, or for the step before it.
  private mutating func add(_ point: MetricSeries.Point, after earlier: MetricSeries.Point?) {
    guard isTraffic(point) else { return }
    if entry.isMonthly {
      let month = MonthSpan.month(at: point.time)
      sums.add(
        point.value, from: Double(MonthSpan.start(of: month)),
        to: Double(MonthSpan.start(of: month + 1)))
    } else {
      // Points closer than a step share their time, so that none of it counts twice.
      let start = point.time - entry.step
      sums.add(point.value, from: max(start, earlier?.time ?? start), to: point.time)
    }
  }

  /// Adds a point that stands for the step behind it, or for less where another follows.
  private mutating func add(_ point: MetricSeries.Point, until later: Double) {
    guard isTraffic(point) else { return }
    sums.add(point.value, from: point.time, to: min(point.time + entry.step, later))
  }

  private mutating func isTraffic(_ point: MetricSeries.Point) -> Bool {
    guard point.value.isFinite else {
      if point.value.isNaN { counts.notANumber += 1 } else { counts.infinite += 1 }
      return false
    }
    if point.value < 0 { counts.negative += 1 }
    return point.value >= 0
  }

  /// How many points are missing between two.
  private func gaps(from earlier: MetricSeries.Point, to later: MetricSeries.Point) -> Int {
    if entry.isMonthly {
      return max(0, MonthSpan.month(at: later.time) - MonthSpan.month(at: earlier.time) - 1)
    }
    let steps = ((later.time - earlier.time) / entry.step).rounded()
    return steps.isFinite && steps > 1 && steps < 1e9 ? Int(steps) - 1 : 0
  }
}
