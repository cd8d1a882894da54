import Foundation
import Testing

/// The experiment in `docs/spiral.md` comes out as it says.
@Suite struct SpiralExperimentTests {
  private func run(_ scenario: String) throws -> Experiment {
    try Experiment("short-rota", scenario: scenario)
  }

  @Test func theDocumentTellsWhatComesOut() throws {
    let text = try Experiment.text(of: "docs/spiral.md")
    for scenario in ["base", "eight", "four-frozen", "eight-frozen"] {
      let row = try run(scenario).row
      #expect(text.contains("\n\(row)\n"), "\(row)")
    }
    #expect(text.contains("\(String(format: "%.2f", pow(1.6, 35.0 / 12))) times"))
  }

  @Test func fourSpiralAndEightDoNot() throws {
    let traffic = pow(1.6, 35.0 / 12)
    let (four, eight) = (try run("base"), try run("eight"))
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
    let (fourFrozen, eightFrozen) = (try run("four-frozen"), try run("eight-frozen"))
    #expect(try fourFrozen.attrition > eightFrozen.attrition)
    #expect(try fourFrozen.mean("people", -1) < 3)
    #expect(try fourFrozen.mean("burnout", -1) > four.mean("burnout", -1))
  }
}

extension Experiment {
  fileprivate var growth: Double { get throws { try mean("pages", -1) / mean("pages", 0) } }

  /// The row of the table in the document.
  fileprivate var row: String {
    get throws {
      try [
        "| \(scenario)", ends("people", Self.tenths),
        ends("pages") { String(format: "%.0f", $0) }, Self.tenths(growth),
        ends("burnout", Self.percent), Self.percent(attrition),
        "\(Self.percent(mean("coverage", -1))) |",
      ].joined(separator: " | ")
    }
  }
}
