import Foundation
import Testing

/// The experiment in `docs/competencies.md` comes out as it says.
@Suite struct CompetencyExperimentTests {
  private static let scenarios = ["base", "single-holders", "one-gap", "two-gaps", "three-gaps"]

  private func run(_ scenario: String) throws -> PlanExperiment {
    try PlanExperiment("competency-gap", scenario: scenario)
  }

  @Test(arguments: scenarios)
  func theDocumentTellsWhatComesOut(scenario: String) throws {
    let row = try run(scenario).row
    #expect(try Experiment.text(of: "docs/competencies.md").contains("\n\(row)\n"), "\(row)")
  }

  @Test func everyGapCostsMore() throws {
    let runs = try Self.scenarios.map(run)
    for (less, more) in zip(runs, runs.dropFirst()) {
      #expect(try more.asked("upkeep", 0) >= less.asked("upkeep", 0))
      #expect(try more.worstCoverage <= less.worstCoverage + 1e-9)
      #expect(try more.seats.count >= less.seats.count)
    }
    #expect(try runs[4].worstCoverage < runs[0].worstCoverage - 0.1)
  }
}

extension PlanExperiment {
  fileprivate var seats: [[String: Any]] {
    get throws { try #require(document["seats"] as? [[String: Any]]) }
  }

  fileprivate var worstCoverage: Double {
    get throws { try months.dropFirst(3).map { try figure("coverage", $0) }.min() ?? 1 }
  }

  /// The row of the table in the document.
  fileprivate var row: String {
    get throws {
      let names = try seats.map { $0["competency"] as? String ?? "" }
      return try [
        "| \(scenario)",
        String(format: "%.0f to %.0f", asked("upkeep", 0), asked("upkeep", -1)),
        String(format: "%.1f to %.1f", figure("pages", 0), figure("pages", -1)),
        Experiment.percent(worstCoverage), "\(names.count)",
        names.isEmpty ? "- |" : names.joined(separator: ", ") + " |",
      ].joined(separator: " | ")
    }
  }
}
