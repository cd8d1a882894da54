import Foundation
import Testing

/// Plans that are kept, planned from again and compared.
@Suite struct SeatCommandTests {
  private static let model = """
    cadre: 1
    name: Shop
    start: 2027-01
    drivers: {orders: {growth: 60 %}}
    teams:
      core:
        people: {mid: 3, senior: 1}
        rota: {sites: {here: Europe/Berlin}}
    services:
      cart: {owner: core, tier: 1}
      search: {owner: core}

    """

  /// A folder with the model as `model.yaml` and its plan as `plan.yaml`.
  private func planned() throws -> Binary {
    let binary = try Binary()
    try binary.folder.write(Self.model, to: "model.yaml")
    let made = try binary.run("plan", "model.yaml", "--quick", "--save", "plan.yaml")
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.errors.contains("cadre: wrote plan.yaml"))
    return binary
  }

  private func edit(_ binary: Binary, _ old: String, _ new: String) throws {
    let text = try binary.folder.text(of: "plan.yaml")
    try #require(text.contains(old))
    try binary.folder.write(text.replacingOccurrences(of: old, with: new), to: "plan.yaml")
  }

  @Test func thePlanFileIsAsRecorded() throws {
    let binary = try planned()
    try Golden.expect(try binary.folder.text(of: "plan.yaml"), is: "plan-file")
  }

  @Test func aPlanFileIsItsOwnersAndNotReplaced() throws {
    let binary = try planned()
    let attributes = try FileManager.default.attributesOfItem(
      atPath: binary.folder.path + "/plan.yaml")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let again = try binary.run("plan", "model.yaml", "--quick", "--save", "plan.yaml")
    #expect(again.status == 73)
    #expect(again.output.isEmpty)
    let forced = try binary.run("plan", "model.yaml", "--quick", "--save", "plan.yaml", "--force")
    #expect(forced.status == 0)
  }

  @Test func aPlanDoesNotDifferFromItself() throws {
    let binary = try planned()
    let json = try binary.run(
      "plan", "model.yaml", "--quick", "--format", "json", "-o", "plan.json")
    #expect(json.status == 0)
    for other in ["plan.yaml", "plan.json"] {
      let diff = try binary.run("plan", "diff", "plan.yaml", other, "--exit-code")
      #expect(diff.status == 0, "\(diff.output)")
      #expect(diff.output.contains("Nothing is different."))
    }
  }

  @Test func whatIsDifferentIsTold() throws {
    let binary = try planned()
    let before = try binary.folder.text(of: "plan.yaml")
    try binary.folder.write(before, to: "before.yaml")
    try edit(binary, "state: proposed", "state: budgeted")
    let diff = try binary.run("plan", "diff", "before.yaml", "plan.yaml")
    #expect(diff.status == 0)
    #expect(diff.output.contains("state proposed -> budgeted"))
    #expect(diff.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let asked = try binary.run("plan", "diff", "before.yaml", "plan.yaml", "--exit-code")
    #expect(asked.status == 1)
    let rows = try binary.run("plan", "diff", "before.yaml", "plan.yaml", "--format", "csv").rows
    #expect(
      rows.first
        == ["change", "seat", "team", "level", "source", "field", "before", "after", "why"])
    #expect(rows.dropFirst().allSatisfy { $0[5...7] == ["state", "proposed", "budgeted"] })
    let document = try binary.run(
      "plan", "diff", "before.yaml", "plan.yaml", "--format", "json"
    ).document
    #expect(document["format"] as? String == "cadre.plan-diff/1.0")
    #expect((document["seats"] as? [Any])?.count == rows.count - 1)
  }

  @Test func theNextPlanKeepsWhatWasDecided() throws {
    let binary = try planned()
    try edit(binary, "state: proposed", "state: open")
    try edit(binary, "owner: \"engineering manager of core\"", "owner: \"=HYPERLINK(1)\"")
    try binary.folder.write(
      Self.model.replacingOccurrences(of: "2027-01", with: "2027-04"), to: "next-model.yaml")
    let next = try binary.run(
      "plan", "next-model.yaml", "--quick", "--from", "plan.yaml", "--save", "next.yaml")
    #expect(next.status == 0, "\(next.errors)")
    #expect(next.output.contains("Since the plan of 2027-01"))
    #expect(next.output.contains("offers declined, seats cancelled"))
    let ids = { (name: String) throws -> [String] in
      try binary.folder.text(of: name).split(separator: "\n").filter { $0.hasPrefix("  - id: ") }
        .map(String.init)
    }
    #expect(Set(try ids("plan.yaml")).isSubset(of: Set(try ids("next.yaml"))))
    #expect(try binary.folder.text(of: "next.yaml").contains("state: open"))
    let document = try binary.run(
      "plan", "next-model.yaml", "--quick", "--from", "plan.yaml", "--format", "json"
    ).document
    let last = try #require(document["last"] as? [String: Any])
    #expect(last["variance"] is [String: Any])
    let table = try binary.run(
      "plan", "next-model.yaml", "--quick", "--from", "plan.yaml", "--format", "csv")
    #expect(table.output.contains("'=HYPERLINK(1)"))
  }

  /// The same by the optimiser, whose programmes know seats that are under way.
  @Test func theOptimiserKeepsWhatWasDecided() throws {
    let binary = try planned()
    try edit(binary, "state: proposed", "state: offered")
    let next = try binary.run(
      "plan", "model.yaml", "--replications", "50", "--from", "plan.yaml", "--strategy", "in-house",
      "--format", "json")
    #expect(next.status == 0, "\(next.errors)")
    let seats = try #require(try next.document["seats"] as? [[String: Any]])
    let kept = try binary.folder.text(of: "plan.yaml").split(separator: "\n")
      .count { $0.hasSuffix("state: offered") }
    #expect(seats.count { $0["state"] as? String == "offered" } == kept)
  }

  @Test func everyCommandTakesThePlanFile() throws {
    let binary = try planned()
    let list = try binary.run("brief", "model.yaml", "--plan", "plan.yaml", "--format", "json")
    let seats = try #require(try list.document["seats"] as? [[String: Any]])
    let id = try #require(seats.first?["id"] as? String)
    #expect(try binary.run("brief", "model.yaml", "--plan", "plan.yaml", id).status == 0)
    for state in ["state: accepted", "state: cancelled"] {
      let played = try binary.run(
        "simulate", "model.yaml", "--plan", "plan.yaml", "--replications", "20")
      #expect(played.status == 0, "\(played.errors)")
      try edit(binary, state == "state: accepted" ? "state: proposed" : "state: accepted", state)
    }
  }

  @Test func slipsHaveAPlace() throws {
    let binary = try planned()
    try edit(binary, "state: proposed", "state: offred")
    let outcome = try binary.run("plan", "model.yaml", "--quick", "--from", "plan.yaml")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("error[C0209]: 'offred' is not one of the choices"))
    #expect(outcome.errors.contains("did you mean 'offered'?"))
    #expect(outcome.errors.contains("plan.yaml:"))
    let diff = try binary.run("plan", "diff", "plan.yaml", "plan.yaml")
    #expect(diff.status == 65)
    #expect(try binary.run("plan", "diff", "plan.yaml", "gone.yaml").status == 65)
    #expect(try binary.run("plan", "diff", "gone.yaml", "gone.yaml").status == 66)
    #expect(try binary.run("plan", "diff", "plan.yaml").status == 64)
  }

  @Test func hostileWordsStayWords() throws {
    let binary = try planned()
    let before = try binary.folder.text(of: "plan.yaml")
    try edit(
      binary, "owner: \"engineering manager of core\"",
      "owner: \"\\e]0;x\\a\"\n    note: \"\\e[31m=1+1\"")
    try binary.folder.write(before, to: "before.yaml")
    let diff = try binary.run("plan", "diff", "before.yaml", "plan.yaml")
    #expect(!diff.output.contains("\u{1b}") && !diff.errors.contains("\u{1b}"))
    let next = try binary.run("plan", "model.yaml", "--quick", "--from", "plan.yaml")
    #expect(!next.output.contains("\u{1b}"))
    let table = try binary.run("plan", "diff", "before.yaml", "plan.yaml", "--format", "csv")
    #expect(table.output.contains("'\u{1b}[31m=1+1") || !table.output.contains(",=1+1"))
  }

  @Test func whatCannotBeKeptIsRefused() throws {
    for option in ["--robust", "--frontier"] {
      let outcome = try Binary().run("plan", "model.yaml", "--from", "plan.yaml", option)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("see 'cadre plan --help'"))
    }
  }

  @Test func planningNeedsNoFurtherWord() throws {
    let binary = try Binary()
    let help = try binary.run("plan", "--help").output
    #expect(help.contains("--save <file>") && help.contains("cadre plan diff"))
    #expect(try binary.run("help", "plan").output == help)
    #expect(try binary.run("plan", "make", "--help").output == help)
    #expect(try binary.run("plan").errors.contains("see 'cadre plan --help'"))
    #expect(try binary.run("plan", "diff", "--help").output.contains("--exit-code"))
  }
}
