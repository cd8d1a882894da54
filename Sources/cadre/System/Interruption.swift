import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ctrl-C and requests to end.
///
/// The handler only does what a signal handler may do: it sets a flag, writes a constant, removes
/// the temporary file and leaves. Long work polls ``check()``.
enum Interruption {
  static let interrupt = SIGINT
  static let terminate = SIGTERM

  /// The first signal that asked to stop.
  static var signal: Int32? {
    let signal = received.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// - Throws: ``Fault/interrupted(signal:)`` if a signal asked to stop.
  static func check() throws(Fault) {
    if let signal { throw .interrupted(signal: signal) }
  }

  /// Ignores closed pipes, which `write(2)` then reports, and listens to requests to stop.
  static func install() {
    _ = received.load(ordering: .relaxed)  // Globals are made on first use, not in a handler.
    _ = temporaryFile.load(ordering: .relaxed)
    handle(SIGPIPE, SIG_IGN)
    handle(SIGINT, stop)
    handle(SIGTERM, stop)
  }

  /// Remembers a file that must not survive, while `body` runs.
  static func removing<Result>(
    temporaryFile path: String, while body: () throws(Fault) -> Result
  ) throws(Fault) -> Result {
    let copy = strdup(path)
    temporaryFile.store(UInt(bitPattern: copy), ordering: .sequentiallyConsistent)
    defer {
      temporaryFile.store(0, ordering: .sequentiallyConsistent)
      free(copy)
    }
    return try body()
  }

  private static func handle(_ signal: Int32, _ handler: (@convention(c) (Int32) -> Void)?) {
    var action = sigaction()
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = handler
    #else
      action.__sigaction_u.__sa_handler = handler
    #endif
    // No SA_RESTART: a read that waits for standard input has to end.
    _ = sigaction(signal, &action, nil)
  }
}

private let received = Atomic<Int32>(0)
/// Address of the path as a C string; 0 where there is no temporary file.
private let temporaryFile = Atomic<UInt>(0)
private let notice: StaticString = "\ncadre: stopping; once more leaves at once\n"

private func stop(_ signal: Int32) {
  let code = errno
  if received.exchange(signal, ordering: .sequentiallyConsistent) != 0 {
    let address = temporaryFile.load(ordering: .sequentiallyConsistent)
    if let path = UnsafePointer<CChar>(bitPattern: address) { unlink(path) }
    _exit(128 + signal)
  }
  _ = write(2, notice.utf8Start, notice.utf8CodeUnitCount)
  errno = code
}
