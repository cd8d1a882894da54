/// What is different between two plans, seat by seat.
package struct PlanDiff: Sendable {
  /// One thing that is said differently.
  package struct Change: Hashable, Sendable {
    package var name: String
    package var before: String?
    package var after: String?

    package init(name: String, before: String?, after: String?) {
      self.name = name
      self.before = before
      self.after = after
    }
  }

  package enum SeatChange: Sendable {
    case added(SeatRecord)
    case removed(SeatRecord)
    case changed(SeatRecord, to: SeatRecord, [Change])

    /// The seat as it is now, or as it was last.
    package var record: SeatRecord {
      switch self {
      case .added(let seat), .removed(let seat), .changed(_, to: let seat, _): seat
      }
    }
  }

  package let before: PlanFile
  package let after: PlanFile
  /// Model, scenario, months and such.
  package let settings: [Change]
  /// In order of ids.
  package let seats: [SeatChange]

  package var isEmpty: Bool { settings.isEmpty && seats.isEmpty }

  package init(_ before: PlanFile, _ after: PlanFile) {
    self.before = before
    self.after = after
    settings = Self.settings(before, after)
    seats = Self.seats(before, after)
  }

  private static func settings(_ before: PlanFile, _ after: PlanFile) -> [Change] {
    changes([
      ("model", before.model, after.model), ("scenario", before.scenario, after.scenario),
      ("currency", before.currency, after.currency),
      ("start", before.start.description, after.start.description),
      ("months", "\(before.months)", "\(after.months)"),
      ("seed", "\(before.seed)", "\(after.seed)"),
      ("strategy", before.strategy, after.strategy),
      ("transfers", words(before.transfers), words(after.transfers)),
      ("promotions", words(before.promotions), words(after.promotions)),
    ])
  }

  private static func words(_ steps: [PlanFile.Transfer]) -> String {
    steps.map { "\($0.level) from \($0.from) to \($0.to) in \($0.month)" }.sorted()
      .joined(separator: ", ")
  }

  private static func words(_ steps: [PlanFile.Promotion]) -> String {
    steps.map { "\($0.level) at \($0.team) in \($0.month)" }.sorted().joined(separator: ", ")
  }

  private static func seats(_ before: PlanFile, _ after: PlanFile) -> [SeatChange] {
    // A seat that takes another's place is not that one, however alike they are.
    let pairing = SeatPairing(before.seats, after.seats, areIDsKept: true) {
      $1.replaces != $0.id && !$0.state.isOver
    }
    let changed = pairing.pairs.compactMap { old, new -> SeatChange? in
      let changes = changes(old, new)
      return changes.isEmpty ? nil : .changed(old, to: new, changes)
    }
    let all =
      changed + pairing.removed.map(SeatChange.removed) + pairing.added.map(SeatChange.added)
    return all.sorted { $0.record.id < $1.record.id }
  }

  /// What was decided or has happened; cost and reasons change a little with every run.
  private static func changes(_ old: SeatRecord, _ new: SeatRecord) -> [Change] {
    // What has been opened has no latest month any more.
    let latest = new.state.isOpened ? (nil, nil) : (old.latest, new.latest)
    return changes([
      ("id", old.id, new.id), ("team", old.team, new.team), ("level", old.level, new.level),
      ("source", old.partner ?? "hire", new.partner ?? "hire"),
      ("state", old.state.rawValue, new.state.rawValue),
      ("open", old.open.description, new.open.description),
      ("latest", latest.0?.description, latest.1?.description),
      ("start", old.start?.description, new.start?.description),
      ("end", old.end?.description, new.end?.description), ("owner", old.owner, new.owner),
      ("replaces", old.replaces, new.replaces),
    ])
  }

  private static func changes(_ rows: [(String, String?, String?)]) -> [Change] {
    rows.filter { $0.1 != $0.2 }.map { Change(name: $0.0, before: $0.1, after: $0.2) }
  }

  // MARK: Causes

  /// Why a seat is there, gone or different, as far as the plans tell.
  package enum Cause: Hashable, Sendable {
    case replaces(String)
    /// Something breaks without it.
    case neededFor(PlannedSeats.Reason)
    /// Somebody fills it since a month, where that is known.
    case filled(since: YearMonth?)
    case cancelled
    case replaced(by: String)
    /// Nothing breaks any more, which did.
    case noLongerNeededFor(PlannedSeats.Reason)
    /// Something else breaks, or at another time.
    case needChanged(from: PlannedSeats.Reason, to: PlannedSeats.Reason)
    case stateChanged(from: SeatState, to: SeatState)
    /// Somebody's own words.
    case note(String)
    case unknown
  }

  package func cause(of change: SeatChange) -> Cause {
    switch change {
    case .added(let seat):
      if let note = seat.note { return .note(note) }
      if let replaced = seat.replaces { return .replaces(replaced) }
      return seat.reason.map(Cause.neededFor) ?? .unknown
    case .removed(let seat):
      if let next = after.seats.first(where: { $0.replaces == seat.id }) {
        return .replaced(by: next.id)
      }
      if let month = after.filled[seat.id] { return .filled(since: month) }
      if seat.state == .started { return .filled(since: nil) }
      if seat.state == .cancelled { return .cancelled }
      return seat.reason.map(Cause.noLongerNeededFor) ?? .unknown
    case .changed(let old, to: let new, _):
      if let note = new.note, note != old.note { return .note(note) }
      if old.state != new.state { return .stateChanged(from: old.state, to: new.state) }
      guard let was = old.reason, let now = new.reason,
        (was.limit, was.firstMonth) != (now.limit, now.firstMonth)
      else { return .unknown }
      return .needChanged(from: was, to: now)
    }
  }
}
