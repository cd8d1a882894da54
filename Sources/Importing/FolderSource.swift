package import Organization

/// Files and folders that an import may read, given by the caller, so that nothing here touches the
/// disk.
package protocol FolderSource: FileSource {
  /// Regular files below a folder, sorted by path; `nil` where the path is a file itself.
  ///
  /// Folders of tools, such as `.git` and `node_modules`, and links are left out.
  ///
  /// - Throws: ``DiagnosticError`` with ``Problem/cannotRead(path:reason:)`` where nothing is there, or
  ///   ``Problem/outsideProject(path:project:)``.
  func files(below path: String) throws(DiagnosticError) -> [String]?

  /// Gives the bytes of a file in order and in parts, so that it need not be held.
  ///
  /// - Parameters:
  ///   - path: the file; what cannot be read twice is held nonetheless.
  ///   - take: gets each part, and says whether it wants more.
  /// - Throws: ``DiagnosticError`` as ``FileSource/bytes(of:limitMegabytes:)`` does, or of `take`.
  func parts(
    of path: String, _ take: ([UInt8]) throws(DiagnosticError) -> Bool
  ) throws(DiagnosticError)
}

extension FolderSource {
  /// What is in memory already comes as one part.
  package func parts(
    of path: String, _ take: ([UInt8]) throws(DiagnosticError) -> Bool
  ) throws(DiagnosticError) {
    _ = try take(try bytes(of: path, limitMegabytes: mostMegabytesHeld))
  }
}

/// The most that is held of a table that can be read once only, or of which a source has all at hand.
package let mostMegabytesHeld = 256
