import Foundation
import Testing

/// The experiment in `docs/competencies.md` comes out as it says.
@Suite struct CompetencyExperimentTests {
  private static let scenarios = ["base", "single-holders", "one-gap", "two-gaps", "three-gaps"]

  /// What the plan of one scenario says.
  private struct Run {
    var scenario: String
    /// Months of the team with backfills only.
    private var months: [[String: Any]]
    var seats: [[String: Any]]

    init(_ scenario: String) throws {
      self.scenario = scenario
      let document = try Binary().run(
        "plan", Shipped.model("competency-gap"), "--scenario", scenario, "--strategy", "in-house",
        "--format", "json"
      ).document
      seats = try #require(document["seats"] as? [[String: Any]])
      let strategies = try #require(document["strategies"] as? [[String: Any]])
      let asIs = try #require(strategies.first { $0["strategy"] as? String == "as-is" })
      let teams = try #require(asIs["teams"] as? [[String: Any]])
      months = try #require(teams.first?["months"] as? [[String: Any]])
    }

    func figure(_ name: String, _ month: Int) throws -> Double {
      try #require(months[month < 0 ? months.count + month : month][name] as? Double)
    }

    func upkeep(_ month: Int) throws -> Double {
      let asked = months[month < 0 ? months.count + month : month]["askedHours"] as? [String: Any]
      return try #require(asked?["upkeep"] as? Double)
    }

    var worstCoverage: Double {
      get throws { try (3..<months.count).map { try figure("coverage", $0) }.min() ?? 1 }
    }

    /// The row of the table in the document.
    var row: String {
      get throws {
        let names = seats.map { $0["competency"] as? String ?? "" }
        return try [
          "| \(scenario)", String(format: "%.0f to %.0f", upkeep(0), upkeep(-1)),
          String(format: "%.1f to %.1f", figure("pages", 0), figure("pages", -1)),
          String(format: "%.0f %%", worstCoverage * 100), "\(seats.count)",
          names.isEmpty ? "- |" : names.joined(separator: ", ") + " |",
        ].joined(separator: " | ")
      }
    }
  }

  @Test(arguments: scenarios)
  func theDocumentTellsWhatComesOut(scenario: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("docs/competencies.md"), encoding: .utf8)
    let row = try Run(scenario).row
    #expect(text.contains("\n\(row)\n"), "\(row)")
  }

  @Test func everyGapCostsMore() throws {
    let runs = try Self.scenarios.map(Run.init)
    for (less, more) in zip(runs, runs.dropFirst()) {
      #expect(try more.upkeep(0) >= less.upkeep(0))
      #expect(try more.worstCoverage <= less.worstCoverage + 1e-9)
      #expect(more.seats.count >= less.seats.count)
    }
    #expect(try runs[4].worstCoverage < runs[0].worstCoverage - 0.1)
  }
}
