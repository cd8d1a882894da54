import Importing
package import Organization

/// A folder that exists only in a test.
package struct MemoryFolder: FolderSource {
  private let files: [String: [UInt8]]
  /// The most that ``parts(of:_:)`` gives at a time; all where `nil`.
  package var partSize: Int?

  package init(_ files: [String: String]) { self.files = files.mapValues { Array($0.utf8) } }

  package init(bytes: [String: [UInt8]]) { files = bytes }

  package func bytes(of path: String, limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    try MemoryFiles(bytes: files).bytes(of: path, limitMegabytes: limitMegabytes)
  }

  package func files(below path: String) throws(DiagnosticError) -> [String]? {
    if files[path] != nil { return nil }
    let folder = path == "." ? "" : path + "/"
    let found = files.keys.filter { $0.hasPrefix(folder) }.sorted()
    guard !found.isEmpty else {
      throw DiagnosticError([Diagnostic(.cannotRead(path: path, reason: "no such folder"))])
    }
    return found
  }

  package func parts(
    of path: String, _ take: ([UInt8]) throws(DiagnosticError) -> Bool
  ) throws(DiagnosticError) {
    let bytes = try bytes(of: path, limitMegabytes: mostMegabytesHeld)
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + (partSize ?? bytes.count))
      guard try take(Array(bytes[start..<end])) else { return }
      start = end
    }
  }
}
