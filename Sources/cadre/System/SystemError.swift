#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the operating system answered.
struct SystemError: Error, Hashable {
  var code: Int32

  /// The error of the call that has just failed.
  static var last: SystemError { SystemError(code: errno) }

  /// The operating system's own words, in lower case as all our messages.
  var reason: String {
    let text = String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  static let brokenPipe = SystemError(code: EPIPE)
  static let exists = SystemError(code: EEXIST)
}
