import Foundation
import Testing

/// The experiment in `docs/regions.md` comes out as it says.
@Suite struct RegionExperimentTests {
  private static let scenarios = [
    "stay-home", "base", "thin-second-site", "without-a-spare", "follow-the-sun",
  ]

  /// What the plan of one scenario says of the team with backfills only.
  private struct Run {
    var scenario: String
    private var months: [[String: Any]]
    var regions: [[String: Any]]

    init(_ scenario: String) throws {
      self.scenario = scenario
      let document = try Binary().run(
        "plan", Shipped.model("two-sites"), "--scenario", scenario, "--strategy", "in-house",
        "--format", "json"
      ).document
      regions = document["regions"] as? [[String: Any]] ?? []
      let strategies = try #require(document["strategies"] as? [[String: Any]])
      let asIs = try #require(strategies.first { $0["strategy"] as? String == "as-is" })
      let teams = try #require(asIs["teams"] as? [[String: Any]])
      months = try #require(teams.first?["months"] as? [[String: Any]])
    }

    /// In the month of the opening and in the last one.
    func figures(_ name: String) throws -> (opening: Double, last: Double) {
      (try #require(months[6][name] as? Double), try #require(months.last?[name] as? Double))
    }

    func asked(_ kind: String) throws -> Double {
      try months.reduce(0) { sum, month in
        let asked = try #require(month["askedHours"] as? [String: Any])
        return sum + (try #require(asked[kind] as? Double))
      }
    }

    /// The row of the table in the document.
    var row: String {
      get throws {
        let (ready, sleep) = (try figures("callReady"), try figures("sleepInterruptions"))
        let nights = try figures("nightsPerWeek")
        return [
          "| \(scenario)", String(format: "%.1f to %.1f", ready.opening, ready.last),
          String(format: "%.1f", try figures("pages").last),
          String(format: "%.2f to %.2f", sleep.opening, sleep.last),
          String(format: "%.2f to %.2f |", nights.opening, nights.last),
        ].joined(separator: " | ")
      }
    }
  }

  @Test(arguments: scenarios)
  func theDocumentTellsWhatComesOut(scenario: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("docs/regions.md"), encoding: .utf8)
    let row = try Run(scenario).row
    #expect(text.contains("\n\(row)\n"), "\(row)")
  }

  @Test func onlyAStaffedSecondSiteHelps() throws {
    let runs = Dictionary(
      uniqueKeysWithValues: try Self.scenarios.map { ($0, try Run($0)) })
    func sleep(_ scenario: String) throws -> (opening: Double, last: Double) {
      try #require(runs[scenario]).figures("sleepInterruptions")
    }
    let one = try sleep("base")
    #expect(one.last > (try sleep("stay-home")).last * 1.2)
    #expect(abs(try sleep("thin-second-site").last - one.last) < 1e-9)
    #expect(try sleep("follow-the-sun").last < one.last / 2)
    let spare = try sleep("without-a-spare")
    #expect(spare.opening < one.opening / 2 && spare.last > one.last)
  }

  @Test func hoursAreNeitherLostNorMade() throws {
    let (home, base) = (try Run("stay-home"), try Run("base"))
    #expect(abs(try base.asked("scaling") - home.asked("scaling") - 300) < 1e-6)
    #expect(home.regions.isEmpty)
    #expect(base.regions.first?["hoursBefore"] as? Double == 460)
  }
}
