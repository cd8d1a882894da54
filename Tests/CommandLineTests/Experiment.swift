import Foundation
import Testing

/// What the simulation says of one scenario of a shipped experiment.
struct Experiment {
  var scenario: String
  private let teams: [[[String: Any]]]

  init(_ model: String, scenario: String) throws {
    self.scenario = scenario
    let outcome = try Binary().run(
      "simulate", Shipped.model(model), "--scenario", scenario, "--format", "json")
    let teams = try #require(try outcome.document["teams"] as? [[String: Any]])
    self.teams = try teams.map { try #require($0["months"] as? [[String: Any]]) }
  }

  /// The mean of a figure of a team in a month; negative months count from the end.
  func mean(_ figure: String, _ month: Int, team: Int = 0) throws -> Double {
    let months = teams[team]
    let found = months[month < 0 ? months.count + month : month][figure] as? [String: Any]
    return try #require(found?["mean"] as? Double)
  }

  func sum(_ figure: String) throws -> Double {
    try teams[0].indices.reduce(0) { try $0 + mean(figure, $1) }
  }

  /// The share of the first team that leaves in a year.
  var attrition: Double { get throws { try sum("leavers") / sum("people") * 12 } }

  /// The first and the last month of a figure, as a table shows them.
  func ends(_ figure: String, team: Int = 0, _ text: (Double) -> String) throws -> String {
    try text(mean(figure, 0, team: team)) + " to " + text(mean(figure, -1, team: team))
  }

  static func percent(_ share: Double) -> String { String(format: "%.0f %%", share * 100) }
  static func tenths(_ number: Double) -> String { String(format: "%.1f", number) }

  /// Where the repository is.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file of the repository.
  static func text(of file: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
  }
}
