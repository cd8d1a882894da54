/// Standard output, collected and written once, and standard error, written at once.
///
/// A class because every command adds to the same streams.
final class StandardStreams {
  private var pending: [UInt8] = []

  /// Adds to standard output; nothing appears before ``flush()``.
  func write(_ text: String) { pending += text.utf8 }

  /// - Throws: ``Fault/closedPipe`` or ``Fault/cannotWrite(to:reason:)``.
  func flush() throws(Fault) {
    let bytes = pending
    pending = []
    do {
      try Descriptor.standardOutput.write(bytes)
    } catch .brokenPipe {
      throw .closedPipe
    } catch {
      throw .cannotWrite(to: "standard output", reason: error.reason)
    }
  }

  /// Asks on standard error; the answer stands on the same line.
  func prompt(_ text: String) {
    // Where standard error itself fails there is nobody left to ask.
    try? Descriptor.standardError.write(Array(text.utf8))
  }

  /// Adds a line to standard error.
  func note(_ line: String) {
    // Where standard error itself fails there is nobody left to tell.
    try? Descriptor.standardError.write(Array((line + "\n").utf8))
  }
}
