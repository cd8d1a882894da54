import Foundation
import Testing

/// The experiments in `docs/mechanisms.md` come out as it says.
@Suite struct MechanismExperimentTests {
  private static let scenarios = [
    "base", "ledger-falls-behind", "ledger-falls-behind-held", "ledger-falls-behind-apart",
    "cared-for", "neglected", "growing", "slow-to-recover", "many-failed-changes",
    "few-failed-changes", "load-tests", "migration", "frozen-autumns",
  ]

  private func run(_ scenario: String) throws -> Experiment {
    try Experiment("mechanisms", scenario: scenario)
  }

  @Test(arguments: scenarios)
  func theDocumentTellsWhatComesOut(scenario: String) throws {
    let row = try run(scenario).row
    #expect(try Experiment.text(of: "docs/mechanisms.md").contains("\n\(row)\n"), "\(row)")
  }

  @Test func eachMechanismWorksInItsDirection() throws {
    let base = try run("base")
    let (near, held, apart) = (
      try run("ledger-falls-behind"), try run("ledger-falls-behind-held"),
      try run("ledger-falls-behind-apart")
    )
    #expect(try near.mean("pages", -1) > held.mean("pages", -1))
    #expect(try held.mean("pages", -1) > apart.mean("pages", -1))
    #expect(try run("cared-for").attrition < base.attrition - 0.02)
    #expect(try run("neglected").attrition > base.attrition + 0.02)
    #expect(try run("growing").mean("seniorCoverage", -1) > base.mean("seniorCoverage", -1))
    #expect(try run("slow-to-recover").mean("coverage", -1) < base.mean("coverage", -1))
    let (many, few) = (try run("many-failed-changes"), try run("few-failed-changes"))
    #expect(try many.mean("pages", -1) < few.mean("pages", -1))
    for scenario in ["load-tests", "migration", "frozen-autumns"] {
      #expect(try run(scenario).mean("slipMonths", -1) > base.mean("slipMonths", -1) + 0.3)
    }
  }
}

extension Experiment {
  /// The row of the table in the document.
  fileprivate var row: String {
    get throws {
      try [
        "| \(scenario)", ends("pages", Self.tenths), ends("pages", team: 1, Self.tenths),
        Self.percent(attrition), Self.percent(mean("coverage", -1)),
        Self.percent(mean("seniorCoverage", -1)), "\(Self.tenths(mean("slipMonths", -1))) |",
      ].joined(separator: " | ")
    }
  }
}
