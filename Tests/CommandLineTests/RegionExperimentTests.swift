import Foundation
import Testing

/// The experiment in `docs/regions.md` comes out as it says.
@Suite struct RegionExperimentTests {
  private static let scenarios = [
    "stay-home", "base", "thin-second-site", "without-a-spare", "follow-the-sun",
  ]

  private func run(_ scenario: String) throws -> PlanExperiment {
    try PlanExperiment("two-sites", scenario: scenario)
  }

  @Test(arguments: scenarios)
  func theDocumentTellsWhatComesOut(scenario: String) throws {
    let row = try run(scenario).row
    #expect(try Experiment.text(of: "docs/regions.md").contains("\n\(row)\n"), "\(row)")
  }

  @Test func onlyAStaffedSecondSiteHelps() throws {
    func sleep(_ scenario: String) throws -> (opening: Double, last: Double) {
      try run(scenario).ends("sleepInterruptions")
    }
    let one = try sleep("base")
    #expect(one.last > (try sleep("stay-home")).last * 1.2)
    #expect(abs(try sleep("thin-second-site").last - one.last) < 1e-9)
    #expect(try sleep("follow-the-sun").last < one.last / 2)
    let spare = try sleep("without-a-spare")
    #expect(spare.opening < one.opening / 2 && spare.last > one.last)
  }

  @Test func hoursAreNeitherLostNorMade() throws {
    let (home, base) = (try run("stay-home"), try run("base"))
    #expect(abs(try base.scaling - home.scaling - 300) < 1e-6)
    #expect(home.regions.isEmpty)
    #expect(base.regions.first?["hoursBefore"] as? Double == 460)
  }
}

extension PlanExperiment {
  fileprivate var regions: [[String: Any]] { document["regions"] as? [[String: Any]] ?? [] }

  /// Hours of scaling that the team is asked for in all.
  fileprivate var scaling: Double {
    get throws { try months.reduce(0) { try $0 + asked("scaling", $1) } }
  }

  /// In the month of the opening and in the last one.
  fileprivate func ends(_ name: String) throws -> (opening: Double, last: Double) {
    (try figure(name, 6), try figure(name, -1))
  }

  /// The row of the table in the document.
  fileprivate var row: String {
    get throws {
      let (ready, sleep) = (try ends("callReady"), try ends("sleepInterruptions"))
      let nights = try ends("nightsPerWeek")
      return [
        "| \(scenario)", String(format: "%.1f to %.1f", ready.opening, ready.last),
        Experiment.tenths(try ends("pages").last),
        String(format: "%.2f to %.2f", sleep.opening, sleep.last),
        String(format: "%.2f to %.2f |", nights.opening, nights.last),
      ].joined(separator: " | ")
    }
  }
}
