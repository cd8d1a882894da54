import Organization

/// Makes teams with their rotas, and services with their pages, of what pagers and calendars know.
package enum OnCallImport {
  /// - Parameters:
  ///   - sources: files, or folders whose exports are read.
  ///   - kind: the tool that they come from.
  ///   - source: reads them.
  ///   - now: when this is read.
  ///   - map: names, zones, urgencies and days that the sources leave open.
  ///   - model: the names of the model that is merged into.
  /// - Returns: teams and services, without names of people.
  /// - Complexity: that of ``OnCallSources`` and ``OnCallStudy``.
  package static func read(
    _ sources: [String], of kind: ImportKind, from source: any FolderSource, now: Instant,
    map: ImportMap = ImportMap(), model: ModelNames = ModelNames()
  ) -> ImportResult {
    let records = OnCallSources.read(
      sources, from: source, kind: kind, map: map, asked: OnCallSpan(map), now: now)
    var making = OnCallModel(records, map: map, model: model)
    making.make()
    return making.result
  }
}

extension OnCallSpan {
  /// The days that a map says.
  package init(_ map: ImportMap) {
    self.init(
      since: map.since.map { Instant(seconds: $0 * Instant.secondsPerDay) },
      until: map.until.map { Instant(seconds: ($0 + 1) * Instant.secondsPerDay) })
  }
}
