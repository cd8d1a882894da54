import Foundation
import Testing

@Suite struct BriefCommandTests {
  /// A folder with a plan for the shop.
  private func binary(_ model: String = "storefront") throws -> Binary {
    let binary = try Binary()
    let made = try binary.run(
      "plan", Shipped.model(model), "--quick", "--format", "json", "-o", "plan.json")
    #expect(made.status == 0)
    return binary
  }

  private func brief(_ binary: Binary, _ options: String...) throws -> Binary.Outcome {
    try binary.run(["brief", Shipped.model("storefront"), "--plan", "plan.json"] + options)
  }

  @Test func everySeatOfThePlanHasABrief() throws {
    let binary = try binary()
    let plan = try JSONSerialization.jsonObject(
      with: Data(binary.folder.text(of: "plan.json").utf8))
    let seats = try #require((plan as? [String: Any])?["seats"] as? [[String: Any]])
    let ids = try seats.map { try #require($0["id"] as? String) }
    let list = try brief(binary, "--format", "json").document
    let listed = try #require(list["seats"] as? [[String: Any]])
    #expect(listed.map { $0["id"] as? String } == ids)
    #expect(Set(ids).count == ids.count)
    for (id, seat) in zip(ids, seats) {
      let document = try brief(binary, id, "--format", "json").document
      #expect(document["format"] as? String == "cadre.brief/1.0")
      let named = try #require(document["seat"] as? [String: Any])
      for key in ["id", "team", "level", "source", "open", "start"] {
        #expect(named[key] as? String == seat[key] as? String)
      }
      let isHire = seat["source"] as? String == "in-house"
      #expect((document["scorecard"] is NSNull) != isHire)
      #expect((document["partner"] is NSNull) == isHire)
      let reason = document["reason"] as? [String: Any]
      #expect(
        reason?["limit"] as? String == (seat["reason"] as? [String: Any])?["limit"] as? String)
    }
  }

  @Test func aBriefIsTextOrMarkdown() throws {
    let binary = try binary()
    let list = try brief(binary, "--format", "json").document
    let id = try #require((list["seats"] as? [[String: Any]])?.first?["id"] as? String)
    let text = try brief(binary, id)
    #expect(text.status == 0 && text.isASCII)
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let markdown = try brief(binary, id, "--format", "markdown", "-o", "brief.md")
    #expect(markdown.status == 0)
    let page = try binary.folder.text(of: "brief.md")
    #expect(page.hasPrefix("# Role brief: "))
    #expect(page.contains("\n## Exposure plan\n\n| from | trusted with |\n| --- | --- |\n"))
  }

  @Test func anUnknownSeatHasANeighbour() throws {
    let binary = try binary()
    let outcome = try brief(binary, "payments-mid-2027-01-2")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("did you mean 'payments-mid-2027-01-1'?"))
    #expect(try binary.run("brief", Shipped.model("storefront")).status == 64)
  }

  @Test func whatIsWrongWithAPlanHasAPlace() throws {
    let binary = try Binary()
    let seat =
      "{\"id\": \"a\", \"team\": \"product\", \"level\": \"mid\", \"open\": \"2027-02\", "
      + "\"reason\": {\"limit\": \"coverage\", \"first\": \"2027-02\", \"value\": \"x\"}}"
    try binary.folder.write(
      "{\"format\": \"cadre.plan/1.0\",\n \"seats\": [\(seat),\n  \(seat)]}", to: "plan.json")
    let outcome = try binary.run("brief", Shipped.model("small"), "--plan", "plan.json")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("plan.json:3:10: error[C0104]: 'a' is given twice"))
    #expect(outcome.errors.contains("error[C0201]: 'x' is not a number"))
    #expect(outcome.errors.contains("error[C0106]: 'threshold' is missing"))
  }

  /// A plan that names nothing, or is of a later version, still has seats with briefs.
  @Test func whatAPlanLeavesOutIsFilledIn() throws {
    let binary = try Binary()
    let seats = [
      "{\"team\": \"product\", \"level\": \"mid\", \"open\": \"2027-02\"}",
      "{\"id\": \"product-mid-2027-02-1\", \"team\": \"product\", \"level\": \"mid\", "
        + "\"open\": \"2027-02\", \"competency\": \"later\", \"reason\": {\"limit\": \"later\", "
        + "\"first\": \"2027-02\", \"value\": 1, \"threshold\": 1}}",
    ]
    try binary.folder.write(
      "{\"format\": \"cadre.plan/1.9\", \"seats\": [\(seats.joined(separator: ","))]}",
      to: "plan.json")
    let list = try binary.run(
      "brief", Shipped.model("small"), "--plan", "plan.json", "--format", "json"
    ).document
    let ids = try #require(list["seats"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    #expect(Set(ids).count == 2)
    for id in ids {
      let outcome = try binary.run("brief", Shipped.model("small"), "--plan", "plan.json", id)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("The plan does not say what breaks without it."))
    }
  }

  /// What somebody put into a model or a plan stays words in every format.
  @Test func hostileWordsStayWords() throws {
    let binary = try Binary()
    let model = """
      cadre: 1
      name: "a|b <script>\\e[31m"
      start: 2027-01
      drivers: {orders: {growth: 20 %}}
      teams: {core: {people: {mid: 4, senior: 2}}}
      services: {cart: {owner: core, compliance: ["[x](http://y)|"]}}

      """
    try binary.folder.write(model, to: "model.yaml")
    try binary.folder.write(
      "{\"format\": \"cadre.plan/1.0\", \"seats\": [{\"id\": \"<b>|\\u001b\", \"team\": \"core\", "
        + "\"level\": \"mid\", \"open\": \"2027-02\"}]}", to: "plan.json")
    let id = "<b>|\u{1b}"
    let text = try binary.run("brief", "model.yaml", "--plan", "plan.json", id)
    #expect(text.status == 0)
    #expect(!text.output.contains("\u{1b}"))
    let markdown = try binary.run(
      "brief", "model.yaml", "--plan", "plan.json", id, "--format", "markdown")
    #expect(!markdown.output.contains("<b>") && !markdown.output.contains("<script>"))
    #expect(markdown.output.contains("\\[x\\](http\\://y)\\|"))
    #expect(!markdown.output.contains("\u{1b}"))
  }
}
