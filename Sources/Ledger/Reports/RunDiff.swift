import Organization
import Reporting

/// What is different between two runs.
package struct RunDiff: Sendable {
  /// A text that one of the runs may lack.
  package struct Change: Hashable, Sendable {
    package var name: String
    package var before: String?
    package var after: String?
  }

  package enum SeatChange: Hashable, Sendable {
    case added(RecordedSeat)
    case removed(RecordedSeat)
    /// The same kind of seat at other times.
    case moved(RecordedSeat, to: RecordedSeat)
  }

  package let before: RecordedRun
  package let after: RecordedRun
  /// Command, arguments, seed and such.
  package let settings: [Change]
  /// Files that only one of them read, or whose content is different.
  package let inputs: [Change]
  package let figures: [(before: KeyFigure?, after: KeyFigure?)]
  /// Empty unless both are plans.
  package let seats: [SeatChange]

  /// Whether nothing but the time of recording is different.
  package var isEmpty: Bool {
    settings.isEmpty && inputs.isEmpty && figures.isEmpty && seats.isEmpty
      && before.result.document == after.result.document
  }

  package init(_ before: RecordedRun, _ after: RecordedRun) {
    self.before = before
    self.after = after
    settings = Self.settings(before.facts, after.facts)
    inputs = Self.inputs(before.facts, after.facts)
    figures = Self.figures(before.result, after.result)
    let arePlans = before.facts.command == "plan" && after.facts.command == "plan"
    seats = arePlans ? Self.seats(before.result.seats, after.result.seats) : []
  }

  private static func settings(_ before: RunFacts, _ after: RunFacts) -> [Change] {
    func line(_ facts: RunFacts) -> String { facts.arguments.joined(separator: " ") }
    let rows = [
      ("command", before.command, after.command), ("arguments", line(before), line(after)),
      ("version", before.header.generator, after.header.generator),
      ("seed", String(before.header.seed), String(after.header.seed)),
      ("model", before.subject.name, after.subject.name),
      ("scenario", before.subject.scenario, after.subject.scenario),
      ("start", before.subject.start.description, after.subject.start.description),
      ("months", String(before.subject.months), String(after.subject.months)),
    ]
    return rows.filter { $0.1 != $0.2 }.map { Change(name: $0.0, before: $0.1, after: $0.2) }
  }

  private static func inputs(_ before: RunFacts, _ after: RunFacts) -> [Change] {
    func hashes(_ facts: RunFacts) -> [String: String] {
      Dictionary(facts.header.inputs.map { ($0.path, $0.sha256) }) { first, _ in first }
    }
    let (old, new) = (hashes(before), hashes(after))
    return Set(old.keys).union(new.keys).sorted().compactMap { path in
      old[path] == new[path] ? nil : Change(name: path, before: old[path], after: new[path])
    }
  }

  private static func figures(
    _ before: RunResult, _ after: RunResult
  ) -> [(before: KeyFigure?, after: KeyFigure?)] {
    var rows = before.figures.map { old in
      (before: Optional(old), after: after.figures.first { $0.name == old.name })
    }
    for new in after.figures where !before.figures.contains(where: { $0.name == new.name }) {
      rows.append((nil, new))
    }
    return rows.filter { $0.before != $0.after }
  }

  private static func seats(
    _ before: [RecordedSeat], _ after: [RecordedSeat]
  ) -> [SeatChange] {
    let pairing = SeatPairing(before, after, areIDsKept: false)
    let moved = pairing.pairs.filter {
      ($0.before.open, $0.before.end) != ($0.after.open, $0.after.end)
    }
    let changes =
      moved.map { SeatChange.moved($0.before, to: $0.after) }
      + pairing.removed.map(SeatChange.removed)
    return changes.sorted { $0.opening < $1.opening } + pairing.added.map(SeatChange.added)
  }
}

extension RunDiff.SeatChange {
  /// When the seat opened, or opens.
  fileprivate var opening: YearMonth {
    switch self {
    case .added(let seat), .removed(let seat), .moved(let seat, to: _): seat.open
    }
  }
}

extension RecordedSeat: ComparableSeat {}
