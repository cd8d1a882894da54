/// A stretch of time, either end of which may be open.
package struct OnCallSpan: Hashable, Sendable {
  package var since: Instant?
  /// The first instant after it.
  package var until: Instant?

  package init(since: Instant? = nil, until: Instant? = nil) {
    self.since = since
    self.until = until
  }

  func contains(_ instant: Instant) -> Bool {
    if let since, instant < since { return false }
    if let until, instant >= until { return false }
    return true
  }

  /// What of a shift lies in it; `nil` where nothing does.
  func clipped(_ shift: OnCallShift) -> OnCallShift? {
    var shift = shift
    shift.start = max(shift.start, since ?? shift.start)
    shift.end = min(shift.end, until ?? shift.end)
    return shift.start < shift.end ? shift : nil
  }
}
