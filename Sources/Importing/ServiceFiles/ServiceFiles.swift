import Organization

/// Finds and reads the service files of one kind.
struct ServiceFiles {
  let source: any FolderSource
  /// Whether a file of a folder is one, by its path.
  let isWanted: (String) -> Bool

  /// Larger files describe no service.
  private static let megabytes = 4

  /// The documents of files, or of all such files in folders.
  ///
  /// - Parameters:
  ///   - sources: files and folders.
  ///   - result: gets what cannot be read.
  /// - Returns: the trees, in the order of the files.
  func documents(_ sources: [String], _ result: inout ImportResult) -> [SourceNode] {
    var roots: [SourceNode] = []
    for path in sources {
      do throws(DiagnosticError) {
        let files = try source.files(below: path)?.filter(isWanted) ?? [path]
        for file in files {
          let bytes = try source.bytes(of: file, limitMegabytes: Self.megabytes)
          for document in YAMLDocuments.read(bytes, file: file) {
            result.broken += document.findings
            if let root = document.root { roots.append(root) }
          }
        }
      } catch {
        result.broken += error.diagnostics
      }
    }
    return roots
  }
}
