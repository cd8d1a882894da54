import Foundation
import Testing

@Suite struct DiagnosticsTests {
  private static let commands = [
    ["plan", "m.yaml"], ["forecast", "m.yaml"], ["assumptions", "m.yaml"],
  ]

  private func findings(_ outcome: Binary.Outcome) throws -> [[String: Any]] {
    let document = try outcome.document
    #expect(document["format"] as? String == "cadre.diagnostics/1.0")
    return try #require(document["diagnostics"] as? [[String: Any]])
  }

  @Test(arguments: commands)
  func mistakesAreData(arguments: [String]) throws {
    let binary = try Binary()
    try binary.folder.write("cadre: 1\nteems: {}\nstart: never\n", to: "m.yaml")
    let outcome = try binary.run(arguments + ["--format", "json"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.isEmpty)
    let findings = try findings(outcome)
    #expect(findings.count > 1)
    #expect(findings.allSatisfy { ($0["code"] as? String)?.hasPrefix("C") == true })
    #expect(findings.contains { $0["line"] as? Int == 2 && $0["file"] as? String == "m.yaml" })
    let text = try binary.run(arguments)
    #expect(text.status == 65)
    #expect(text.output.isEmpty)
    #expect(text.errors.contains("m.yaml:2:1: error"))
  }

  @Test(arguments: commands)
  func aMissingFileIsDataToo(arguments: [String]) throws {
    let outcome = try Binary().run(arguments + ["--format", "json"])
    #expect(outcome.status == 66)
    #expect(try findings(outcome).count == 1)
  }

  /// The result of an earlier run is worth more than the complaint about a later one.
  @Test(arguments: commands)
  func anEarlierResultIsKept(arguments: [String]) throws {
    let binary = try Binary()
    try binary.folder.write("cadre: 2\n", to: "m.yaml")
    try binary.folder.write("mine", to: "r.json")
    let outcome = try binary.run(arguments + ["--format", "json", "-o", "r.json", "--force"])
    #expect(outcome.status == 65)
    #expect(try !findings(outcome).isEmpty)
    #expect(try binary.folder.text(of: "r.json") == "mine")
  }

  @Test func dataThatSayTooLittleAreReported() throws {
    let binary = try Binary()
    try binary.folder.write("series,time,value\na,2026-01,\na,2026-02,\n", to: "s.csv")
    let outcome = try binary.run(
      "forecast", "--series", "s.csv", "--horizon", "2", "--format", "json")
    #expect(outcome.status == 65)
    #expect(try findings(outcome).first?["message"] as? String == "series 'a' has no values")
  }
}
