package import Organization

/// Files that exist only in a test.
package struct MemoryFiles: FileSource {
  private let files: [String: [UInt8]]
  /// Paths that start so are refused, like those outside a project.
  private let closed: [String]

  package init(_ files: [String: String], closed: [String] = ["/", ".."]) {
    self.files = files.mapValues { Array($0.utf8) }
    self.closed = closed
  }

  package init(bytes: [String: [UInt8]]) {
    files = bytes
    closed = ["/", ".."]
  }

  package func bytes(of path: String, limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    guard !closed.contains(where: path.hasPrefix) else {
      throw DiagnosticError([Diagnostic(.outsideProject(path: path, project: "."))])
    }
    guard let bytes = files[path] else {
      throw DiagnosticError([Diagnostic(.cannotRead(path: path, reason: "no such file"))])
    }
    let megabytes = bytes.count >> 20
    guard megabytes <= limitMegabytes else {
      throw DiagnosticError([
        Diagnostic(.tooLarge(path: path, megabytes: megabytes, limit: limitMegabytes))
      ])
    }
    return bytes
  }
}
