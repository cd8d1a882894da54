import Logging

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a command notes of its own doing: files, counts and times, never names of people.
///
/// A class because it is opened only once the options are known.
final class Journal {
  private(set) var logger = Logger(label: "cadre") { _ in SwiftLogNoOpLogHandler() }
  /// Whether notes appear on standard error.
  private(set) var isShown = false
  private let start = ContinuousClock.now

  /// Begins to note what the options ask for; before, nothing is noted.
  ///
  /// - Throws: ``Fault/cannotCreate(path:reason:hint:)`` for the log file.
  func open(_ options: LogOptions, _ environment: Environment) throws(Fault) {
    let isDebugging = environment.value("CADRE_DEBUG").map { $0 != "0" } ?? false
    let level = isDebugging ? Logger.Level.debug : .info
    isShown = options.verbose || isDebugging
    var handlers = [any LogHandler]()
    if isShown {
      handlers.append(JournalHandler(.standardError, start: start, logLevel: level))
    }
    if let file = options.file {
      handlers.append(JournalHandler(try Self.create(file), start: start, logLevel: level))
    }
    guard !handlers.isEmpty else { return }
    logger = Logger(label: "cadre") { _ in MultiplexLogHandler(handlers) }
    logger.info("\(Version.line)")
  }

  /// Notes how long `body` took, even if it fails.
  func measure<Result>(_ phase: String, _ body: () throws -> Result) rethrows -> Result {
    logger.debug("\(phase)")
    let begin = ContinuousClock.now
    defer { logger.info("\(phase) took \(begin.duration(to: .now).milliseconds) ms") }
    return try body()
  }

  func note(_ inputs: [DiskFiles.Input]) {
    for input in inputs {
      logger.info("read \(input.path), \(input.byteCount) bytes")
      logger.debug("\(input.path) has SHA-256 \(input.fingerprint)")
    }
  }

  /// A new file; one that exists, or a link, might be anybody's.
  private static func create(_ path: String) throws(Fault) -> Descriptor {
    let number = makePrivateFile(path)
    guard number >= 0 else {
      let error = SystemError.last
      throw .cannotCreate(
        path: path, reason: error.reason,
        hint: error == .exists ? "choose another name for the log, or remove the file" : nil)
    }
    return Descriptor(number: number)
  }
}

private func makePrivateFile(_ path: String) -> Int32 {
  open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
}

extension Duration {
  /// Whole milliseconds.
  var milliseconds: Int { Int(self / .milliseconds(1)) }
}
