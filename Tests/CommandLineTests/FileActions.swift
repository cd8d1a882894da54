#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What `posix_spawn` does with descriptors before the program starts.
struct FileActions {
  #if canImport(Glibc)
    private var actions = posix_spawn_file_actions_t()
  #else
    private var actions: posix_spawn_file_actions_t?
  #endif

  init() { posix_spawn_file_actions_init(&actions) }

  mutating func open(_ path: String, as number: Int32, _ flags: Int32) {
    posix_spawn_file_actions_addopen(&actions, number, path, flags, 0o600)
  }

  mutating func duplicate(_ from: Int32, as number: Int32) {
    posix_spawn_file_actions_adddup2(&actions, from, number)
  }

  mutating func destroy() { posix_spawn_file_actions_destroy(&actions) }

  /// Starts a program in a folder; a shell changes to it and is then replaced by the program.
  mutating func spawn(
    _ path: String, _ arguments: [String], _ environment: [String], in folder: String
  ) throws -> pid_t {
    let shell = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder, path]
    var argv = (shell + arguments).map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    let code = withUnsignalledAttributes { attributes in
      posix_spawn(&process, shell[0], &actions, &attributes, &argv, &envp)
    }
    guard code == 0 else { throw Launch.Failure(code: code) }
    return process
  }

  #if canImport(Glibc)
    private typealias Attributes = posix_spawnattr_t
  #else
    private typealias Attributes = posix_spawnattr_t?
  #endif

  /// Worker threads block signals, and a program inherits what its parent blocks.
  private func withUnsignalledAttributes(_ body: (inout Attributes) -> Int32) -> Int32 {
    #if canImport(Glibc)
      var attributes = posix_spawnattr_t()
    #else
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    return body(&attributes)
  }
}

#if os(Linux)
  /// A terminal that is only a file.
  struct PseudoTerminal {
    let master: Int32
    let path: String

    init() throws {
      master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      var unlocked: Int32 = 0
      var number: Int32 = 0
      guard master >= 0, ioctl(master, Self.lock, &unlocked) == 0,
        ioctl(master, Self.number, &number) == 0
      else { throw Launch.Failure(code: errno) }
      path = "/dev/pts/\(number)"
    }

    /// `TIOCSPTLCK` and `TIOCGPTN`, macros that Swift does not import. [ioctl_tty(2)]
    private static let lock: UInt = 0x4004_5431
    private static let number: UInt = 0x8004_5430
  }
#endif
