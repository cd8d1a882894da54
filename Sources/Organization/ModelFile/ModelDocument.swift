/// A model file that is read once and understood as often as wanted, each time with other settings.
package struct ModelDocument {
  let path: String
  package let tree: SourceNode
  private let files: SourceFiles
  private let data: DataFileCache

  /// Reads the file and those that it includes.
  ///
  /// - Parameters:
  ///   - path: the model file, absolute or relative to the working directory.
  ///   - source: reads the bytes and decides which folders are open.
  ///   - dataFiles: reads histories, incident logs and rosters.
  /// - Throws: ``DiagnosticError`` where a file is unusable.
  package init(
    path: String, source: any FileSource, dataFiles: any DataFileReading
  ) throws(DiagnosticError) {
    let files = SourceFiles(source: source)
    guard let tree = files.tree(of: path) else {
      throw DiagnosticError(files.ordered(files.findings))
    }
    self.path = path
    self.tree = tree
    self.files = files
    data = DataFileCache(files: files, source: source, reader: dataFiles)
  }

  /// The organisation under a scenario, with some values replaced.
  ///
  /// - Parameters:
  ///   - scenario: the id of a scenario; `nil` or `base` is the model without overrides.
  ///   - settings: laid over it, the later over the earlier.
  /// - Returns: the organisation with warnings and the paths of all files read.
  /// - Throws: ``DiagnosticError`` with all independent problems, in file order.
  package func load(
    scenario: String? = nil, settings: [Setting] = []
  ) throws(DiagnosticError) -> LoadedModel {
    var decoding = ModelDecoding(files: files, path: path, data: data)
    let name = scenario == "base" ? nil : scenario
    let organization = decoding.decode(tree, scenario: name, settings: settings)
    let findings = files.ordered(files.findings + decoding.findings)
    guard let organization, !findings.contains(where: { $0.severity == .error }) else {
      throw DiagnosticError(findings)
    }
    return LoadedModel(organization: organization, warnings: findings, inputs: files.inputs)
  }
}
