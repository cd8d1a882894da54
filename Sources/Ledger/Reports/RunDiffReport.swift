import DelimitedText
package import Organization
package import Reporting

/// The answer of `cadre runs diff`.
package struct RunDiffReport: Sendable {
  private let diff: RunDiff
  private let header: RunHeader

  package init(_ diff: RunDiff, header: RunHeader) {
    self.diff = diff
    self.header = header
  }

  /// A line of the difference, whatever it is about.
  private struct Line {
    var kind: String
    var name: String
    var before: String
    var after: String
  }

  private var seats: [Line] {
    diff.seats.map { change in
      switch change {
      case .added(let seat):
        Line(kind: "added", name: seat.kind, before: "", after: seat.months)
      case .removed(let seat):
        Line(kind: "removed", name: seat.kind, before: seat.months, after: "")
      case .moved(let old, let new):
        Line(kind: "moved", name: old.kind, before: old.months, after: new.months)
      }
    }
  }

  private func figures(_ text: (KeyFigure) -> String) -> [Line] {
    diff.figures.map { pair in
      Line(
        kind: "figure", name: (pair.before ?? pair.after)?.name ?? "",
        before: pair.before.map(text) ?? "", after: pair.after.map(text) ?? "")
    }
  }

  private func changes(_ changes: [RunDiff.Change], _ kind: String, digits: Int) -> [Line] {
    changes.map { change in
      func short(_ text: String?) -> String { text.map { String($0.prefix(digits)) } ?? "" }
      return Line(
        kind: kind, name: change.name, before: short(change.before), after: short(change.after))
    }
  }

  // MARK: Text

  package var page: Page {
    let (old, new) = (diff.before, diff.after)
    return Page(
      "Run \(old.id) to run \(new.id)",
      subtitles: [
        "recorded \(old.facts.recorded.minutes) and \(new.facts.recorded.minutes) UTC"
      ],
      diff.isEmpty ? [.paragraph("nothing is different")] : differences)
  }

  private var differences: [Page.Block] {
    let tables =
      table("Settings", changes(diff.settings, "", digits: .max))
      + table("Inputs", changes(diff.inputs, "", digits: RunReport.digits))
      + table("Figures", figures(\.text)) + table("Seats", seats)
    guard tables.isEmpty else { return tables }
    return [
      .paragraph(
        "only details of the documents are different; 'cadre runs show --document' has them")
    ]
  }

  private func table(_ title: String, _ lines: [Line]) -> [Page.Block] {
    guard !lines.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init("", isDroppedEmpty: true), .init("", mayShrink: true),
      .init("before", mayShrink: true), .init("after", mayShrink: true),
    ])
    for line in lines {
      let kind = line.kind == "figure" ? "" : line.kind
      let role: TextRole? = kind == "added" ? .good : kind == "removed" ? .bad : nil
      table.add([.init(kind, role), .init(line.name), .init(line.before), .init(line.after)])
    }
    return [.heading(title), .table(table)]
  }

  // MARK: Programs

  /// One row per difference [RFC 4180].
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write(["kind", "name", "before", "after"])
    let settings = changes(diff.settings, "setting", digits: .max)
    let inputs = changes(diff.inputs, "input", digits: .max)
    for line in settings + inputs + figures(\.plain) + seats {
      writer.write([
        .text(line.kind), .text(line.name), .text(line.before), .text(line.after),
      ])
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  package var json: JSONValue {
    func list(_ changes: [RunDiff.Change]) -> JSONValue {
      .array(
        changes.map {
          [
            "name": .string($0.name), "before": .optional($0.before), "after": .optional($0.after),
          ]
        })
    }
    return header.document(
      "cadre.run-diff/1.0",
      [
        "before": .integer(Int(diff.before.id)), "after": .integer(Int(diff.after.id)),
        "isEmpty": .bool(diff.isEmpty), "settings": list(diff.settings),
        "inputs": list(diff.inputs),
        "figures": .array(
          diff.figures.map {
            ["before": $0.before?.json ?? .null, "after": $0.after?.json ?? .null]
          }),
        "seats": .array(diff.seats.map(json)),
      ])
  }

  private func json(_ change: RunDiff.SeatChange) -> JSONValue {
    switch change {
    case .added(let seat): ["change": "added", "before": .null, "after": seat.json]
    case .removed(let seat): ["change": "removed", "before": seat.json, "after": .null]
    case .moved(let old, let new): ["change": "moved", "before": old.json, "after": new.json]
    }
  }
}

extension KeyFigure {
  /// With all digits and without the unit.
  var plain: String {
    switch value {
    case .word(let word): word
    case .number(let number): JSONValue.number(number).compactText
    }
  }
}
