import Organization

/// Reads a Backstage catalogue: groups become teams, components services.
///
/// What is where in such files: docs/features/software-catalog/descriptor-format.md of Backstage.
/// Relations are those of its `BuiltinKindsEntityProcessor`.
package enum BackstageImport {
  /// - Parameters:
  ///   - sources: files, or folders that are searched for catalogue files.
  ///   - source: reads them.
  ///   - map: what somebody says beyond the sources.
  ///   - model: the names of the model that is merged into.
  /// - Returns: teams, services and all that was found; never an error, as a broken file says nothing of
  ///   the others.
  /// - Complexity: O(bytes + entities · relations of one).
  package static func read(
    _ sources: [String], from source: any FolderSource, map: ImportMap = ImportMap(),
    model: ModelNames = ModelNames()
  ) -> ImportResult {
    var reader = CatalogReader(source)
    for path in sources { reader.read(path) }
    var catalog = Catalog(reader.entities, reader.result, map: map, model: model)
    catalog.understand()
    return catalog.result
  }
}
