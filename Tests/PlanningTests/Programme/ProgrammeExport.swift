import CadreTestSupport
import Foundation
import LinearProgramming
import Organization
import Simulation
import Testing

@testable import Planning
@testable import cadre

/// Where programmes are written to.
private enum ExportFolder {
  static let named = ProcessInfo.processInfo.environment["CADRE_EXPORT"].map {
    URL(fileURLWithPath: $0)
  }
}

/// Writes programmes and what HiGHS says of them to the folder that `CADRE_EXPORT` names, for
/// Benchmarks/solver/verify.py to solve again by others.
@Suite(
  .serialized,
  .enabled(if: ExportFolder.named != nil, "CADRE_EXPORT names no folder"))
struct ProgrammeExport {
  private static let models = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("models")

  /// What HiGHS says, beside the programme.
  private struct Claim: Encodable {
    var name: String
    var solver: String
    var status: String
    var objective: Double
    var bound: Double
    /// Relative, as asked for.
    var gap: Double
    var variables: Int
    var whole: Int
    var rows: Int
    var seconds: Double
  }

  @Test(
    arguments: [
      "small", "short-rota", "team-shape", "two-sites", "competency-gap", "mechanisms",
      "reference-site", "storefront",
    ])
  func shippedModels(name: String) throws {
    let path = Self.models.appendingPathComponent("\(name).yaml").path
    let organization = try Models.load(
      path: path, scenario: nil, files: DiskFiles(model: path)
    ).organization
    let traffic = try Traffic.outlook(of: organization, seed: 1)
    // Without a partner one strategy is as good as another.
    let strategies: [Strategy] = organization.partners.isEmpty ? [.hybrid] : [.inHouse, .hybrid]
    for strategy in strategies {
      let found = ProgrammeCase(organization, traffic, strategy: strategy, futures: 100)
      var together = found.programme()
      together.share(found.shared.rows(in: found.model))
      try Self.write(together.linear, as: "\(name)-\(strategy.rawValue)")
    }
    let found = ProgrammeCase(organization, traffic, futures: 100)
    for team in found.settings.indices.prefix(2) where found.settings.count > 1 {
      try Self.write(
        found.programme(of: [team]).linear,
        as: "\(name)-\(organization.teams[team].id)")
    }
  }

  @Test(arguments: 0..<14)
  func randomOrganizations(seed: Int) throws {
    let (organization, traffic) = PlanningCase.random(seed: seed)
    let found = ProgrammeCase(organization, traffic, futures: 100)
    var together = found.programme()
    together.share(found.shared.rows(in: found.model))
    try Self.write(together.linear, as: "random-\(seed)")
  }

  private static func write(_ program: LinearProgram, as name: String) throws {
    guard let folder = ExportFolder.named else { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let solver = try Highs()
    let clock = ContinuousClock()
    var outcome = SolverOutcome.infeasible
    let gap = 1e-3
    let time = clock.measure {
      outcome = solver.solve(program, limits: SolverLimits(seconds: 30, gap: gap))
    }
    let solution = try #require(outcome.solution, "\(name): \(outcome)")
    let isSolved =
      switch outcome {
      case .solved: true
      case .stopped, .infeasible, .unbounded, .failed: false
      }
    let claim = Claim(
      name: name, solver: solver.name, status: isSolved ? "solved" : "stopped",
      objective: solution.objective, bound: solution.bound, gap: gap,
      variables: program.variableCount, whole: program.isWhole.count { $0 },
      rows: program.rowCount,
      seconds: Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(claim).write(to: folder.appendingPathComponent("\(name).json"))
    try program.mps(name: name).write(
      to: folder.appendingPathComponent("\(name).mps"), atomically: true, encoding: .utf8)
  }
}
