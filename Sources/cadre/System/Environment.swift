#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The environment variables and the place that the program was started in.
struct Environment {
  /// The value of a variable; `nil` where it is unset or empty.
  func value(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The working directory, or `nil` where it has been removed.
  var workingDirectory: String? { SystemPath.real(".") }
}
