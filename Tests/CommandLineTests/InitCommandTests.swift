import Foundation
import Organization
import Testing

@Suite struct InitCommandTests {
  @Test(arguments: Archetype.allCases)
  func everyPresetPassesTheCheckAndPlans(archetype: Archetype) throws {
    let binary = try Binary()
    let made = try binary.run(
      "init", "--archetype", archetype.rawValue, "--defaults", "-o", "model.yaml")
    #expect(made.status == 0)
    #expect(made.output.isEmpty)
    let check = try binary.run("check", "model.yaml", "--format", "json", "--require", "ownership")
    #expect(check.status == 0)
    let findings = try #require(try check.document["findings"] as? [[String: Any]])
    #expect(findings.allSatisfy { $0["severity"] as? String != "error" })
    let plan = try binary.run("plan", "model.yaml", "--quick", "--format", "json")
    #expect(plan.status == 0)
    #expect(try plan.document["recommendation"] is [String: Any])
  }

  @Test func answersComeFromAFileOrStandardInput() throws {
    var binary = try Binary()
    binary.environment["SOURCE_DATE_EPOCH"] = "1796083200"
    try binary.folder.write("{archetype: education, name: School}", to: "answers.yaml")
    let fromFile = try binary.run("init", "--answers", "answers.yaml")
    #expect(fromFile.status == 0)
    #expect(fromFile.output.contains("\nname: School\n"))
    #expect(fromFile.output.contains("\nstart: 2027-01\n"))
    let fromInput = try binary.run(
      "init", "--answers", "-", input: .text("{archetype: saas, name: School}"))
    #expect(fromInput.status == 0)
    let chosen = try binary.run("init", "--answers", "answers.yaml", "--archetype", "saas")
    #expect(chosen.output == fromInput.output)
    let wrong = try binary.run("init", "--answers", "-", input: .text("growth: 20"))
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("-:1:9: error[C0203]: '20' has no unit"))
    let none = try binary.run("init", "--answers", "-", input: .text("{}"))
    #expect(none.status == 65)
    #expect(none.errors.contains("'archetype' is missing"))
    #expect(try binary.run("init", "--answers", "missing.yaml").status == 66)
  }

  @Test func withoutATerminalItSaysWhatToDo() throws {
    for arguments in [["init"], ["init", "--archetype", "saas", "-o", "model.yaml"]] {
      let binary = try Binary()
      let outcome = try binary.run(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("--answers FILE"))
      #expect(outcome.errors.contains("see 'cadre init --help'"))
      #expect(try binary.folder.names.isEmpty)
    }
    #expect(try Binary().run("init", "--defaults").status == 64)
  }

  @Test func aModelIsNotReplacedWithoutForce() throws {
    let binary = try Binary()
    try binary.folder.write("mine", to: "model.yaml")
    let arguments = ["init", "--archetype", "saas", "--defaults", "-o", "model.yaml"]
    #expect(try binary.run(arguments).status == 73)
    #expect(try binary.folder.text(of: "model.yaml") == "mine")
    #expect(try binary.run(arguments + ["--force"]).status == 0)
    #expect(try binary.folder.text(of: "model.yaml").hasPrefix("# A first model"))
    #expect(try binary.folder.names == ["model.yaml"])
  }

  @Test func aModelIsForItsOwnerAlone() throws {
    let binary = try Binary()
    #expect(
      try binary.run("init", "--archetype", "social", "--defaults", "-o", "model.yaml").status == 0)
    let attributes = try FileManager.default.attributesOfItem(
      atPath: binary.folder.path + "/model.yaml")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  #if os(Linux)
    /// What is shown until the program has ended or `isEnough` holds.
    private func transcript(
      of launch: Launch, until isEnough: (String) throws -> Bool
    ) throws -> String {
      var shown = ""
      #expect(
        try launch.wait {
          shown += try launch.shown()
          return try isEnough(shown)
        })
      return shown
    }

    @Test func questionsAreAskedOnATerminal() throws {
      let binary = try Binary()
      let launch = try binary.start(
        ["init", "-o", "model.yaml"], input: .terminal, errors: .terminal)
      launch.type("marketplase\nmarketplace\n10 %, 20 %, 30 %\n12 months\n1\n1 per year\npci\n")
      launch.type("Europe/Berlin\nnone\nno\n3\ncore\n2 mid, 3 senior\nMine\nEUR\n2027-05\n")
      let shown = try transcript(of: launch) { _ in try binary.folder.names == ["model.yaml"] }
      #expect(try launch.finish().status == 0)
      #expect(shown.contains("did you mean 'marketplace'?"))
      let model = try binary.folder.text(of: "model.yaml")
      #expect(model.contains("\nname: Mine\n") && model.contains("start: 2027-05\n"))
      #expect(model.contains("people: {mid: 2, senior: 3}"))
      // Questions come in the order of what has to be known first.
      let order =
        ["kind of site", "grow in a year", "busiest day", "regimes", "time zones"]
        + ["new region", "real time", "third-party", "Which teams", "Who is in core"]
      let places = order.map { shown.range(of: $0)?.lowerBound }
      #expect(places.allSatisfy { $0 != nil })
      #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    }

    @Test func whoeverLeavesGetsNoModel() throws {
      let binary = try Binary()
      let launch = try binary.start(
        ["init", "-o", "model.yaml"], input: .terminal, errors: .terminal)
      launch.type("saas\n")
      _ = try transcript(of: launch) { $0.contains("grow in a year") }
      launch.send(2)
      #expect(try launch.finish().status == 130)
      let early = try binary.start(
        ["init", "-o", "model.yaml"], input: .terminal, errors: .terminal)
      early.type("saas\n\u{4}")
      _ = try transcript(of: early) { $0.contains("nothing was written") }
      #expect(try early.finish().status == 64)
      #expect(try binary.folder.names.isEmpty)
    }
  #endif
}
