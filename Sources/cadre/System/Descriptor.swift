#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file of the operating system.
///
/// Swift's `print` loses data silently on a full disk, and `FileHandle.write` traps on a closed
/// pipe, so that everything goes through `write(2)` here.
struct Descriptor: Hashable {
  var number: Int32

  static let standardInput = Descriptor(number: 0)
  static let standardOutput = Descriptor(number: 1)
  static let standardError = Descriptor(number: 2)

  var isTerminal: Bool { isatty(number) == 1 }

  /// Writes all bytes, however many calls it takes.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(number, UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      if count > 0 {
        written += count
      } else if count == 0 || errno != EINTR {
        throw .last
      }
    }
  }

  /// Reads to the end, or until more than `limit` bytes have come.
  ///
  /// - Throws: the system's error; `EINTR` if a signal asks to stop.
  func readAll(limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      try waitForInput()
      let count = chunk.withUnsafeMutableBytes { systemRead(number, $0) }
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw .last
      }
    }
    return bytes
  }

  /// Reads what comes next, at most `limit` bytes; nothing at the end.
  ///
  /// - Throws: the system's error; `EINTR` if a signal asks to stop.
  func read(upTo limit: Int) throws(SystemError) -> [UInt8] {
    while true {
      try waitForInput()
      var read = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
        read = systemRead(number, UnsafeMutableRawBufferPointer(buffer))
        count = max(0, read)
      }
      if read >= 0 { return bytes }
      if errno != EINTR { throw .last }
    }
  }

  /// Reads a line, one byte at a time so that nothing behind it is lost.
  ///
  /// - Returns: the line without its end, cut off after `limit` bytes; `nil` at the end of the input.
  /// - Throws: the system's error; `EINTR` if a signal asks to stop.
  func readLine(limit: Int) throws(SystemError) -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      try waitForInput()
      let count = withUnsafeMutableBytes(of: &byte) { systemRead(number, $0) }
      if count == 0 { return line.isEmpty ? nil : String(decoding: line, as: UTF8.self) }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .last
      }
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      if line.count < limit { line.append(byte) }
    }
  }

  /// Waits until there is something to read.
  ///
  /// A signal that arrives just before `read(2)` would not interrupt it, so that the program would
  /// wait on; waking up ten times a second closes that gap.
  private func waitForInput() throws(SystemError) {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    while Interruption.signal == nil {
      let count = poll(&request, 1, 100)
      if count > 0 { return }
      if count < 0, errno != EINTR { throw .last }
    }
    throw SystemError(code: EINTR)
  }
}

private func systemWrite(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(number, bytes.baseAddress, bytes.count)
}

private func systemRead(_ number: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  read(number, bytes.baseAddress, bytes.count)
}
