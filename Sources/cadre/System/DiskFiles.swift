import Organization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads the files of a model from the disk, and only those of its project.
///
/// A class because it remembers what was read, so that reports can name their inputs.
final class DiskFiles: FileSource {
  struct Input: Hashable {
    var path: String
    /// SHA-256 in hexadecimal digits.
    var fingerprint: String
    var byteCount: Int
  }

  /// The files read so far, in the order in which they were first read.
  private(set) var inputs: [Input] = []
  /// What came on standard input, which can be read once only, but asked for by every scenario.
  private var piped: [UInt8]?
  /// The folder that files must be in.
  let project: String
  private let allowed: [String]

  /// - Parameters:
  ///   - model: the model file; `-` makes the working directory the place to start from.
  ///   - allowed: further folders that may be read.
  init(model: String, allowed: [String] = []) {
    let file = model == Self.standardInput ? nil : SystemPath.real(model)
    let folder = file.map(FilePath.folder(of:)) ?? SystemPath.real(".") ?? "/"
    project = SystemPath.nearestParent(of: folder, holding: ConfigurationFile.name) ?? folder
    self.allowed = allowed.compactMap(SystemPath.real)
  }

  /// The name under which standard input is read.
  static let standardInput = "-"

  func bytes(of path: String, limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    let bytes: [UInt8]
    if path == Self.standardInput {
      bytes = try read(limitMegabytes: limitMegabytes)
    } else {
      guard let real = SystemPath.real(path) else {
        throw Self.cannotRead(path, SystemError.last.reason)
      }
      try checkOpen(real, shown: path)
      bytes = try Self.read(file: real, shown: path, limitMegabytes: limitMegabytes)
    }
    note(path, bytes)
    return bytes
  }

  /// - Throws: ``DiagnosticError`` where a real path is neither in the project nor in a folder that is
  ///   open.
  func checkOpen(_ real: String, shown path: String) throws(DiagnosticError) {
    guard ([project] + allowed).contains(where: { FilePath.isInside(real, $0) }) else {
      throw DiagnosticError([Diagnostic(.outsideProject(path: path, project: project))])
    }
  }

  /// Reads a file that the command line names itself, wherever it is.
  func bytes(named path: String, limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    let bytes = try Self.read(file: path, shown: path, limitMegabytes: limitMegabytes)
    note(path, bytes)
    return bytes
  }

  /// Everything on standard input, read when first asked for.
  private func read(limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    if let piped { return piped }
    let bytes = try Self.standardInputBytes(limitMegabytes: limitMegabytes)
    piped = bytes
    return bytes
  }

  /// Everything on standard input.
  static func standardInputBytes(limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    try read(.standardInput, path: standardInput, limitMegabytes: limitMegabytes)
  }

  private func note(_ path: String, _ bytes: [UInt8]) {
    if !inputs.contains(where: { $0.path == path }) {
      inputs.append(
        Input(path: path, fingerprint: fingerprint(of: bytes), byteCount: bytes.count))
    }
  }

  /// Reads a regular file; anything else, such as a pipe that would never end, is refused.
  static func read(
    file path: String, shown: String, limitMegabytes: Int
  ) throws(DiagnosticError) -> [UInt8] {
    // Without O_NONBLOCK the call would wait for a writer where the path is a pipe.
    let number = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else { throw cannotRead(shown, SystemError.last.reason) }
    defer { close(number) }
    var status = stat()
    guard fstat(number, &status) == 0 else { throw cannotRead(shown, SystemError.last.reason) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw cannotRead(shown, "is a directory")
    default: throw cannotRead(shown, "is not a regular file")
    }
    guard Int(status.st_size) <= limitMegabytes * bytesPerMegabyte else {
      throw tooLarge(shown, bytes: Int(status.st_size), limitMegabytes)
    }
    return try read(Descriptor(number: number), path: shown, limitMegabytes: limitMegabytes)
  }

  private static func read(
    _ descriptor: Descriptor, path: String, limitMegabytes: Int
  ) throws(DiagnosticError) -> [UInt8] {
    let limit = limitMegabytes * bytesPerMegabyte
    let bytes: [UInt8]
    do {
      bytes = try descriptor.readAll(limit: limit)
    } catch {
      throw cannotRead(path, error.reason)
    }
    guard bytes.count <= limit else { throw tooLarge(path, bytes: bytes.count, limitMegabytes) }
    return bytes
  }

  private static let bytesPerMegabyte = 1_000_000

  private static func cannotRead(_ path: String, _ reason: String) -> DiagnosticError {
    DiagnosticError([Diagnostic(.cannotRead(path: path, reason: reason))])
  }

  private static func tooLarge(_ path: String, bytes: Int, _ limit: Int) -> DiagnosticError {
    let megabytes = (bytes + bytesPerMegabyte - 1) / bytesPerMegabyte
    return DiagnosticError([
      Diagnostic(.tooLarge(path: path, megabytes: megabytes, limit: limit))
    ])
  }
}
