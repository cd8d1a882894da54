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

  /// Gives the bytes of a file in parts of a quarter of a megabyte; standard input as a whole, as it cannot
  /// be read twice.
  func parts(
    of path: String, limitMegabytes: Int, _ take: ([UInt8]) throws(DiagnosticError) -> Bool
  ) throws(DiagnosticError) {
    guard path != Self.standardInput else {
      _ = try take(try bytes(of: path, limitMegabytes: limitMegabytes))
      return
    }
    guard let real = SystemPath.real(path) else {
      throw Self.cannotRead(path, SystemError.last.reason)
    }
    try checkOpen(real, shown: path)
    let (descriptor, _) = try Self.opened(real, shown: path)
    defer { close(descriptor.number) }
    var hash = RunningFingerprint()
    while true {
      let part: [UInt8]
      do throws(SystemError) {
        part = try descriptor.read(upTo: Self.partSize)
      } catch {
        throw Self.cannotRead(path, error.reason)
      }
      guard !part.isEmpty else { break }
      hash.add(part)
      guard try take(part) else { return }
    }
    if !inputs.contains(where: { $0.path == path }) {
      inputs.append(Input(path: path, fingerprint: hash.text, byteCount: hash.byteCount))
    }
  }

  private static let partSize = 262_144

  /// Reads a regular file; anything else, such as a pipe that would never end, is refused.
  static func read(
    file path: String, shown: String, limitMegabytes: Int
  ) throws(DiagnosticError) -> [UInt8] {
    let (descriptor, size) = try opened(path, shown: shown)
    defer { close(descriptor.number) }
    try check(size, of: shown, limitMegabytes: limitMegabytes)
    return try read(descriptor, path: shown, limitMegabytes: limitMegabytes)
  }

  /// Opens a regular file, which has to be closed, and tells its size in bytes.
  private static func opened(
    _ path: String, shown: String
  ) throws(DiagnosticError) -> (descriptor: Descriptor, size: Int) {
    // Without O_NONBLOCK the call would wait for a writer where the path is a pipe.
    let number = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else { throw cannotRead(shown, SystemError.last.reason) }
    var status = stat()
    var fault: String?
    if fstat(number, &status) != 0 {
      fault = SystemError.last.reason
    } else if status.st_mode & S_IFMT == S_IFDIR {
      fault = "is a directory"
    } else if status.st_mode & S_IFMT != S_IFREG {
      fault = "is not a regular file"
    }
    if let fault {
      close(number)
      throw cannotRead(shown, fault)
    }
    return (Descriptor(number: number), Int(status.st_size))
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
    try check(bytes.count, of: path, limitMegabytes: limitMegabytes)
    return bytes
  }

  private static let bytesPerMegabyte = 1_000_000

  private static func cannotRead(_ path: String, _ reason: String) -> DiagnosticError {
    DiagnosticError([Diagnostic(.cannotRead(path: path, reason: reason))])
  }

  /// - Throws: ``DiagnosticError`` where a file has more bytes than its limit.
  static func check(
    _ bytes: Int, of path: String, limitMegabytes: Int
  ) throws(DiagnosticError) {
    guard bytes > limitMegabytes * bytesPerMegabyte else { return }
    let megabytes = (bytes + bytesPerMegabyte - 1) / bytesPerMegabyte
    throw DiagnosticError([
      Diagnostic(.tooLarge(path: path, megabytes: megabytes, limit: limitMegabytes))
    ])
  }
}
