import Organization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a file so that it is there completely or not at all.
enum AtomicFile {
  /// Writes `text` to a temporary file in the same folder and puts it in place.
  ///
  /// Something that is not a regular file, such as `/dev/null`, is written into directly, because
  /// replacing it would destroy it.
  ///
  /// - Parameters:
  ///   - text: the whole content.
  ///   - path: of the file.
  ///   - force: replaces a file that is there.
  ///   - isPartial: written although a signal asked to stop; a whole result is not.
  /// - Throws: ``Fault/cannotCreate(path:reason:hint:)``, ``Fault/cannotWrite(to:reason:)``,
  ///   ``Fault/closedPipe`` or ``Fault/interrupted(signal:)``; the file is then as it was before.
  static func write(
    _ text: String, to path: String, force: Bool, isPartial: Bool = false
  ) throws(Fault) {
    try write(parts: CollectionOfOne(text), to: path, force: force, isPartial: isPartial)
  }

  /// Writes what is longer than memory should hold, part after part, like
  /// ``write(_:to:force:isPartial:)``.
  static func write(
    parts: some Sequence<String>, to path: String, force: Bool, isPartial: Bool = false
  ) throws(Fault) {
    let target = SystemPath.real(path) ?? path
    let existing = status(target)
    if let existing, !isRegular(existing) {
      return try writeThrough(parts, to: target, isFolder: isFolder(existing))
    }
    guard existing == nil || force else { throw exists(path) }
    try replace(
      target, with: parts, mode: existing?.st_mode, isPartial: isPartial, shown: path)
  }

  private static func replace(
    _ target: String, with parts: some Sequence<String>, mode: mode_t?, isPartial: Bool,
    shown path: String
  ) throws(Fault) {
    let name = ".\(FilePath.name(of: target)).cadre-\(getpid())"
    let temporary = FilePath.joined(FilePath.folder(of: target), name)
    try Interruption.removing(temporaryFile: temporary) { () throws(Fault) in
      let number = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard number >= 0 else {
        throw .cannotCreate(path: path, reason: SystemError.last.reason)
      }
      do throws(Fault) {
        try fill(number, with: parts, mode: mode, shown: path)
        if !isPartial { try Interruption.check() }
        try place(temporary, at: target, mayReplace: mode != nil, shown: path)
      } catch {
        unlink(temporary)
        throw error
      }
    }
  }

  /// Writes, fixes the permissions and closes, whatever happens.
  private static func fill(
    _ number: Int32, with parts: some Sequence<String>, mode: mode_t?, shown path: String
  ) throws(Fault) {
    var failure: SystemError?
    do {
      for part in parts { try Descriptor(number: number).write(Array(part.utf8)) }
    } catch {
      failure = error
    }
    if failure == nil, fchmod(number, mode.map { $0 & 0o777 } ?? newFileMode) != 0 {
      failure = .last
    }
    if failure == nil, fsync(number) != 0 { failure = .last }
    if close(number) != 0, failure == nil { failure = .last }
    if let failure { throw .cannotWrite(to: path, reason: failure.reason) }
  }

  private static func place(
    _ temporary: String, at target: String, mayReplace: Bool, shown path: String
  ) throws(Fault) {
    if !mayReplace {
      // A link, unlike a rename, fails if somebody else made the file in the meantime.
      if link(temporary, target) == 0 {
        unlink(temporary)
        return
      }
      if SystemError.last == .exists { throw exists(path) }
    }
    guard rename(temporary, target) == 0 else {
      throw .cannotCreate(path: path, reason: SystemError.last.reason)
    }
  }

  private static func writeThrough(
    _ parts: some Sequence<String>, to target: String, isFolder: Bool
  ) throws(Fault) {
    guard !isFolder else { throw .cannotCreate(path: target, reason: "is a directory") }
    let number = open(target, O_WRONLY | O_CLOEXEC)
    guard number >= 0 else {
      throw .cannotCreate(path: target, reason: SystemError.last.reason)
    }
    defer { close(number) }
    do {
      for part in parts { try Descriptor(number: number).write(Array(part.utf8)) }
    } catch .brokenPipe {
      throw .closedPipe
    } catch {
      throw .cannotWrite(to: target, reason: error.reason)
    }
  }

  /// - Throws: ``Fault/cannotCreate(path:reason:hint:)`` where ``write(_:to:force:isPartial:)`` would
  ///   refuse to replace a file.
  static func refuseExisting(_ path: String, force: Bool) throws(Fault) {
    if !force, let found = status(path), isRegular(found) { throw exists(path) }
  }

  private static func exists(_ path: String) -> Fault {
    .cannotCreate(
      path: path, reason: "the file exists", hint: "choose another name, or add --force")
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  private static func isRegular(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }
  private static func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

  /// Only the owner reads what is new: plans tell salaries.
  private static let newFileMode: mode_t = 0o600
}
