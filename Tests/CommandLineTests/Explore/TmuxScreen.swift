import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A terminal whose screen a test can read, with the explorer in it.
///
/// A class because it ends its tmux server.
final class TmuxScreen {
  let folder: Binary.Folder
  private let socket: String
  private let environment: [String: String]

  /// Starts `cadre` in a terminal of its own; once it has left, `left` and its status are shown.
  ///
  /// Variables stand beside those that a usual terminal sets.
  init(
    _ arguments: [String], size: (width: Int, height: Int) = (100, 30),
    variables: [String: String] = [:]
  ) throws {
    folder = try Binary.Folder()
    // The name of a socket has to be short.
    socket = "\(folder.path)/t"
    environment = [
      "HOME": folder.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no",
    ]
    let inside = ["SWIFT_BACKTRACE": "enable=no"].merging(variables) { $1 }
      .map { "\($0.key)=\($0.value)" }.sorted()
    let words = (["env"] + inside + [try Binary.path] + arguments).map(Self.quoted)
    // With job control, without which nothing can be suspended; Enter goes on.
    let script =
      "set -m; \(words.joined(separator: " ")); s=$?; "
      + "while [ $s = 148 ]; do echo suspended; read -r _; fg >/dev/null; s=$?; done; "
      + "echo \"left $s\"; exec cat"
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(size.width)", "-y", "\(size.height)",
      "exec bash -c \(Self.quoted(script))")
  }

  deinit {
    // Where there is no server left, nothing has to be ended.
    _ = try? tmux("kill-server")
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// Runs a command of tmux to its end.
  @discardableResult
  func tmux(_ arguments: String...) throws -> String {
    let file = folder.path + "/answer"
    var actions = FileActions()
    defer { actions.destroy() }
    actions.open("/dev/null", as: 0, O_RDONLY)
    actions.open(file, as: 1, O_WRONLY | O_CREAT | O_TRUNC)
    actions.open("/dev/null", as: 2, O_WRONLY)
    let process = try actions.spawn(
      "/usr/bin/env", ["tmux", "-S", socket] + arguments,
      environment.map { "\($0.key)=\($0.value)" }, in: folder.path)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw Launch.Failure(code: errno) }
    }
    return String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
  }

  func press(_ keys: String...) throws {
    for key in keys { try tmux("send-keys", key) }
  }

  /// Types text as it is, whatever its words mean to tmux.
  func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

  var text: String {
    get throws { try tmux("capture-pane", "-p") }
  }

  /// All that was shown, also what scrolled away, with lines joined that were broken.
  var whole: String {
    get throws { try tmux("capture-pane", "-pJ", "-S", "-") }
  }

  func value(_ format: String) throws -> String {
    try tmux("display-message", "-p", format).trimmingCharacters(in: .newlines)
  }

  /// Waits until the screen holds some text.
  ///
  /// - Returns: whether it came before the deadline.
  func shows(_ wanted: String) throws -> Bool { try wait { try text.contains(wanted) } }

  func wait(_ condition: () throws -> Bool) rethrows -> Bool {
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline {
      if try condition() { return true }
      usleep(20_000)
    }
    return false
  }

  /// The process of cadre.
  var process: pid_t? {
    get throws {
      guard let shell = Int32(try value("#{pane_pid}")) else { return nil }
      let children = try String(
        contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
      return children.split(separator: " ").first.flatMap { Int32($0) }
    }
  }

  func send(_ signal: Int32) throws {
    if let process = try process { kill(process, signal) }
  }

  /// Whether the terminal is as a shell wants it.
  var isRestored: Bool {
    get throws { try value("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0" }
  }
}
