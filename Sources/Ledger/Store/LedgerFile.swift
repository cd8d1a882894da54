import Organization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file that a ledger is kept in.
enum LedgerFile {
  /// Whether something is there.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes an empty file for its owner alone, unless one is there; SQLite gives the files beside it
  /// the same permissions.
  ///
  /// - Parameters:
  ///   - path: of the file.
  ///   - makesFolder: whether missing folders are made too, for their owner alone.
  /// - Throws: ``LedgerError/cannotCreate(path:reason:)``.
  static func create(_ path: String, makesFolder: Bool) throws(LedgerError) {
    if makesFolder { try makeFolder(FilePath.folder(of: path), for: path) }
    let number = makePrivateFile(path)
    if number >= 0 {
      close(number)
    } else if errno != EEXIST {
      throw .cannotCreate(path: path, reason: reason)
    }
  }

  /// - Throws: ``LedgerError/notALedger(path:reason:)`` for folders, pipes and devices.
  static func refuseOthers(_ path: String) throws(LedgerError) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    throw .notALedger(path: path, reason: "it is not a regular file")
  }

  private static func makeFolder(_ folder: String, for path: String) throws(LedgerError) {
    if exists(folder) { return }
    let parent = FilePath.folder(of: folder)
    if parent != folder { try makeFolder(parent, for: path) }
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw .cannotCreate(path: path, reason: reason)
    }
  }

  private static var reason: String {
    let text = String(cString: strerror(errno))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

private func makePrivateFile(_ path: String) -> Int32 {
  open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
}
