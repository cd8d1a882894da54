import Foundation
import Testing

@Suite struct ModelCommandTests {
  private static let model = """
    cadre: 1
    name: Storefront
    start: 2027-01
    drivers:
      orders: {growth: 20 %}
    teams:
      checkout:
        people: {junior: 1, mid: 4, senior: 3}
        rota: {layers: 2}
    services:
      cart: {owner: checkout, tier: 2}
      old: {owner: none}

    """

  private func binary(_ model: String = model) throws -> Binary {
    let folder = try Binary.Folder()
    try folder.write(model, to: "model.yaml")
    return Binary(folder: folder)
  }

  @Test func aMissingModelIsMissingInput() throws {
    let outcome = try Binary().run("check", "none.yaml")
    #expect(outcome.status == 66)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("none.yaml"))
  }

  @Test func aBadModelNamesFileLineAndColumn() throws {
    let bad = Self.model.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.contains("tier: 2") ? "  cart: {owner: checkout, teir: 2}" : String($0) }
    let outcome = try binary(bad.joined(separator: "\n")).run("check", "model.yaml")
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("model.yaml:11:27: error[C0105]: "))
    #expect(outcome.errors.contains("tier"))
  }

  @Test func aBadModelIsDataForPrograms() throws {
    let outcome = try binary("cadre: 1\nnmae: x\n").run("check", "model.yaml", "--format", "json")
    #expect(outcome.status == 65)
    #expect(outcome.errors.isEmpty)
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let members = try #require(document as? [String: Any])
    #expect(members["format"] as? String == "cadre.check/1.0")
    #expect(members["valid"] as? Bool == false)
    let diagnostics = try #require(members["diagnostics"] as? [[String: Any]])
    let unknown = try #require(diagnostics.first { $0["code"] as? String == "C0105" })
    #expect(unknown["severity"] as? String == "error")
    #expect(unknown["line"] as? Int == 2)
    #expect(unknown["column"] as? Int == 1)
    #expect(unknown["hint"] as? String == "did you mean 'name'?")
  }

  @Test func findingsAreShownBySeverity() throws {
    let outcome = try binary().run("check", "model.yaml")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("Storefront\n1 team, 8 people, 2 services, scenario base\n"))
    #expect(outcome.output.contains("Errors (1)\n  x old: tier 2 service has no owner [C0301]\n"))
    #expect(outcome.output.hasSuffix("'cadre explain CODE' says more\n"))
  }

  @Test func findingsAreATableToo() throws {
    let outcome = try binary().run("check", "model.yaml", "--format", "csv")
    #expect(outcome.status == 0)
    let rows = outcome.rows
    #expect(rows.first?.prefix(4) == ["code", "severity", "subject", "message"])
    #expect(rows[1].prefix(3) == ["C0301", "error", "old"])
  }

  @Test(arguments: ["--strict", "--require=ownership"])
  func askingMakesFindingsCount(flag: String) throws {
    #expect(try binary().run("check", "model.yaml", flag).status == 1)
    let sound = Self.model.replacing("  old: {owner: none}\n", with: "")
    #expect(try binary(sound).run("check", "model.yaml", flag).status == 0)
  }

  @Test func documentsNameTheirInputs() throws {
    let outcome = try binary().run("check", "model.yaml", "--format", "json")
    #expect(outcome.output.contains(#""path": "model.yaml""#))
    let expression = try Regex(#""sha256": "[0-9a-f]{64}""#)
    #expect(outcome.output.contains(expression))
    #expect(try binary().run("check", "model.yaml", "--format", "json").output == outcome.output)
  }

  @Test func aModelMayComeThroughAPipe() throws {
    let piped = try Binary().run("check", "-", input: .text(Self.model))
    #expect(piped.status == 0)
    #expect(try piped.output == binary().run("check", "model.yaml").output)
  }

  @Test func foldersAndPipesAreNotModels() throws {
    let binary = try binary()
    #expect(try binary.run("check", ".").status == 66)
    #expect(mkfifo(binary.folder.path + "/pipe", 0o600) == 0)
    let outcome = try binary.run("check", "pipe")
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("not a regular file"))
  }

  @Test func filesOutsideTheProjectAreRefused() throws {
    let folder = try Binary.Folder()
    try folder.write("include: [../other/teams.yaml]\n" + Self.model, to: "project/model.yaml")
    try folder.write("teams:\n  pay:\n    people: {mid: 5}\n", to: "other/teams.yaml")
    let binary = Binary(folder: folder)
    let refused = try binary.run("check", "project/model.yaml")
    #expect(refused.status == 65)
    #expect(refused.errors.contains("C0004"))
    #expect(try binary.run("check", "project/model.yaml", "--allow-path", "other").status == 0)
    try folder.write("", to: "cadre.yaml")
    #expect(try binary.run("check", "project/model.yaml").status == 0)
  }

  @Test func anUnknownScenarioIsAnError() throws {
    let outcome = try binary().run("check", "model.yaml", "--scenario", "bse")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("bse"))
  }

  @Test func assumptionsShowSourceAndGrade() throws {
    let outcome = try Binary().run("assumptions", "--only", "oncall.max_time_share")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("0.25 fraction (0.25 to 0.3), grade A\n"))
    #expect(outcome.output.contains("Google SRE book"))
  }

  @Test func assumptionsShowWhatTheModelChanges() throws {
    let changed = Self.model + "assumptions: {oncall.handling_minutes: 90}\n"
    let binary = try binary(changed)
    let text = try binary.run("assumptions", "model.yaml", "--overridden").output
    #expect(text.contains("90 "))
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("set in the model (default "))
    let rows = try binary.run("assumptions", "model.yaml", "--format", "csv").rows
    #expect(rows.first?.prefix(4) == ["id", "low", "likely", "high"])
    #expect(rows.count > 50)
    let unknown = try Binary().run("assumptions", "--only", "onkall")
    #expect(unknown.status == 64)
  }

  @Test func namesFromTheModelCannotDriveTheTerminal() throws {
    let evil = Self.model.replacing("name: Storefront", with: #"name: "a\u001b[31mb""#)
    let outcome = try binary(evil).run("check", "model.yaml")
    #expect(!outcome.output.contains("\u{1b}"))
    #expect(!outcome.errors.contains("\u{1b}"))
  }
}
