import Organization

/// Reads traffic from tables with a column of times and columns of numbers, and from page views.
package enum TableImport {
  /// What the command line says of tables.
  package struct Wishes: Sendable {
    package var measure: TrafficMeasure?
    /// Headers of the columns wanted; all with numbers where empty.
    package var columns: [String] = []

    package init() {}
  }

  /// Answers in JSON are read whole.
  private static let megabytes = 256

  /// Reads tables.
  ///
  /// - Parameters:
  ///   - sources: the files; columns of one name in several are one driver.
  ///   - source: reads them.
  ///   - wishes: what the command line says.
  ///   - map: the column of times and the order of dates.
  ///   - model: the names of the model that is merged into.
  /// - Returns: drivers, and what feels them.
  /// - Complexity: O(bytes); a file is read two or three times and not held.
  package static func read(
    _ sources: [String], from source: any FolderSource, _ wishes: Wishes = Wishes(),
    map: ImportMap = ImportMap(), model: ModelNames = ModelNames()
  ) -> ImportResult {
    var columns = TableColumns(.csv, measure: wishes.measure ?? .count, model: model)
    if wishes.measure == nil {
      columns.book.result.assumptions.append(.measure("each column", .count))
    }
    for path in sources {
      do throws(DiagnosticError) {
        let file = TableFile(path: path, source: source, hasRemarks: true)
        try columns.add(TrafficRows(file, map: map), wanted: wishes.columns)
      } catch {
        columns.book.result.broken += error.diagnostics
      }
    }
    return columns.finish()
  }

  /// Reads page views of Wikimedia: answers of its REST API, and tables of counts.
  package static func readPageViews(
    _ sources: [String], from source: any FolderSource, _ wishes: Wishes = Wishes(),
    map: ImportMap = ImportMap(), model: ModelNames = ModelNames()
  ) -> ImportResult {
    var columns = TableColumns(.wikimedia, measure: .count, model: model)
    for path in sources {
      do throws(DiagnosticError) {
        if try isJSON(path, source) {
          let bytes = try source.bytes(of: path, limitMegabytes: megabytes)
          columns.add(try PageViews(bytes, file: path))
        } else {
          let file = TableFile(path: path, source: source, hasRemarks: true)
          try columns.add(TrafficRows(file, map: map), wanted: wishes.columns)
        }
      } catch {
        columns.book.result.broken += error.diagnostics
      }
    }
    return columns.finish()
  }

  private static func isJSON(
    _ path: String, _ source: any FolderSource
  ) throws(DiagnosticError) -> Bool {
    var first: UInt8?
    try source.parts(of: path) { (part) throws(DiagnosticError) in
      first = part.first { $0 > 0x20 && $0 < 0x80 }
      return first == nil
    }
    return first == UInt8(ascii: "{")
  }
}
