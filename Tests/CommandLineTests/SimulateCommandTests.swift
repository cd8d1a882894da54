import Foundation
import Testing

@Suite struct SimulateCommandTests {
  private func simulate(_ model: String, _ options: String...) throws -> Binary.Outcome {
    try Binary().run(["simulate", Shipped.model(model), "--replications", "100"] + options)
  }

  @Test(arguments: ["text", "json", "csv"])
  func threadsDoNotChangeAByte(format: String) throws {
    let one = try simulate("storefront", "--format", format, "--threads", "1")
    #expect(one.status == 0)
    #expect(!one.output.isEmpty)
    #expect(try simulate("storefront", "--format", format, "--threads", "3").output == one.output)
  }

  @Test func anotherSeedIsAnotherFuture() throws {
    let first = try simulate("small", "--format", "json")
    #expect(try simulate("small", "--format", "json", "--seed", "2").output != first.output)
    #expect(try simulate("small", "--format", "json", "--seed", "1").output == first.output)
  }

  /// The plan that was made is the plan that is played, hire by hire.
  @Test func aPlanIsPlayed() throws {
    let binary = try Binary()
    let model = Shipped.model("storefront")
    #expect(
      try binary.run("plan", model, "--quick", "--format", "json", "-o", "p.json").status == 0)
    func kept(_ options: String...) throws -> Double {
      let outcome = try binary.run(
        ["simulate", model, "--format", "json", "--replications", "200"] + options)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let figures = try outcome.document["figures"] as? [String: [String: Any]]
      return try #require(figures?["policyKept"]?["mean"] as? Double)
    }
    let backfills = try kept()
    #expect(try kept("--plan", "p.json") > backfills + 0.1)
    #expect(try kept("--plan", "p.json", "--strategy", "as-is") == backfills)
    let document = try binary.run(
      "simulate", model, "--plan", "p.json", "--format", "json", "--replications", "10"
    ).document
    let inputs = try #require(document["inputs"] as? [[String: Any]])
    #expect(inputs.contains { $0["path"] as? String == "p.json" })
  }

  @Test func aBadPlanIsShownWhereItIsBad() throws {
    let binary = try Binary()
    let model = Shipped.model("small")
    func errors(_ text: String, _ options: String...) throws -> String {
      try binary.folder.write(text, to: "p.json")
      let outcome = try binary.run(["simulate", model, "--plan", "p.json"] + options)
      #expect(outcome.status == 65, "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
      return outcome.errors
    }
    let head = "{\"format\": \"cadre.plan/1.0\",\n"
    #expect(try errors("[1, 2]").contains("p.json:1:1"))
    #expect(try errors("{\"format\": \"cadre.check/1.0\"}").contains("cadre plan --format json"))
    #expect(try errors(head + "\"other\": []}").contains("'seats'"))
    let seats = "\"seats\": [{\"team\": \"chekout\", \"level\": \"mid\", \"open\": \"2027-13\"}]}"
    let found = try errors(head + seats)
    #expect(found.contains("p.json:2:20") && found.contains("chekout") && found.contains("2027-13"))
    #expect(
      try errors(
        head + "\"seats\": [], \"strategies\": [{\"strategy\": \"as-is\", \"seats\": []}]}",
        "--strategy", "hybrid"
      ).contains("choose as-is"))
    try binary.folder.write("{", to: "p.json")
    #expect(try binary.run("simulate", model, "--plan", "p.json").status == 65)
    #expect(try binary.run("simulate", model, "--plan", "none.json").status == 66)
  }

  @Test func enoughIsEnough() throws {
    let outcome = try Binary().run(
      "simulate", Shipped.model("small"), "--precision", "0.05", "--format", "json")
    let futures = try #require(outcome.document["futures"] as? [String: Any])
    let played = try #require(futures["played"] as? Int)
    #expect(played.isMultiple(of: 256) && played < 5_000)
    #expect(try #require(futures["precision"] as? Double) <= 0.05)
  }

  @Test func aFutureIsAStory() throws {
    let outcome = try Binary().run("simulate", Shipped.model("storefront"), "--trace", "3")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("future 3"))
    #expect(outcome.output.contains("2028-12"))
    #expect(outcome.output.contains("leaves; a backfill opens"))
    let other = try Binary().run("simulate", Shipped.model("storefront"), "--trace", "4")
    #expect(other.output != outcome.output)
    let document = try Binary().run(
      "simulate", Shipped.model("small"), "--trace", "0", "--format", "json"
    ).document
    #expect(document["format"] as? String == "cadre.story/1.0")
  }

  @Test func shocksAreToldOnTheSameLuck() throws {
    let document = try simulate("storefront", "--resilience", "--format", "json").document
    let shocks = try #require(document["resilience"] as? [[String: Any]])
    #expect(shocks.count == 8 + 2 + 2)
    let ten = try #require(shocks.last)
    #expect(ten["shock"] as? String == "traffic is 10 times as high")
    let change = try #require(ten["policyKeptChange"] as? [String: Any])
    #expect(try #require(change["mean"] as? Double) < -0.05)
  }

  @Test(arguments: [
    ["--replications", "0"], ["--precision", "0"], ["--precision", "nan"], ["--threads", "0"],
    ["--months", "61"], ["--trace", "-1"], ["--trace", "1", "--resilience"],
    ["--strategy", "hybrid"], ["--trace", "1", "--format", "csv"],
  ])
  func whatMakesNoSenseIsRefused(options: [String]) throws {
    let outcome = try Binary().run(["simulate", Shipped.model("small")] + options)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
  }

  #if os(Linux)
    /// What was played until then is told, and says so.
    @Test func aRunThatIsStoppedIsPartial() throws {
      let binary = try Binary()
      let launch = try binary.start(
        [
          "simulate", Shipped.model("storefront"), "--replications", "5000000", "--format", "json",
          "-o", "s.json",
        ], errors: .terminal)
      var screen = ""
      #expect(
        try launch.wait {
          screen += try launch.shown()
          return screen.contains("s left")
        })
      launch.send(2)
      let outcome = try launch.finish()
      #expect(outcome.status == 130)
      #expect(try binary.folder.text(of: "s.json").contains("\"partial\": true"))
    }
  #endif
}
