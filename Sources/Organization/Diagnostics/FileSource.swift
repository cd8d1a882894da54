/// How the model reads files: given by the caller, so that no engine touches the disk.
package protocol FileSource {
  /// The bytes of the file at `path`, which is absolute or relative to the working directory.
  ///
  /// - Throws: ``DiagnosticError`` with ``Problem/cannotRead(path:reason:)``,
  ///   ``Problem/tooLarge(path:megabytes:limit:)`` or ``Problem/outsideProject(path:project:)``.
  func bytes(of path: String, limitMegabytes: Int) throws(DiagnosticError) -> [UInt8]
}
