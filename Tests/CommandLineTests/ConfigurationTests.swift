import Testing

@Suite struct ConfigurationTests {
  /// Each layer wins over the one below: defaults, user, project, environment, flag.
  @Test func nearerSettingsWin() throws {
    let folder = try Binary.Folder()
    var binary = Binary(folder: folder)
    func seed() throws -> String {
      let output = try binary.run("config", "show", "--origin").output
      let line = output.split(separator: "\n").first { $0.hasPrefix("seed:") } ?? ""
      return line.split(separator: " ").dropFirst().joined(separator: " ")
    }
    #expect(try seed() == "1 # default")

    try folder.write("seed: 2\ncolor: never\n", to: ".config/cadre/config.yaml")
    #expect(try seed() == "2 # \(folder.path)/.config/cadre/config.yaml:1")

    try folder.write("format: text\nseed: 3\n", to: "cadre.yaml")
    #expect(try seed() == "3 # \(folder.path)/cadre.yaml:2")

    binary.environment["CADRE_SEED"] = "4"
    #expect(try seed() == "4 # environment CADRE_SEED")

    let colored = try binary.run("config", "show", "--origin", "--color", "always").output
    #expect(colored.contains("flag --color"))
  }

  @Test func theUsersFolderFollowsTheXDGSpecification() throws {
    let folder = try Binary.Folder()
    try folder.write("seed: 7\n", to: "elsewhere/cadre/config.yaml")
    var binary = Binary(folder: folder)
    binary.environment["XDG_CONFIG_HOME"] = folder.path + "/elsewhere"
    #expect(try binary.run("config", "show").output.contains("7"))
    binary.environment["XDG_CONFIG_HOME"] = "elsewhere"
    #expect(try !binary.run("config", "show").output.contains("7"))
  }

  @Test func settingsAreReadableForPrograms() throws {
    let outcome = try Binary().run("config", "show", "--format", "json")
    #expect(outcome.output.contains(#""format": "cadre.config/1.0""#))
    #expect(outcome.output.contains(#""origin": "flag --format""#))
  }

  @Test func anUnknownKeyIsAnErrorWithItsPlace() throws {
    let folder = try Binary.Folder()
    try folder.write("seed: 1\nfromat: json\n", to: "cadre.yaml")
    let outcome = try Binary(folder: folder).run("config", "show")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("cadre.yaml:2:1: error[C0105]"))
    #expect(outcome.errors.contains("format"))
  }

  @Test func aBadVariableIsAUsageError() throws {
    var binary = try Binary()
    binary.environment["CADRE_COLOR"] = "sometimes"
    let outcome = try binary.run("config", "show")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("CADRE_COLOR"))
    #expect(outcome.errors.contains("cadre help environment"))
  }

  @Test func anEmptyProjectFileIsAllowed() throws {
    let folder = try Binary.Folder()
    try folder.write("", to: "cadre.yaml")
    #expect(try Binary(folder: folder).run("config", "show").status == 0)
  }

  /// The flag wins over `NO_COLOR`, that over `CLICOLOR_FORCE`, that over the terminal.
  @Test(arguments: [
    ([], [:], false), ([], ["CLICOLOR_FORCE": "1"], true), ([], ["CLICOLOR_FORCE": "0"], false),
    ([], ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
    ([], ["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true),
    (["--color", "always"], ["NO_COLOR": "1"], true),
    (["--color", "never"], ["CLICOLOR_FORCE": "1"], false),
    ([], ["CADRE_COLOR": "always"], true),
  ])
  func colourIsDecidedInOrder(
    flags: [String], environment: [String: String], isColoured: Bool
  ) throws {
    var binary = try Binary()
    binary.environment = environment
    let outcome = try binary.run(["assumptions", "--only", "oncall"] + flags)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\u{1b}[") == isColoured)
  }
}
