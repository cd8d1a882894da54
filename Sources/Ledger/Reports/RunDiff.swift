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

  /// Seats of one kind (team, level, source) are alike, so that the ones whose months differ are
  /// paired in order of opening; what is left over was added or removed.
  ///
  /// - Complexity: O(seats²) at worst.
  private static func seats(
    _ before: [RecordedSeat], _ after: [RecordedSeat]
  ) -> [SeatChange] {
    var added = after
    var removed: [RecordedSeat] = []
    for seat in before {
      if let same = added.firstIndex(where: { $0.isSame(as: seat) }) {
        added.remove(at: same)
      } else {
        removed.append(seat)
      }
    }
    var changes: [SeatChange] = []
    added.sort { $0.open < $1.open }
    for seat in removed.sorted(by: { $0.open < $1.open }) {
      if let alike = added.firstIndex(where: { $0.isAlike(seat) }) {
        changes.append(.moved(seat, to: added.remove(at: alike)))
      } else {
        changes.append(.removed(seat))
      }
    }
    return changes + added.map(SeatChange.added)
  }
}

extension RecordedSeat {
  fileprivate func isAlike(_ other: RecordedSeat) -> Bool {
    (team, level, partner) == (other.team, other.level, other.partner)
  }

  fileprivate func isSame(as other: RecordedSeat) -> Bool {
    isAlike(other) && (open, end) == (other.open, other.end)
  }
}
