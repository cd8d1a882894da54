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

  /// The folder part; `.` for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether `path` is `folder` or below it; both are real paths.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// The nearest of `folder`, which is a real path, and its parents that holds a file `name`.
  static func nearestParent(of folder: String, holding name: String) -> String? {
    var folder = folder
    while true {
      if exists(joined(folder, name)) { return folder }
      if folder == "/" { return nil }
      folder = Self.folder(of: folder)
    }
  }
}
