import DelimitedText

/// The people of an import as the table that teams of a model name, never whole in memory.
package struct RosterText: Sendable {
  private let teams: [ImportedTeam]

  init(_ teams: [ImportedTeam]) { self.teams = teams }

  /// How many rows one of ``parts`` has at most.
  private static let partRows = 4_096

  /// The table in the order of its rows, some thousands at a time.
  package var parts: some Sequence<String> {
    let people = teams.lazy.flatMap { team in
      team.roster.lazy.map { (team: team.id, person: $0) }
    }
    return sequence(state: (people.makeIterator(), isFirst: true)) { state -> String? in
      var writer = DelimitedWriter()
      if state.isFirst { Self.writeHeader(to: &writer) }
      state.isFirst = false
      for _ in 0..<Self.partRows {
        guard let (team, person) = state.0.next() else { break }
        Self.write(person, of: team, to: &writer)
      }
      return writer.bytes.isEmpty ? nil : String(decoding: writer.bytes, as: UTF8.self)
    }
  }

  /// A table with one of each row: a model can be loaded with it where it can with all of them.
  ///
  /// - Returns: its text, and how many bytes the whole table has.
  /// - Complexity: O(people), and memory for each different row.
  package func distinct() -> (text: String, wholeBytes: Int) {
    var writer = DelimitedWriter()
    Self.writeHeader(to: &writer)
    var bytes = writer.bytes.count
    for team in teams {
      var widths: [ImportedPerson: Int] = [:]
      for person in team.roster {
        if let width = widths[person] {
          bytes += width
          continue
        }
        let before = writer.bytes.count
        Self.write(person, of: team.id, to: &writer)
        widths[person] = writer.bytes.count - before
        bytes += writer.bytes.count - before
      }
    }
    return (String(decoding: writer.bytes, as: UTF8.self), bytes)
  }

  private static func writeHeader(to writer: inout DelimitedWriter) {
    writer.write(["team", "level", "start"])
  }

  private static func write(
    _ person: ImportedPerson, of team: String, to writer: inout DelimitedWriter
  ) {
    writer.write([
      .text(team), .text(person.level), person.start.map { .text("\($0)") } ?? .empty,
    ])
  }
}
