import Organization

/// One file that lies in memory, for tests.
struct DataFileText: FileSource {
  var text: String

  func bytes(of path: String, limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    Array(text.utf8)
  }
}
