import Foundation
import Testing

/// The experiment in `docs/team-shape.md` comes out as it says.
@Suite struct ShapeExperimentTests {
  private static func document() throws -> String {
    try Experiment.text(of: "docs/team-shape.md")
  }

  /// A change as a row of the table in the document.
  private func row(_ scenario: String, _ tried: [String: Any]) throws -> String {
    let differences = try #require(tried["differences"] as? [String: [String: Any]])
    func mean(_ figure: String) throws -> Double {
      try #require(differences[figure]?["mean"] as? Double)
    }
    func points(_ figure: String) throws -> String {
      let text = String(format: "%+.1f", try mean(figure) * 100)
      return text.dropFirst() == "0.0" ? "0.0" : text
    }
    let error = try #require(differences["cost"]?["standardError"] as? Double)
    return try [
      "| \(scenario)", tried["change"] as? String ?? "", tried["verdict"] as? String ?? "",
      String(format: "%+.0f ± %.0f", mean("cost") / 1_000, 2 * error / 1_000),
      points("coverage"), points("burnout"), points("onCallShare") + " |",
    ].joined(separator: " | ")
  }

  @Test(arguments: [("base", 6), ("much-toil", 2), ("strong-platform", 2)])
  func theDocumentTellsWhatComesOut(scenario: String, count: Int) throws {
    let outcome = try Binary().run(
      "shape", Shipped.model("team-shape"), "--scenario", scenario, "--format", "json")
    let tried = try #require(outcome.document["tried"] as? [[String: Any]])
    let rows = try tried.map { try row(scenario, $0) }
    let document = try Self.document()
    let told = document.split(separator: "\n").filter { $0.hasPrefix("| \(scenario) |") }
    #expect(told.count == count)
    for line in told { #expect(rows.contains(String(line)), "\(line): \(rows)") }
  }

  @Test(arguments: ["helped", "helper-leaves"])
  func helpLastsAsLongAsTheHelper(scenario: String) throws {
    let run = try PlanExperiment("team-shape", scenario: scenario)
    let (shop, platform) = (0, 3)
    let row = String(
      format: "| %@ | %.1f people | %.0f to %.0f hours | %.0f %% |", scenario,
      try run.people(-1, team: platform), try run.asked("upkeep", 0, team: shop),
      try run.asked("upkeep", -1, team: shop), try run.figure("coverage", -1, team: shop) * 100)
    #expect(try Self.document().contains("\n\(row)\n"), "\(row)")
  }
}
