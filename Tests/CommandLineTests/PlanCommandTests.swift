import Foundation
import Testing

@Suite struct PlanCommandTests {
  private func plan(_ model: String, _ options: String...) throws -> Binary.Outcome {
    try Binary().run(["plan", Shipped.model(model), "--quick", "--format", "json"] + options)
  }

  /// What is played once for each course of traffic is not said of futures that see it otherwise.
  @Test(arguments: [[], ["--replications", "60"]])
  func backfillsAloneAreSaidToBeJudgedAtTheMean(options: [String]) throws {
    let outcome = try Binary().run(["plan", Shipped.model("small"), "--quick"] + options)
    let isSaid = !options.isEmpty
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("With all but traffic at its mean backfills alone") == isSaid)
    #expect(text.contains("Backfills alone") == !isSaid)
  }

  /// A model without histories draws no random numbers, so that only the header differs.
  @Test func aSeedMattersOnlyWhereLuckDoes() throws {
    var first = try plan("small").document
    var second = try plan("small", "--seed", "2").document
    #expect(second["seed"] as? String == "2")
    first["seed"] = nil
    second["seed"] = nil
    #expect(NSDictionary(dictionary: first) == NSDictionary(dictionary: second))
    #expect(try plan("reference-site").output != plan("reference-site", "--seed", "2").output)
  }

  @Test func theSeedMayComeFromTheEnvironment() throws {
    var binary = try Binary()
    binary.environment["CADRE_SEED"] = "2"
    let outcome = try binary.run("plan", Shipped.model("small"), "--quick", "--format", "json")
    #expect(try outcome.output == plan("small", "--seed", "2").output)
  }

  @Test func strategiesCanBeChosen() throws {
    let some = try plan("small", "--strategy", "as-is", "--strategy", "in-house")
    #expect(some.status == 0)
    #expect(try some.output != plan("small").output)
    let unknown = try plan("small", "--strategy", "in-hose")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("'as-is', 'in-house', 'partner' or 'hybrid'"))
  }

  @Test func seatsAreATable() throws {
    let table = try Binary().run("plan", Shipped.model("small"), "--quick", "--format", "csv")
    #expect(table.status == 0)
    #expect(
      table.rows.first == [
        "id", "team", "level", "source", "partner", "open", "start", "ready", "end", "cost",
        "currency", "reason", "competency", "from", "state", "replaces", "latest", "owner", "note",
      ])
    let seats = try #require(try plan("small").document["seats"] as? [[String: Any]])
    #expect(!seats.isEmpty)
    #expect(table.rows.dropFirst().map { $0[0] } == seats.map { $0["id"] as? String })
    for (row, seat) in zip(table.rows.dropFirst(), seats) {
      // The JSON reader of Foundation may miss the last bit.
      let cost = try #require(seat["cost"] as? Double)
      #expect(abs(try #require(Double(row[9])) - cost) < 1e-9 * cost)
    }
    #expect(table.rows.allSatisfy { $0.count == 19 })
  }

  @Test func theScorecardHasEveryServiceAndQuarter() throws {
    let document = try plan("small").document
    let services = try #require(document["scorecard"] as? [[String: Any]])
    #expect(services.count == 5)
    for service in services {
      #expect((service["quarters"] as? [Any])?.count == 8)
      #expect(service["isSLOAssumed"] as? Bool == true)
    }
    let balance = try #require(document["balance"] as? [String: Any])
    #expect((balance["quarters"] as? [Any])?.count == 8)
    #expect((balance["teams"] as? [Any])?.count == 2)
  }

  /// Without metrics the text has the balance of hours alone.
  @Test func thePlanSaysWhatIsMissedWhereSomethingIsMeasured() throws {
    func text(_ model: String) throws -> String {
      try Binary().run("plan", Shipped.model(model), "--quick").output
    }
    #expect(try text("storefront").contains("Services that miss a target"))
    let small = try text("small")
    #expect(small.contains("Speed and stability"))
    #expect(!small.contains("miss a target"))
  }

  /// The keys that docs/model.md names.
  @Test func leversSayWhatTheyMean() throws {
    let document = try plan("storefront").document
    let levers = try #require(document["levers"] as? [[String: Any]])
    let keys: Set = [
      "id", "teams", "service", "site", "policyMissedRatio", "policyMissedRatioAt",
      "teamsMissingPolicy", "effortHours", "cost", "worth", "policyKeptBesideSeats",
    ]
    let text = try Experiment.text(of: "docs/model.md")
    for key in keys { #expect(text.contains("`\(key)`"), "\(key)") }
    #expect(!levers.isEmpty)
    for lever in levers { #expect(Set(lever.keys) == keys) }
    let ids = levers.compactMap { $0["id"] as? String }
    for id in ids { #expect(text.contains("`\(id)`"), "\(id)") }
    let moved = try #require(levers.first { $0["id"] as? String == "moved-service" })
    #expect((moved["teams"] as? [String])?.count == 2)
    #expect(moved["service"] is String && moved["site"] is NSNull)
    let missed = levers.compactMap { $0["policyMissedRatio"] as? Double }
    #expect(missed == missed.sorted())
    #expect(missed.count == levers.count)
    for lever in levers where lever["id"] as? String == "quieter-alerts" {
      let byTeam = try #require(lever["policyMissedRatioAt"] as? [String: Double])
      let ratio = try #require(lever["policyMissedRatio"] as? Double)
      #expect(try #require(byTeam.values.min()) <= ratio + 1e-9)
      #expect(try #require(byTeam.values.max()) >= ratio - 1e-9, "the whole is a mean of its parts")
    }
    // Seats are told as the comparison of strategies tells them.
    let seats = try #require(levers.first { $0["id"] as? String == "recommended-seats" })
    let strategies = try #require(document["strategies"] as? [[String: Any]])
    func found(_ name: String) throws -> (violation: Double, cash: Double) {
      let strategy = try #require(strategies.first { $0["strategy"] as? String == name })
      let cost = try #require(strategy["cost"] as? [String: Any])
      return try (
        #require(strategy["violation"] as? Double), #require(cost["cash"] as? Double)
      )
    }
    let (asIs, best) = try (found("as-is"), found("hybrid"))
    let ratio = try #require(seats["policyMissedRatio"] as? Double)
    #expect(abs(ratio - best.violation / asIs.violation) < 1e-9)
    let cost = try #require(seats["cost"] as? Double)
    #expect(abs(cost - (best.cash - asIs.cash)) < 1e-3)
  }

  @Test func monthsCanBeChosen() throws {
    #expect(try plan("small", "--months", "6").status == 0)
    #expect(try plan("small", "--months", "0").status == 64)
    #expect(try plan("small", "--months", "61").status == 64)
  }

  /// Plans are the same whether or not futures judge them; the futures are told beside them.
  @Test func futuresJudgeEveryStrategy() throws {
    let model = Shipped.model("storefront")
    let judged = try Binary().run(
      "plan", model, "--quick", "--replications", "60", "--format", "json", "--strategy", "hybrid")
    #expect(judged.status == 0)
    let document = try judged.document
    let futures = try #require(document["futures"] as? [String: Any])
    #expect(futures["played"] as? Int == 60)
    let strategies = try #require(futures["strategies"] as? [[String: Any]])
    #expect(strategies.map { $0["strategy"] as? String } == ["as-is", "hybrid"])
    let shares = strategies.compactMap { $0["probabilityOfBest"] as? [String: Any] }
      .compactMap { $0["value"] as? Double }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
    // The recommended plan is no dearer than itself.
    let extra = try #require(strategies[1]["extraCost"] as? [String: Any])
    #expect(extra["mean"] as? Double == 0 && extra["standardError"] as? Double == 0)
    let plain = try Binary().run(
      "plan", model, "--quick", "--format", "json", "--strategy", "hybrid"
    ).document
    #expect(plain["futures"] is NSNull)
    func seats(_ document: [String: Any]) -> [NSArray] {
      (document["strategies"] as? [[String: Any]] ?? []).compactMap { $0["seats"] as? NSArray }
    }
    #expect(seats(document) == seats(plain) && seats(plain).count == 2)
    #expect(try plan("small", "--replications", "1").status == 64)
  }

  private func robust(_ model: String, _ options: String...) throws -> Binary.Outcome {
    try Binary().run(["plan", Shipped.model(model), "--robust"] + options)
  }

  @Test func robustPlansNeedScenariosOfTheSameTeams() throws {
    let none = try robust("small", "--months", "6", "--replications", "20")
    #expect(none.status == 0)
    #expect(none.output.contains("no scenarios, so that the plan above is the plan for"))
    let other = try robust("team-shape")
    #expect(other.status == 64)
    #expect(other.errors.contains("the same teams in all scenarios, which 'helped' does not have"))
  }

  @Test func robustPlansNeedProgrammes() throws {
    let quick = try robust("competency-gap", "--quick")
    #expect(quick.status == 64 && quick.errors.contains("which --quick leaves out"))
    let locked = try robust("competency-gap", "--lock", "platform-senior-2027-01-1")
    #expect(locked.status == 64 && locked.errors.contains("--lock cannot be kept"))
  }

  @Test func aRobustPlanBeginsTheSameInAllScenarios() throws {
    let document = try robust(
      "competency-gap", "--format", "json", "--replications", "20", "--time-limit", "1"
    ).document
    let robust = try #require(document["robust"] as? [String: Any])
    let names = try #require(robust["scenarios"] as? [String])
    #expect(names == ["base", "single-holders", "one-gap", "two-gaps", "three-gaps"])
    let now = try #require(robust["now"] as? [[String: Any]])
    let later = try #require(robust["later"] as? [String: [[String: Any]]])
    let until = try #require(robust["decidedBefore"] as? String)
    #expect(later.count == names.count)
    for seats in later.values {
      let first = seats.filter { ($0["open"] as? String ?? "") < until }
      #expect(first.count == now.count)
    }
    for value in ["valueOfStochasticSolution", "valueOfInformation", "gap"] {
      let amount = try #require(robust[value] as? Double)
      #expect(amount > -1)
    }
    #expect(try plan("competency-gap").document["robust"] is NSNull)
  }

  @Test func aRobustPlanSaysWhatToDecideNowAndWhatItIsWorth() throws {
    let outcome = try robust(
      "reference-site", "--months", "12", "--replications", "20", "--time-limit", "1")
    #expect(outcome.status == 0)
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in [
      "3 scenarios, each as likely: base, world-event, budget-cut.", "Decide now, whatever happens",
      "Regret of each first quarter", "nothing yet",
      "To know now which scenario comes would be worth",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func aRequiredPolicyThatIsBrokenIsNamedAndAnswersNo() throws {
    let broken = try Binary().run([
      "plan", Shipped.model("storefront"), "--quick", "--strategy", "as-is", "--require", "policy",
    ])
    #expect(broken.status == 1)
    #expect(broken.output.contains("Recommendation"))
    #expect(broken.errors.contains("cadre: policy not kept: checkout: coverage"))
    let whole = try Binary().run([
      "plan", Shipped.model("small"), "--quick", "--months", "1", "--require", "policy",
    ])
    #expect(whole.status == (whole.errors.contains("policy not kept") ? 1 : 0))
    #expect(try Binary().run(["plan", Shipped.model("small"), "--require", "luck"]).status == 64)
  }
}
