import ArgumentParser
import Ledger

/// Recorded runs.
struct Runs: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List, compare and check runs that were recorded.",
    usage: """
      cadre plan models/storefront.yaml --record
      cadre runs list
      cadre runs diff 1 2
      cadre runs calibrate --model models/storefront.yaml
      """,
    discussion: """
      Runs are recorded by 'plan', 'simulate' and 'forecast' with --record, or where the setting \
      `recording` is `always`. docs/ledger.md tells what is kept and how forecasts are checked.
      """,
    subcommands: [
      RunsList.self, RunsShow.self, RunsDiff.self, RunsExport.self, RunsPrune.self,
      RunsCalibrate.self,
    ])
}

extension LedgerPlace {
  /// Reads a run of the ledger.
  ///
  /// - Throws: ``Fault/usage(_:help:)`` where there is none of that number.
  func run(_ number: Int64, in ledger: Ledger) throws(Fault) -> RecordedRun {
    let found = try told { () throws(LedgerError) in try ledger.run(number) }
    guard let found else {
      throw .usage("there is no run \(number) in \(path)", help: "cadre runs list --help")
    }
    return found
  }
}
