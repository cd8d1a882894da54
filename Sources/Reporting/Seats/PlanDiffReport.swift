import DelimitedText
package import Organization

/// The answer of `cadre plan diff`.
package struct PlanDiffReport: Sendable {
  private let diff: PlanDiff
  private let header: RunHeader

  package init(_ diff: PlanDiff, header: RunHeader) {
    self.diff = diff
    self.header = header
  }

  // MARK: People

  package var page: Page {
    var blocks = [Page.Block]()
    if diff.isEmpty { blocks.append(.paragraph("Nothing is different.")) }
    if !diff.settings.isEmpty {
      blocks.append(.heading("Settings"))
      blocks.append(
        .reading(
          [.init(""), .init("before", mayShrink: true), .init("after", mayShrink: true)],
          rows: diff.settings.map { [$0.name, $0.before ?? "", $0.after ?? ""] }))
    }
    if !diff.seats.isEmpty {
      blocks += [.heading("Seats"), .paragraph(count)]
      blocks.append(
        .reading(
          [.init(""), .init("seat"), .init("what", mayShrink: true)],
          rows: diff.seats.flatMap(rows)))
    }
    return Page(
      "\(diff.after.model): the plan of \(diff.before.start) and the plan of \(diff.after.start)",
      blocks)
  }

  private var count: String {
    var (added, removed, changed) = (0, 0, 0)
    for change in diff.seats {
      switch change {
      case .added: added += 1
      case .removed: removed += 1
      case .changed: changed += 1
      }
    }
    return "\(added) added, \(removed) removed, \(changed) changed."
  }

  /// A line for what is different, and one for why.
  private func rows(_ change: PlanDiff.SeatChange) -> [[String]] {
    let what: String
    switch change {
    case .added(let seat):
      what = "\(seat.level) at \(seat.team), \(seat.source), open \(seat.open)"
    case .removed(let seat):
      what = "\(seat.level) at \(seat.team), \(seat.source), was to open \(seat.open)"
    case .changed(_, _, let changes):
      what = changes.map { "\($0.name) \($0.before ?? "none") → \($0.after ?? "none")" }
        .joined(separator: ", ")
    }
    let why = diff.cause(of: change).words
    let first = [word(change), change.record.id, what]
    return why.isEmpty ? [first] : [first, ["", "", "why: \(why)"]]
  }

  private func word(_ change: PlanDiff.SeatChange) -> String {
    switch change {
    case .added: "added"
    case .removed: "removed"
    case .changed(_, _, let changes):
      // Months are what a plan moves; a state is what people change.
      changes.contains { ["open", "end", "team", "level", "source"].contains($0.name) }
        ? "moved" : "changed"
    }
  }

  // MARK: Programs

  /// One row per thing that is different [RFC 4180].
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write(["change", "seat", "team", "level", "source", "field", "before", "after", "why"])
    for change in diff.settings {
      writer.write([
        "setting", "", "", "", "", change.name, change.before ?? "", change.after ?? "", "",
      ])
    }
    for change in diff.seats {
      for field in fields(change) {
        let seat = change.record
        writer.write([
          word(change), seat.id, seat.team, seat.level, seat.source, field.name,
          field.before ?? "", field.after ?? "", diff.cause(of: change).words,
        ])
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func fields(_ change: PlanDiff.SeatChange) -> [PlanDiff.Change] {
    switch change {
    case .added(let seat): [.init(name: "open", before: nil, after: seat.open.description)]
    case .removed(let seat): [.init(name: "open", before: seat.open.description, after: nil)]
    case .changed(_, _, let changes): changes
    }
  }

  package var json: JSONValue {
    header.document(
      "cadre.plan-diff/1.0",
      [
        "isEmpty": .bool(diff.isEmpty), "before": json(diff.before), "after": json(diff.after),
        "settings": .array(diff.settings.map(json)), "seats": .array(diff.seats.map(json)),
      ])
  }

  private func json(_ plan: PlanFile) -> JSONValue {
    [
      "model": .string(plan.model), "scenario": .string(plan.scenario),
      "start": .string(plan.start.description), "months": .integer(plan.months),
      "strategy": .string(plan.strategy), "seats": .integer(plan.seats.count),
    ]
  }

  private func json(_ change: PlanDiff.Change) -> JSONValue {
    [
      "name": .string(change.name), "before": .optional(change.before),
      "after": .optional(change.after),
    ]
  }

  private func json(_ change: PlanDiff.SeatChange) -> JSONValue {
    var (before, after) = (JSONValue.null, JSONValue.null)
    switch change {
    case .added(let seat): after = seat.json
    case .removed(let seat): before = seat.json
    case .changed(let old, let new, _): (before, after) = (old.json, new.json)
    }
    let why = diff.cause(of: change).words
    return [
      "change": .string(word(change)), "id": .string(change.record.id), "before": before,
      "after": after, "fields": .array(fields(change).map(json)),
      "why": .optional(why.isEmpty ? nil : why),
    ]
  }
}
