import Foundation
import Ledger
import Organization
import Reporting

/// A folder for a ledger, removed with the value.
final class TemporaryLedger {
  let folder: String

  var path: String { folder + "/ledger.sqlite" }

  init() throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("cadre-ledger-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    // A folder that cannot be removed is the system's to clean up.
    try? FileManager.default.removeItem(atPath: folder)
  }

  func open() throws -> Ledger { try Ledger(path: path, ifAbsent: .create(makesFolder: false)) }
}

extension RunFacts {
  static func example(
    _ command: String = "plan", recorded: Int = 1_800_000_000, seed: UInt64 = .max,
    inputs: [String: String] = ["shop.yaml": "00ff"]
  ) -> RunFacts {
    RunFacts(
      recorded: Moment(seconds: recorded), command: command, arguments: ["shop.yaml", "--quick"],
      header: RunHeader(
        generator: "cadre test", seed: seed,
        inputs: inputs.sorted { $0.key < $1.key }.map { .init(path: $0.key, sha256: $0.value) }),
      subject: RunFacts.Subject(
        name: "Shop \u{1b}[31m", scenario: "base", start: YearMonth(year: 2027, month: 1),
        months: 12)
    )
  }
}

extension RunResult {
  static func example(_ document: String = "{\n  \"a\": 1\n}\n") -> RunResult {
    RunResult(
      document: document,
      figures: [
        KeyFigure("strategy", "hybrid"), KeyFigure("total cost", 1.25e6, unit: "EUR"),
        KeyFigure("policy kept", 0.1 + 0.2, unit: "share"),
      ], seats: [.example("web", "2027-01"), .example("web", "2027-04", partner: "north")],
      intervals: [
        .example(.traffic, "orders", "2027-01", 90...110),
        .example(.leavers, "", "2027-01", 0...3, months: 3),
      ])
  }
}

extension RecordedSeat {
  static func example(
    _ team: String, _ open: String, level: String = "mid", partner: String? = nil
  ) -> RecordedSeat {
    RecordedSeat(
      id: "\(team)-\(level)-\(open)-1", team: team, level: level, partner: partner,
      open: .of(open), end: partner == nil ? nil : .of(open) + 6)
  }
}

extension StatedInterval {
  static func example(
    _ quantity: ObservedQuantity, _ subject: String, _ start: String, _ range: ClosedRange<Double>,
    months: Int = 1
  ) -> StatedInterval {
    StatedInterval(
      quantity: quantity, subject: subject, start: .of(start), months: months,
      low: range.lowerBound, median: (range.lowerBound + range.upperBound) / 2,
      high: range.upperBound)
  }
}

extension YearMonth {
  static func of(_ text: String) -> YearMonth { YearMonth(text) ?? YearMonth(index: 0) }
}
