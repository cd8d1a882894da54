/// A model that can be planned with.
package struct LoadedModel: Sendable {
  package var organization: Organization
  /// What may be a mistake but does not stop planning.
  package var warnings: [Diagnostic]
  /// Paths of all files read, in order.
  package var inputs: [String]
}

/// The door through which model files come in.
package enum ModelFile {
  /// Reads a model and one of its scenarios.
  ///
  /// - Parameters:
  ///   - path: the model file, absolute or relative to the working directory.
  ///   - scenario: the id of a scenario; `nil` or `base` is the model without overrides.
  ///   - settings: laid over it, the later over the earlier.
  ///   - source: reads the bytes and decides which folders are open.
  ///   - dataFiles: reads histories, incident logs and rosters.
  /// - Returns: the organisation with warnings and the paths of all files read.
  /// - Throws: ``DiagnosticError`` with all independent problems, in file order.
  package static func load(
    path: String, scenario: String? = nil, settings: [Setting] = [], source: any FileSource,
    dataFiles: any DataFileReading
  ) throws(DiagnosticError) -> LoadedModel {
    try ModelDocument(path: path, source: source, dataFiles: dataFiles)
      .load(scenario: scenario, settings: settings)
  }

  /// Everything wrong or odd in a model and all of its scenarios, each finding once, in file order.
  package static func check(
    path: String, source: any FileSource, dataFiles: any DataFileReading
  ) -> [Diagnostic] {
    let files = SourceFiles(source: source)
    guard let tree = files.tree(of: path) else { return files.ordered(files.findings) }
    var decoding = ModelDecoding(files: files, path: path, source: source, dataFiles: dataFiles)
    _ = decoding.decode(tree, scenario: nil)
    for entry in tree.value(of: "scenarios")?.entries ?? [] {
      _ = decoding.decode(tree, scenario: entry.key)
    }
    return files.ordered(files.findings + decoding.findings)
  }
}
