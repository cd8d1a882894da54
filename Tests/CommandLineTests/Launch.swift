import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that was started and not yet waited for.
///
/// Streams go through files, so that much output cannot block; a class because it owns descriptors.
final class Launch {
  let process: pid_t
  private let outputFile: String?
  private let errorFile: String
  private let folder: Binary.Folder
  /// Kept open until the program ends.
  private var descriptors: [Int32] = []
  /// The terminal that standard input comes from.
  private var keyboard: Int32?
  /// The terminal that standard error is shown on.
  private var screen: Int32?

  struct Failure: Error { var code: Int32 }

  init(
    _ binary: Binary, _ arguments: [String], input: Binary.Input, output: Binary.Output,
    errors: Binary.Errors = .collected
  ) throws {
    // Files stand outside the working folder, so that tests can list the latter.
    let stem = FileManager.default.temporaryDirectory
      .appendingPathComponent("cadre-\(UUID().uuidString)").path
    folder = binary.folder
    errorFile = stem + ".err"
    var actions = FileActions()
    defer { actions.destroy() }
    switch input {
    case .nothing: actions.open("/dev/null", as: 0, O_RDONLY)
    case .text(let text):
      try Data(text.utf8).write(to: URL(fileURLWithPath: stem + ".in"))
      actions.open(stem + ".in", as: 0, O_RDONLY)
    case .silence:
      try Self.makePipe(stem)
      // Open for writing too, so that it never ends.
      actions.open(stem + ".pipe", as: 0, O_RDWR)
    #if os(Linux)
      case .terminal:
        let terminal = try PseudoTerminal()
        descriptors.append(terminal.master)
        keyboard = terminal.master
        actions.open(terminal.path, as: 0, O_RDONLY | O_NOCTTY)
    #endif
    }
    var pipeEnd: Int32?
    switch output {
    case .collected:
      outputFile = stem + ".out"
      actions.open(stem + ".out", as: 1, O_WRONLY | O_CREAT)
    case .neglectedPipe:
      outputFile = nil
      try Self.makePipe(stem)
      actions.open(stem + ".pipe", as: 1, O_RDWR)
    case .file(let path):
      outputFile = nil
      actions.open(path, as: 1, O_WRONLY)
    case .closedPipe:
      outputFile = nil
      try Self.makePipe(stem)
      // Named, because only `open` closes descriptors to programs started meanwhile.
      let reader = open(stem + ".pipe", O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      let writer = open(stem + ".pipe", O_WRONLY | O_CLOEXEC)
      close(reader)
      pipeEnd = writer
      actions.duplicate(writer, as: 1)
    }
    switch errors {
    case .collected: actions.open(errorFile, as: 2, O_WRONLY | O_CREAT)
    #if os(Linux)
      case .terminal:
        let terminal = try PseudoTerminal()
        descriptors.append(terminal.master)
        screen = terminal.master
        try Data().write(to: URL(fileURLWithPath: errorFile))
        actions.open(terminal.path, as: 2, O_WRONLY | O_NOCTTY)
    #endif
    }
    let variables = ["HOME": binary.folder.path, "PATH": "/usr/bin:/bin"]
      .merging(binary.environment) { $1 }
    process = try actions.spawn(
      try Binary.path, arguments, variables.map { "\($0.key)=\($0.value)" },
      in: binary.folder.path)
    if let pipeEnd { close(pipeEnd) }
  }

  private static func makePipe(_ stem: String) throws {
    guard mkfifo(stem + ".pipe", 0o600) == 0 else { throw Failure(code: errno) }
  }

  func send(_ signal: Int32) { kill(process, signal) }

  /// Types on the terminal that standard input comes from.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    if let keyboard { _ = write(keyboard, bytes, bytes.count) }
  }

  /// What standard error has got so far; a terminal gives each text once.
  func shown() throws -> String {
    guard let screen else { return try String(contentsOfFile: errorFile, encoding: .utf8) }
    var request = pollfd(fd: screen, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 50) > 0, request.revents & Int16(POLLIN) != 0 else { return "" }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(screen, &bytes, bytes.count)
    return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
  }

  /// Whether something waits in the pipe that nobody reads.
  func hasFilledPipe() throws -> Bool {
    let pipe = open(errorFile.dropLast(4) + ".pipe", O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard pipe >= 0 else { throw Failure(code: errno) }
    defer { close(pipe) }
    var request = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  /// Waits until `condition` holds.
  ///
  /// - Returns: whether it did before the deadline.
  func wait(until condition: () throws -> Bool) rethrows -> Bool {
    let deadline = ContinuousClock.now + .seconds(120)
    while ContinuousClock.now < deadline {
      if try condition() { return true }
      usleep(5_000)
    }
    return false
  }

  func finish() throws -> Binary.Outcome {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw Failure(code: errno) }
    }
    for descriptor in descriptors { close(descriptor) }
    for leftover in [".in", ".pipe"] { unlink(errorFile.dropLast(4) + leftover) }
    let signal = status & 0x7f
    let code = signal == 0 ? (status >> 8) & 0xff : 128 + signal
    return Binary.Outcome(
      status: code, output: try outputFile.map(Self.take) ?? "", errors: try Self.take(errorFile))
  }

  private static func take(_ path: String) throws -> String {
    let file = URL(fileURLWithPath: path)
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    try FileManager.default.removeItem(at: file)
    return text
  }

  /// Whether the program has got so far that it handles `signal` itself.
  ///
  /// The shell that starts it may handle signals too.
  func handles(_ signal: Int32) throws -> Bool {
    try status("Name") == "cadre"
      && (UInt64(try status("SigCgt"), radix: 16) ?? 0) & (1 << UInt64(signal - 1)) != 0
  }

  /// How many threads the program has.
  var threads: Int {
    get throws { Int(try status("Threads")) ?? 0 }
  }

  private func status(_ name: String) throws -> String {
    // Files of /proc say that they are empty, so that only reading to the end tells.
    let file = FileHandle(forReadingAtPath: "/proc/\(process)/status")
    let status = String(decoding: try file?.readToEnd() ?? Data(), as: UTF8.self)
    let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    return line?.split(separator: "\t").last.map(String.init) ?? ""
  }
}
