/// Somebody who is, or will be, in a rota.
package struct RotaPerson: Hashable, Sendable {
  /// As reports call her: a name that the user gave, or a number in the team.
  package var name: String
  /// Index into the rota's sites.
  package var site: Int
  /// Seconds since 1970-01-01 UTC from which she may carry the pager; `nil` is already.
  package var readyFrom: Int?
  /// From when on she may go along with somebody who does; `nil` where she is ready.
  package var shadowsFrom: Int?
  /// Times of leave, in seconds since 1970-01-01 UTC.
  package var leave: [RotaShift.Stretch]

  package init(
    name: String, site: Int = 0, readyFrom: Int? = nil, shadowsFrom: Int? = nil,
    leave: [RotaShift.Stretch] = []
  ) {
    self.name = name
    self.site = site
    self.readyFrom = readyFrom
    self.shadowsFrom = shadowsFrom
    self.leave = leave
  }

  /// Whether she is there and at the right place for all of a shift.
  func isThere(for shift: RotaShift) -> Bool {
    shift.site == site
      && !leave.contains { leave in
        shift.stretches.contains { $0.start < leave.end && leave.start < $0.end }
      }
  }

  func canTake(_ shift: RotaShift) -> Bool {
    isThere(for: shift) && (readyFrom.map { $0 <= shift.start } ?? true)
  }

  func canShadow(_ shift: RotaShift) -> Bool {
    guard let readyFrom, let shadowsFrom else { return false }
    return shift.layer == 0 && shadowsFrom <= shift.start && shift.start < readyFrom
      && isThere(for: shift)
  }
}
