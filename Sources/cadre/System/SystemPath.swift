import Organization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Paths as the operating system sees them.
enum SystemPath {
  /// The absolute path without links, `.` and `..`; `nil` where nothing is there.
  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The nearest of `folder`, which is a real path, and its parents that holds a file `name`.
  static func nearestParent(of folder: String, holding name: String) -> String? {
    var folder = folder
    while true {
      if exists(FilePath.joined(folder, name)) { return folder }
      if folder == "/" { return nil }
      folder = FilePath.folder(of: folder)
    }
  }
}
