import Foundation
import Organization
import Planning
import Simulation
import Testing

@testable import Explorer
@testable import TerminalKit
@testable import cadre

/// Screens show what the command prints that they offer to copy.
@Suite struct ExploreNumbersTests {
  private func explorer(_ keys: [Key]) throws -> Explorer {
    let path = Shipped.model("storefront")
    let files = DiskFiles(model: path)
    let document = try ModelDocument(path: path, source: files, dataFiles: CSVDataFiles())
    var explorer = try Explorer(document, path: path, scenario: "viral", months: nil, seed: 3)
    for key in keys { _ = explorer.handle(.key(key)) }
    _ = explorer.settle()
    let work = explorer.work
    let judge = FutureJudge(work.base)
    var run = FuturesRun(judge, goal: .init(futures: 48))
    while !run.isDone { run.add(run.next.map(judge.play)) }
    explorer.take(
      .futures(Answer(run.estimate, judge: judge), tornado: []), generation: work.generation)
    let plan = Planner.recommend(
      for: work.organization, traffic: work.outlook, strategies: Set(Strategy.allCases))
    explorer.take(.plan(plan, isQuick: true), generation: work.generation)
    return explorer
  }

  /// A shell takes the line apart as a user's does.
  private func run(_ line: String, _ more: String) throws -> Binary.Outcome {
    let binary = try Binary()
    let words = line.dropFirst("cadre ".count)
    let file = binary.folder.path + "/line"
    try binary.folder.write("printf '%s\\0' \(words) \(more)", to: "line")
    let shell = try Shell.output(of: file)
    return try binary.run(shell.split(separator: "\0").map(String.init))
  }

  @Test func teamsAreThoseOfTheSimulation() throws {
    let turned: [Key] = [.tab, .shiftRight, .shiftRight, .tab, .character("2")]
    let explorer = try explorer(turned)
    #expect(explorer.variant.settings.count == 1)
    let line = try #require(explorer.commandLine)
    let outcome = try run(line, "--format csv")
    #expect(outcome.status == 0, "\(outcome.errors)")
    var printed = [String: [Double]]()
    for row in outcome.rows.dropFirst() where row.count == 8 {
      printed["\(row[0]) \(row[1]) \(row[2])"] = row[3...].map { Double($0) ?? .nan }
    }
    let organization = explorer.organization
    for (team, found) in explorer.answer.teams.enumerated() {
      for month in 0..<organization.months {
        let place = "\(organization.teams[team].id) \(organization.start + month)"
        for (name, figure) in [
          ("coverage", found.coverage[month]), ("burnout", found.burnout[month]),
          ("people", found.people[month]), ("pages", found.pages[month]),
        ] {
          let row = try #require(printed["\(place) \(name)"])
          #expect(row[0] == figure.mean && row[2] == figure.low && row[4] == figure.high)
        }
      }
    }
  }

  /// Foundation reads the last bit of a number in a document wrong.
  private func expect(_ printed: Double?, is shown: Double?) {
    guard let printed, let shown else {
      #expect(printed == shown)
      return
    }
    #expect(abs(printed - shown) <= 1e-14 * abs(shown))
  }

  @Test func moneyAndThePlanAreThoseOfTheCommands() throws {
    let explorer = try explorer([])
    let lines = try #require(explorer.commandLine).split(separator: "\n").map(String.init)
    #expect(lines.count == 2)
    let screen = explorer.render(width: 110, height: 60, glyphs: .blocks).text
    let simulated = try run(lines[0], "--format json").document
    let figures = try #require(simulated["figures"] as? [String: [String: Double]])
    for figure in FutureFigure.allCases {
      let shown = try #require(explorer.answer.costs[figure])
      expect(figures[figure.name]?["mean"], is: shown.mean)
      expect(figures[figure.name]?["standardError"], is: shown.standardError)
    }
    expect(figures["policyKept"]?["p10"], is: explorer.answer.kept.low)
    expect(simulated["policyKeptAsWanted"] as? Double, is: explorer.answer.keptAsWanted)
    let planned = try run(lines[1], "").output
    let heading = try #require(
      planned.split(separator: "\n").first { $0.contains("Recommendation") })
    #expect(screen.contains(heading))
  }
}

/// Runs a file with the shell.
private enum Shell {
  static func output(of file: String) throws -> String {
    let answer = file + ".out"
    var actions = FileActions()
    defer { actions.destroy() }
    actions.open("/dev/null", as: 0, O_RDONLY)
    actions.open(answer, as: 1, O_WRONLY | O_CREAT)
    let process = try actions.spawn("/bin/sh", [file], ["PATH=/usr/bin:/bin"], in: "/")
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw Launch.Failure(code: errno) }
    }
    return String(decoding: try Data(contentsOf: URL(fileURLWithPath: answer)), as: UTF8.self)
  }
}
