import Organization

/// Files that are not yet written, and those beside them that are.
struct DraftFiles: FileSource {
  private let drafts: [String: String]
  private let others: DiskFiles

  /// - Parameters:
  ///   - drafts: texts by path.
  ///   - others: where all else is read from.
  init(_ drafts: [String: String], others: DiskFiles) {
    self.drafts = Dictionary(
      drafts.map { (FilePath.normalised($0), $1) }, uniquingKeysWith: { _, last in last })
    self.others = others
  }

  func bytes(of path: String, limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    if let text = drafts[FilePath.normalised(path)] { return Array(text.utf8) }
    return try others.bytes(of: path, limitMegabytes: limitMegabytes)
  }
}
