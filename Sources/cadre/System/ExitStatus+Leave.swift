#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension ExitStatus {
  /// Ends the program.
  func leave() -> Never { exit(rawValue) }

  /// Ends the program while other threads still work.
  func leaveAtOnce() -> Never { _exit(rawValue) }
}
