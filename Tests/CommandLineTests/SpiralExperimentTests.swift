import Foundation
import Testing

/// The experiment in `docs/spiral.md` comes out as it says.
@Suite struct SpiralExperimentTests {
  /// What the simulation says of one scenario.
  private struct Run {
    var scenario: String
    private var months: [[String: Any]]

    init(_ scenario: String) throws {
      self.scenario = scenario
      let outcome = try Binary().run(
        "simulate", Shipped.model("short-rota"), "--scenario", scenario, "--format", "json")
      let teams = try #require(try outcome.document["teams"] as? [[String: Any]])
      months = try #require(teams.first?["months"] as? [[String: Any]])
    }

    func mean(_ figure: String, _ month: Int) throws -> Double {
      let found = months[month < 0 ? months.count + month : month][figure] as? [String: Any]
      return try #require(found?["mean"] as? Double)
    }

    func sum(_ figure: String) throws -> Double {
      try months.indices.reduce(0) { try $0 + mean(figure, $1) }
    }

    var growth: Double { get throws { try mean("pages", -1) / mean("pages", 0) } }
    var attrition: Double { get throws { try sum("leavers") / sum("people") * 12 } }

    /// The row of the table in the document.
    var row: String {
      get throws {
        func ends(_ figure: String, _ text: (Double) -> String) throws -> String {
          try text(mean(figure, 0)) + " to " + text(mean(figure, -1))
        }
        func percent(_ share: Double) -> String { String(format: "%.0f %%", share * 100) }
        return try [
          "| \(scenario)", ends("people") { String(format: "%.1f", $0) },
          ends("pages") { String(format: "%.0f", $0) }, String(format: "%.1f", growth),
          ends("burnout", percent), percent(attrition), "\(percent(mean("coverage", -1))) |",
        ].joined(separator: " | ")
      }
    }
  }

  @Test func theDocumentTellsWhatComesOut() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("docs/spiral.md"), encoding: .utf8)
    for scenario in ["base", "eight", "four-frozen", "eight-frozen"] {
      let row = try Run(scenario).row
      #expect(text.contains("\n\(row)\n"), "\(row)")
    }
    #expect(text.contains("\(String(format: "%.2f", pow(1.6, 35.0 / 12))) times"))
  }

  @Test func fourSpiralAndEightDoNot() throws {
    let traffic = pow(1.6, 35.0 / 12)
    let (four, eight) = (try Run("base"), try Run("eight"))
    #expect(try four.growth > 2 * traffic)
    #expect(try eight.growth < 1.35 * traffic)
    #expect(try four.mean("burnout", -1) > eight.mean("burnout", -1) + 0.1)
    #expect(try four.mean("coverage", -1) < 0.5 && eight.mean("coverage", -1) > 0.85)
    // It feeds on itself: each year adds more to burnout and pages than the one before.
    for figure in ["burnout", "pages"] {
      let years = try [0, 11, 23, 35].map { try four.mean(figure, $0) }
      #expect(years[3] - years[2] > years[2] - years[1], "\(figure)")
    }
    #expect(try four.attrition > eight.attrition)
    let (fourFrozen, eightFrozen) = (try Run("four-frozen"), try Run("eight-frozen"))
    #expect(try fourFrozen.attrition > eightFrozen.attrition)
    #expect(try fourFrozen.mean("people", -1) < 3)
    #expect(try fourFrozen.mean("burnout", -1) > four.mean("burnout", -1))
  }
}
