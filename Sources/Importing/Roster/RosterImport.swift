import Organization

/// Reads people from an export of an HR system: team, level and month of joining, never names.
package enum RosterImport {
  /// - Parameters:
  ///   - sources: CSV files.
  ///   - source: reads them.
  ///   - today: the day since 1970-01-01 from which on somebody has left or not yet come.
  ///   - map: columns, titles, teams.
  ///   - model: the names of the model that is merged into.
  /// - Returns: teams with their people.
  /// - Complexity: O(bytes + rows · titles); a file is read twice or three times and not held.
  package static func read(
    _ sources: [String], from source: any FolderSource, today: Int, map: ImportMap = ImportMap(),
    model: ModelNames = ModelNames()
  ) -> ImportResult {
    var people = RosterPeople(today: today, map: map, model: model)
    for path in sources {
      do throws(DiagnosticError) {
        try people.add(RosterTable(TableFile(path: path, source: source), map: map))
      } catch {
        people.result.broken += error.diagnostics
      }
    }
    people.finish()
    return people.result
  }
}
