import Foundation
import Organization
import Planning
import Simulation
import Testing

@testable import Explorer
@testable import TerminalKit

/// Reads the files of the repository.
struct RepositoryFiles: FileSource {
  func bytes(of path: String, limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DiagnosticError([Diagnostic(.cannotRead(path: path, reason: "is not there"))])
    }
    return Array(data)
  }
}

/// Models that come with cadre, opened as a user opens them.
enum Opened {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static func document(_ name: String) throws -> ModelDocument {
    try ModelDocument(
      path: "\(root)/models/\(name).yaml", source: RepositoryFiles(), dataFiles: CSVDataFiles())
  }

  /// Before anything was played.
  static func explorer(_ name: String, scenario: String? = nil) throws -> Explorer {
    var explorer = try Explorer(
      try document(name), path: "models/\(name).yaml", scenario: scenario, months: nil, seed: 1)
    _ = explorer.settle()
    return explorer
  }

  /// With some futures and the quick plan, as they come in the background.
  static func refined(_ name: String, futures: Int = 64) throws -> Explorer {
    var explorer = try explorer(name)
    refine(&explorer, futures: futures)
    return explorer
  }

  static func refine(_ explorer: inout Explorer, futures: Int = 64) {
    let work = explorer.work
    let judge = FutureJudge(work.base)
    var run = FuturesRun(judge, goal: .init(futures: futures))
    while !run.isDone { run.add(run.next.map(judge.play)) }
    explorer.take(
      .futures(
        Answer(run.estimate, judge: judge), tornado: Tornado.bars(run.estimate, judge: judge)),
      generation: work.generation)
    let plan = Planner.recommend(
      for: work.organization, traffic: work.outlook, strategies: Set(Strategy.allCases))
    explorer.take(.plan(plan, isQuick: true), generation: work.generation)
    explorer.take(.done, generation: work.generation)
  }
}

extension Explorer {
  /// Presses keys one after the other, as a script of a session.
  mutating func press(_ keys: Key...) { press(keys) }

  mutating func press(_ keys: [Key]) {
    for key in keys {
      _ = handle(.key(key))
      _ = settle()
    }
  }

  mutating func type(_ text: String) { press(text.map { Key.character($0) }) }

  /// The screen as text.
  func text(width: Int = 120, height: Int = 40) -> String {
    render(width: width, height: height, glyphs: .braille).text
  }

  var bottom: String {
    let lines = text(width: size.width, height: size.height).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.count > 2 ? String(lines[lines.count - 3]) : ""
  }
}
