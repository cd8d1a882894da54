package import Organization

/// How many pages came in each window of somebody's day.
package struct WindowCounts: Hashable, Sendable {
  package var work = 0
  package var off = 0
  package var sleep = 0

  package var total: Int { work + off + sleep }
  /// Outside of working hours.
  package var free: Int { off + sleep }

  package subscript(window: DayWindow) -> Int {
    switch window {
    case .work: work
    case .off: off
    case .sleep: sleep
    }
  }

  mutating func count(_ window: DayWindow) {
    switch window {
    case .work: work += 1
    case .off: off += 1
    case .sleep: sleep += 1
    }
  }
}

/// The shares of the three windows, drawn towards what is published.
package struct WindowShares: Hashable, Sendable {
  package var work: LoadEstimate
  package var off: LoadEstimate
  package var sleep: LoadEstimate

  /// As many pages as the published shares count; a guess, so that a handful of pages does not speak for
  /// itself and a hundred do.
  static let priorPages = 20.0

  init(_ counts: WindowCounts) {
    let sleep = Assumptions.shipped[.incidentsSleepShare]
    let off = Assumptions.shipped[.incidentsOffHoursShare]
    func share(_ count: Int, _ prior: Double) -> LoadEstimate {
      .share(count: count, of: counts.total, prior: prior, weight: Self.priorPages)
    }
    self.sleep = share(counts.sleep, sleep)
    self.off = share(counts.off, off)
    work = share(counts.work, 1 - sleep - off)
  }
}
