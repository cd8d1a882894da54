import Foundation
import Testing

@Suite struct CompareCommandTests {
  private static func json(_ arguments: [String]) throws -> [String: Any] {
    let outcome = try Binary().run(arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(json as? [String: Any])
  }

  private static func plans(_ document: [String: Any]) throws -> [[String: Any]] {
    try #require(document["plans"] as? [[String: Any]])
  }

  private static func total(_ scenario: [String: Any]) throws -> Double {
    try #require((scenario["total"] as? [String: Any])?["mean"] as? Double)
  }

  private static let effort = ["--replications", "100"]

  @Test func aScenariosPlanIsTheOneThatPlanRecommends() throws {
    let model = Shipped.model("small")
    let compared = try Self.plans(try Self.json(["compare", model] + Self.effort))
    let plan = try Self.json(["plan", model] + Self.effort)
    #expect(compared.map { $0["name"] as? String } == ["backfills only", "base"])
    let seats = try #require(plan["seats"] as? [[String: Any]])
    #expect(compared[1]["hires"] as? Int == seats.count)
    let futures = try #require(plan["futures"] as? [String: Any])
    let strategies = try #require(futures["strategies"] as? [[String: Any]])
    let best = try #require(strategies.first { $0["strategy"] as? String == "in-house" })
    let figures = try #require(best["figures"] as? [String: [String: Any]])
    let own = try #require((compared[1]["scenarios"] as? [[String: Any]])?.first)
    #expect(try Self.total(own) == figures["total"]?["mean"] as? Double, "the same futures")
    #expect(own["policyKept"] as? Double == best["policyKeptAsWanted"] as? Double)
  }

  @Test func everyPlanIsJudgedInEveryScenario() throws {
    let arguments = ["compare", Shipped.model("storefront"), "--quick"] + Self.effort
    let document = try Self.json(arguments)
    let scenarios = try #require(document["scenarios"] as? [String])
    #expect(scenarios.count > 2 && scenarios.first == "base")
    let plans = try Self.plans(document)
    #expect(plans.count == scenarios.count + 1)
    for place in scenarios.indices {
      let column = try plans.map {
        try #require(($0["scenarios"] as? [[String: Any]])?[place])
      }
      #expect(column.count { $0["isBest"] as? Bool == true } == 1)
      for cell in column {
        #expect(cell["scenario"] as? String == scenarios[place])
        let regret = try #require(cell["regret"] as? [String: Any])
        #expect(try #require(regret["policyKept"] as? Double) >= 0)
        if cell["isBest"] as? Bool == true {
          #expect((regret["cost"] as? [String: Any])?["mean"] as? Double == 0)
        }
      }
    }
    let first = try #require(document["firstSeats"] as? [[String: Any]])
    for seats in first {
      let counts = try #require(seats["byPlan"] as? [[String: Any]]).compactMap {
        $0["count"] as? Int
      }
      #expect(counts.count == scenarios.count && counts.min() == seats["common"] as? Int)
    }
    #expect(try Binary().run(arguments).output == Binary().run(arguments).output)
  }

  @Test func earlierPlansAreJudgedAsTheyStand() throws {
    let binary = try Binary()
    let model = Shipped.model("small")
    let made = try binary.run(["plan", model, "--quick", "--format", "json", "-o", "a.json"])
    #expect(made.status == 0, "\(made.errors)")
    let compared = try binary.run(
      ["compare", model, "--plan", "a.json", "--format", "csv"] + Self.effort)
    #expect(compared.status == 0, "\(compared.errors)")
    #expect(compared.rows.dropFirst().map(\.first) == ["backfills only", "a.json"])
    let quick = try binary.run(["compare", model, "--quick", "--format", "csv"] + Self.effort)
    #expect(
      quick.rows.last?.dropFirst(3) == compared.rows.last?.dropFirst(3),
      "the same seats do the same, whatever they are called")
  }

  @Test(arguments: [
    ["--scenario", "base", "--scenario", "base"], ["--scenario", "nobody"],
    ["--plan", "a", "--plan", "b", "--plan", "c", "--plan", "d", "--plan", "e", "--plan", "f"],
    ["--months", "61"], ["--plan", "missing.json"],
  ])
  func badChoicesAreRefused(options: [String]) throws {
    let outcome = try Binary().run(["compare", Shipped.model("small")] + options)
    #expect([64, 65, 66].contains(outcome.status))
    #expect(!outcome.errors.isEmpty && outcome.output.isEmpty)
  }
}
