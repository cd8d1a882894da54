import Organization

/// Files that are not yet written, and those beside them that are.
struct DraftFiles: FileSource {
  /// What a file will hold.
  struct Draft {
    /// All of it, or as much as says whether all can be read.
    var text: String
    /// How long all of it is.
    var wholeBytes: Int

    init(_ text: String, wholeBytes: Int? = nil) {
      self.text = text
      self.wholeBytes = wholeBytes ?? text.utf8.count
    }
  }

  private let drafts: [String: Draft]
  private let others: DiskFiles

  /// - Parameters:
  ///   - drafts: by path.
  ///   - others: where all else is read from.
  init(_ drafts: [String: Draft], others: DiskFiles) {
    self.drafts = Dictionary(
      drafts.map { (FilePath.normalised($0), $1) }, uniquingKeysWith: { _, last in last })
    self.others = others
  }

  func bytes(of path: String, limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    guard let draft = drafts[FilePath.normalised(path)] else {
      return try others.bytes(of: path, limitMegabytes: limitMegabytes)
    }
    try DiskFiles.check(draft.wholeBytes, of: path, limitMegabytes: limitMegabytes)
    return Array(draft.text.utf8)
  }
}
