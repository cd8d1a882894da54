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
}
