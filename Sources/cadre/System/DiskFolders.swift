import Importing
import Organization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads the files that an import is given, and those of their repository that they lead to.
struct DiskFolders: FolderSource {
  private let files: DiskFiles

  /// The files read so far.
  var inputs: [DiskFiles.Input] { files.inputs }

  /// - Parameters:
  ///   - sources: files and folders; each may lead to files of its repository or project.
  ///   - allowed: further folders that may be read.
  init(_ sources: [String], allowed: [String]) {
    let roots = sources.compactMap { source -> String? in
      guard let real = SystemPath.real(source) else { return nil }
      let folder = Self.isFolder(real) ? real : FilePath.folder(of: real)
      return SystemPath.nearestParent(of: folder, holding: ".git") ?? folder
    }
    files = DiskFiles(model: sources.first ?? ".", allowed: roots + allowed)
  }

  func bytes(of path: String, limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    try files.bytes(of: path, limitMegabytes: limitMegabytes)
  }

  func parts(
    of path: String, _ take: ([UInt8]) throws(DiagnosticError) -> Bool
  ) throws(DiagnosticError) {
    try files.parts(of: path, limitMegabytes: mostMegabytesHeld, take)
  }

  /// Names of folders that hold no sources of anybody's.
  private static let skipped: Set<String> = [".git", ".hg", ".svn", "node_modules"]
  /// More files than these are a mistake.
  private static let mostFiles = 2_000_000

  func files(below path: String) throws(DiagnosticError) -> [String]? {
    if path == DiskFiles.standardInput { return nil }
    guard let real = SystemPath.real(path) else {
      throw Self.cannotRead(path, SystemError.last.reason)
    }
    guard Self.isFolder(real) else { return nil }
    try files.checkOpen(real, shown: path)
    var found: [String] = []
    var open = [FilePath.normalised(path)]
    while let folder = open.popLast() {
      for name in try Self.names(in: folder.isEmpty ? "." : folder) {
        let whole = folder.isEmpty ? name : FilePath.joined(folder, name)
        switch Self.kind(of: whole) {
        case S_IFREG: found.append(whole)
        case S_IFDIR where !Self.skipped.contains(name): open.append(whole)
        default: continue
        }
      }
      guard found.count <= Self.mostFiles else {
        throw Self.cannotRead(path, "it holds more than \(Self.mostFiles) files")
      }
    }
    return found.sorted()
  }

  private static func names(in folder: String) throws(DiagnosticError) -> [String] {
    guard let stream = opendir(folder) else { throw cannotRead(folder, SystemError.last.reason) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The kind of a file itself; a link is a link.
  private static func kind(of path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  private static func isFolder(_ real: String) -> Bool { kind(of: real) == S_IFDIR }

  private static func cannotRead(_ path: String, _ reason: String) -> DiagnosticError {
    DiagnosticError([Diagnostic(.cannotRead(path: path, reason: reason))])
  }
}
