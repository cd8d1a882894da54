import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Recording by programs that are killed, and by several at once.
@Suite struct KilledRecordingTests {
  private static let kills = 200

  private let model = """
    cadre: 1
    start: 2027-01
    drivers: {orders: {growth: 20 %}}
    teams: {web: {people: {mid: 3, senior: 1}}}
    services: {site: {owner: web, traffic: {orders: 1}}}
    """

  private func binary() throws -> Binary {
    let binary = try Binary()
    try binary.folder.write(model, to: "m.yaml")
    return binary
  }

  /// Each run has a seed of its own, so that no two documents are alike.
  private func arguments(_ seed: Int) -> [String] {
    [
      "simulate", "m.yaml", "--replications", "2", "--months", "3", "--threads", "1", "--seed",
      "\(seed)", "--ledger", "l.sqlite",
    ]
  }

  private func documents(_ binary: Binary) throws -> [Int: String] {
    let outcome = try binary.run("runs", "export", "--ledger", "l.sqlite", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let runs = try #require(try outcome.document["runs"] as? [[String: Any]])
    var documents: [Int: String] = [:]
    for run in runs {
      documents[try #require(run["id"] as? Int)] = try #require(run["document"] as? String)
    }
    return documents
  }

  /// Killed at any moment, a program leaves a ledger that is sound, and in it every run that had been
  /// acknowledged, byte for byte.
  @Test func whateverWasAcknowledgedOutlivesAKill() throws {
    let binary = try binary()
    let usual = try usualMicroseconds(binary)
    var random = SystemRandomNumberGenerator()
    var known = try documents(binary)
    var (killed, told) = (0, [Int]())
    for kill in 1...Self.kills {
      let launch = try binary.start(arguments(kill))
      // From before it has begun to after it has ended.
      usleep(UInt32(Double.random(in: 0.1...1.2, using: &random) * usual))
      launch.send(SIGKILL)
      let outcome = try launch.finish()
      killed += outcome.status == 128 + SIGKILL ? 1 : 0
      if outcome.errors.contains("recorded run") { told.append(kill) }
      // Looking each time would hide what several kills in a row do.
      guard kill.isMultiple(of: 20) else { continue }
      let found = try documents(binary)
      for (id, document) in known { #expect(found[id] == document, "run \(id), kill \(kill)") }
      for seed in told {
        #expect(found.values.contains { $0.contains("\"seed\": \"\(seed)\"") }, "kill \(seed)")
      }
      (known, told) = (found, [])
    }
    #expect(killed > Self.kills / 4, "programs were killed before they had ended: \(killed)")
    #expect(known.count > 1, "some had recorded before")
    #expect(try binary.run(arguments(0)).status == 0)
  }

  /// How long recording takes where nobody is killed.
  private func usualMicroseconds(_ binary: Binary) throws -> Double {
    var shortest = Duration.seconds(60)
    for _ in 0..<5 {
      let begin = ContinuousClock.now
      #expect(try binary.run(arguments(0)).status == 0)
      shortest = min(shortest, begin.duration(to: .now))
    }
    return shortest / .microseconds(1)
  }

  @Test func severalProgramsRecordOneAfterTheOther() throws {
    let binary = try binary()
    let launches = try (1...8).map { try binary.start(arguments($0)) }
    for launch in launches {
      let outcome = try launch.finish()
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(try documents(binary).keys.sorted() == Array(1...8))
  }
}
