import Organization

/// Settings with where each came from: flags, then environment, project, user, defaults.
struct Configuration {
  enum Origin: Hashable {
    case builtIn
    case user(SourcePosition)
    case project(SourcePosition)
    case environment(String)
    case flag(String)

    var text: String {
      switch self {
      case .builtIn: "default"
      case .user(let position), .project(let position): "\(position.file):\(position.line)"
      case .environment(let name): "environment \(name)"
      case .flag(let name): "flag \(name)"
      }
    }
  }

  struct Setting<Value> {
    var value: Value
    var origin: Origin
  }

  private(set) var seed = Setting(value: UInt64(1), origin: .builtIn)
  private(set) var color = Setting(value: ColorChoice.auto, origin: .builtIn)
  private(set) var format = Setting(value: ReportFormat.text, origin: .builtIn)
  private(set) var recording = Setting(value: Recording.never, origin: .builtIn)

  /// Reads everything but flags.
  ///
  /// - Throws: ``DiagnosticError`` for a bad file, ``Fault/usage(_:help:)`` for a bad variable.
  init(environment: Environment) throws {
    if let path = Self.userFile(environment), SystemPath.exists(path) {
      try apply(ConfigurationFile(path: path)) { .user($0) }
    }
    if let folder = environment.workingDirectory,
      let project = SystemPath.nearestParent(of: folder, holding: ConfigurationFile.name)
    {
      let path = FilePath.joined(project, ConfigurationFile.name)
      try apply(ConfigurationFile(path: path)) { .project($0) }
    }
    for key in ConfigurationFile.keys {
      let name = "CADRE_\(key.uppercased())"
      guard let value = environment.value(name) else { continue }
      if ConfigurationFile.problem(key: key, value: value) != nil {
        throw Fault.usage(
          "the environment variable \(name) has the value '\(value)', which is not allowed",
          help: "cadre help environment")
      }
      set(key, to: value, origin: .environment(name))
    }
  }

  /// Lets flags win over everything else.
  mutating func apply(
    seed: UInt64? = nil, color: ColorChoice? = nil, format: ReportFormat? = nil
  ) {
    if let seed { self.seed = Setting(value: seed, origin: .flag("--seed")) }
    if let color { self.color = Setting(value: color, origin: .flag("--color")) }
    if let format { self.format = Setting(value: format, origin: .flag("--format")) }
  }

  private mutating func apply(_ file: ConfigurationFile, origin: (SourcePosition) -> Origin) {
    for entry in file.entries {
      set(entry.key, to: entry.value, origin: origin(entry.position))
    }
  }

  private mutating func set(_ key: String, to value: String, origin: Origin) {
    if key == "seed", let seed = UInt64(value) { self.seed = Setting(value: seed, origin: origin) }
    if key == "color", let color = ColorChoice(rawValue: value) {
      self.color = Setting(value: color, origin: origin)
    }
    if key == "format", let format = ReportFormat(rawValue: value) {
      self.format = Setting(value: format, origin: origin)
    }
    if key == "recording", let recording = Recording(rawValue: value) {
      self.recording = Setting(value: recording, origin: origin)
    }
  }

  /// `$XDG_CONFIG_HOME/cadre/config.yaml`, by default below `~/.config`.
  private static func userFile(_ environment: Environment) -> String? {
    // The XDG specification tells to ignore paths that are not absolute.
    if let base = environment.value("XDG_CONFIG_HOME"), base.hasPrefix("/") {
      return FilePath.joined(base, "cadre/config.yaml")
    }
    return environment.value("HOME").map { FilePath.joined($0, ".config/cadre/config.yaml") }
  }
}
