import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built program, run as a user runs it.
struct Binary {
  enum Input {
    case nothing
    case text(String)
    /// A pipe whose writer never writes.
    case silence
    #if os(Linux)
      /// A terminal on which nobody types.
      case terminal
    #endif
  }

  enum Output {
    case collected
    case file(String)
    /// A pipe whose reader has gone.
    case closedPipe
    /// A pipe whose reader does not read, so that writing waits.
    case neglectedPipe
  }

  enum Errors {
    case collected
    #if os(Linux)
      /// A terminal, whose text ``Launch/shown()`` gives.
      case terminal
    #endif
  }

  struct Outcome {
    /// The exit code, or 128 and the signal that killed the program.
    var status: Int32
    var output: String
    var errors: String
  }

  /// A folder of its own for each test, removed with the value.
  final class Folder {
    let path: String
    private let isTemporary: Bool

    /// A folder that is there already and stays.
    init(at path: String) {
      self.path = path
      isTemporary = false
    }

    init() throws {
      isTemporary = true
      path =
        FileManager.default.temporaryDirectory
        .appendingPathComponent("cadre-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
      guard isTemporary else { return }
      // A folder that cannot be removed is the system's to clean up.
      try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ text: String, to name: String) throws {
      let file = URL(fileURLWithPath: path).appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }

    func text(of name: String) throws -> String {
      let file = URL(fileURLWithPath: path).appendingPathComponent(name)
      return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    var names: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }
  }

  var folder: Folder
  /// Variables beside `HOME`, which is always the test's own folder.
  var environment: [String: String] = [:]

  init(folder: Folder) { self.folder = folder }

  init() throws { folder = try Folder() }

  func run(
    _ arguments: String..., input: Input = .nothing, output: Output = .collected
  ) throws -> Outcome {
    try run(arguments, input: input, output: output)
  }

  /// Runs a command as quickly as it can: a plan is then the heuristic's.
  func runQuick(
    _ command: String, _ arguments: String..., input: Input = .nothing,
    output: Output = .collected
  ) throws -> Outcome {
    let options = command == "plan" ? ["--quick"] : []
    return try run([command] + options + arguments, input: input, output: output)
  }

  func run(
    _ arguments: [String], input: Input = .nothing, output: Output = .collected
  ) throws -> Outcome {
    try Launch(self, arguments, input: input, output: output).finish()
  }

  func start(
    _ arguments: [String], input: Input = .nothing, output: Output = .collected,
    errors: Errors = .collected
  ) throws -> Launch {
    try Launch(self, arguments, input: input, output: output, errors: errors)
  }

  /// The program stands beside the test bundle.
  static var path: String {
    get throws {
      let own = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
      let named = ProcessInfo.processInfo.environment["CADRE_BINARY"].map(
        URL.init(fileURLWithPath:))
      let beside = ([own] + bundles).map { place in
        place.deletingLastPathComponent().appendingPathComponent("cadre")
      }
      let candidates = (named.map { [$0] } ?? []) + beside
      let found = candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
      guard let found else { throw Missing(looked: candidates.map(\.path)) }
      return found.path
    }
  }

  struct Missing: Error { var looked: [String] }
}
