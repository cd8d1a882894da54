import Testing

@Suite struct UsageTests {
  @Test func aBareCommandSaysWhereToStart() throws {
    let outcome = try Binary().run()
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("cadre check models/"))
    #expect(outcome.output.split(separator: "\n").count < 10)
  }

  @Test(arguments: [
    (["chek"], "unknown command 'chek'; did you mean 'check'?", "cadre --help"),
    (["frobnicate"], "unknown command 'frobnicate'", "cadre --help"),
    (
      ["check", "--formt", "json", "m"], "unknown option '--formt'; did you mean '--format'?",
      "cadre check --help"
    ),
    (["check"], "missing expected argument '<model>'", "cadre check --help"),
    (
      ["plan", "m", "--months", "99"], "--months must be from 1 to 60, found 99",
      "cadre plan --help"
    ),
    (["forecast"], "name either a model or --series FILE", "cadre forecast --help"),
    (["help", "exit-code"], "no help on 'exit-code'; did you mean 'exit-codes'?", "cadre --help"),
    (
      ["assumptions", "oncall"], "there is no model 'oncall'; did you mean '--only oncall'?",
      "cadre assumptions --help"
    ),
    (["explain", "C9999"], "no code 'C9999'; codes look like C0301", "cadre explain --help"),
  ])
  func usageErrorsTakeTwoLines(arguments: [String], message: String, help: String) throws {
    let outcome = try Binary().run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "cadre: \(message)\nsee '\(help)'\n")
  }

  @Test(arguments: ["exit-codes", "formats", "environment", "model-file"])
  func topicsHaveAPage(topic: String) throws {
    let outcome = try Binary().run("help", topic)
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(outcome.errors.isEmpty)
  }

  @Test func exitCodesAreOneTable() throws {
    let output = try Binary().run("help", "exit-codes").output
    let codes = output.split(separator: "\n").dropFirst().compactMap { line in
      line.split(separator: " ").first.flatMap { Int($0) }
    }
    #expect(codes == [0, 1, 3, 64, 65, 66, 69, 70, 73, 74, 75, 129, 130, 141, 143])
  }

  @Test(arguments: [
    "check", "forecast", "plan", "assumptions", "explain", "schema", "config", "version",
  ])
  func everyCommandShowsAnExampleFirst(command: String) throws {
    let long = try Binary().run(command, "--help")
    #expect(long.status == 0)
    #expect(long.output.contains("USAGE: cadre \(command)"))
    #expect(try Binary().run(command, "-h").output == long.output)
    #expect(try Binary().run("help", command).output == long.output)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreGenerated(shell: String) throws {
    let outcome = try Binary().run("--generate-completion-script", shell)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("scenario"))
  }

  @Test func versionsAreForProgramsToo() throws {
    let outcome = try Binary().run("version", "--format", "json")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(#""format": "cadre.version/1.0""#))
    #expect(outcome.output.contains(#""version": "0.1.0""#))
    #expect(outcome.output.contains(#""generator": "cadre 0.1.0""#))
    // Known in release builds only: a commit must not make every debug build start anew.
    let commit = /"commit": (null|"[0-9a-f]{40}\+?")/
    #expect(outcome.output.contains(commit))
    #expect(outcome.output.contains(#""model": "cadre/1""#))
    for arguments in [
      ["--version", "--format", "json"], ["--format=json", "--version"],
    ] {
      #expect(try Binary().run(arguments).output == outcome.output)
    }
    #expect(try Binary().run("--version", "--frmt", "json").status == 64)
  }

  @Test(arguments: [
    ("check", "text, markdown, html, csv, json"), ("plan", "text, markdown, html, csv, json"),
    ("forecast", "text, markdown, html, csv, json"), ("brief", "text, markdown, html, json"),
    ("explain", "text, json"), ("version", "text, json"),
  ])
  func helpListsTheFormatsOfTheCommand(command: String, formats: String) throws {
    let help = try Binary().run(command, "--help").output
    let words = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("`cadre help formats`. (values: \(formats))"))
  }

  @Test func allCodesAreListed() throws {
    let outcome = try Binary().run("explain")
    #expect(outcome.status == 0)
    let codes = outcome.output.split(separator: "\n").map { String($0.prefix(5)) }
    #expect(codes == codes.sorted() && codes.count > 50)
    for code in codes { #expect(try Binary().run("explain", code).status == 0) }
  }

  @Test func codesAreExplained() throws {
    let outcome = try Binary().run("explain", "c0307")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("C0307: rota below the published minimum\n"))
  }
}
