import Importing
import Organization

/// A folder with the file that is fuzzed and others that are always there.
struct LoneFile: FolderSource {
  let path: String
  let content: [UInt8]
  /// Empty files.
  var others: [String] = []

  func bytes(of path: String, limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    if path == self.path { return content }
    if others.contains(path) { return [] }
    throw DiagnosticError([Diagnostic(.cannotRead(path: path, reason: "no such file"))])
  }

  func files(below path: String) throws(DiagnosticError) -> [String]? {
    if path == self.path || others.contains(path) { return nil }
    let all = (others + [self.path]).sorted()
    let found = path == "." ? all : all.filter { $0.hasPrefix(path + "/") }
    if !found.isEmpty { return found }
    throw DiagnosticError([Diagnostic(.cannotRead(path: path, reason: "no such folder"))])
  }
}
