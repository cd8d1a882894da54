import CadreTestSupport
import Testing

@testable import Organization

@Suite struct SettingTests {
  private static let model = """
    cadre: 1
    start: 2027-01
    drivers:
      orders: {growth: {low: 10 %, likely: 20 %, high: 40 %}}   # as sales expects
    teams:
      shop: {people: {mid: 4, senior: 2}}
    services:
      web.front: {owner: shop, headroom: 2}
    policy:
      coverage: {at-least: 90 %, probability: 80 %}
    scenarios:
      # The good year.
      boom:
        drivers:
          orders: {growth: 60 %}

    # What hiring is like.
    hiring: {acceptance: 80 %}

    """

  private static func document(_ text: String = model) throws -> ModelDocument {
    try ModelDocument(
      path: "model.yaml", source: MemoryFiles(["model.yaml": text]), dataFiles: StubDataFiles())
  }

  private static func load(
    _ settings: [String], scenario: String? = nil
  ) throws -> Organization {
    try document().load(scenario: scenario, settings: settings.compactMap(Setting.init))
      .organization
  }

  @Test func aSettingReplacesOneNumber() throws {
    #expect(try Self.load(["hiring.acceptance=90 %"]).hiring.acceptance == ThreePoint(0.9))
    #expect(
      try Self.load(["drivers.orders.growth={low: 0 %, likely: 5 %, high: 9 %}"])
        .drivers[0].growthPerYear == ThreePoint(low: 0, likely: 0.05, high: 0.09))
    // Ids and rows of the table have dots in them.
    #expect(try Self.load(["services.web.front.headroom=3"]).services[0].headroom == ThreePoint(3))
    #expect(try Self.load(["assumptions.time.hours_per_day=6"]).assumptions[.timeHoursPerDay] == 6)
  }

  @Test func aSettingLiesOverTheScenario() throws {
    #expect(try Self.load([], scenario: "boom").drivers[0].growthPerYear == ThreePoint(0.6))
    let both = try Self.load(["drivers.orders.growth=70 %"], scenario: "boom")
    #expect(both.drivers[0].growthPerYear == ThreePoint(0.7))
    #expect(both.scenario == "boom")
  }

  @Test func theLaterOfTwoCounts() throws {
    let set = try Self.load(["hiring.acceptance=50 %", "hiring.acceptance=60 %"])
    #expect(set.hiring.acceptance == ThreePoint(0.6))
  }

  @Test(arguments: [
    "hiring.acceptanc=90 %", "hiring.acceptance=ninety", "hiring.acceptance=190 %", "nothing=1",
    "drivers.orders.growth=[", "hiring=5", ".=1", "a..b=1",
  ])
  func whatMeansNothingIsAFinding(setting: String) throws {
    #expect(throws: DiagnosticError.self) { try Self.load([setting]) }
  }

  @Test(arguments: ["", "=", "x", "x=", "x= ", "=5"])
  func aSettingNeedsAKeyAndAValue(text: String) {
    #expect(Setting(text) == nil)
  }

  // MARK: Saving

  private static func saved(
    _ text: String, as name: String, basedOn origin: String, _ settings: [String]
  ) throws -> String {
    try document(text).text(
      adding: name, basedOn: origin, settings: settings.compactMap(Setting.init),
      to: Array(text.utf8))
  }

  @Test func aSavedScenarioReadsAsItWasSetAndNothingElseChanges() throws {
    let settings = ["hiring.acceptance=90 %", "assumptions.time.hours_per_day=6"]
    let text = try Self.saved(Self.model, as: "better", basedOn: "boom", settings)
    let wanted = try Self.load(settings, scenario: "boom")
    let found = try Self.document(text).load(scenario: "better").organization
    #expect(found.hiring == wanted.hiring)
    #expect(found.drivers == wanted.drivers)
    #expect(found.assumptions.rows == wanted.assumptions.rows)
    // Every line that was there is still there, comments too, and in order.
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for line in Self.model.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let place = rest.firstIndex(of: line) else {
        Issue.record("lost: \(line)")
        return
      }
      rest = rest[(place + 1)...]
    }
  }

  @Test func aModelWithoutScenariosGetsTheSection() throws {
    let text = """
      cadre: 1
      start: 2027-01
      drivers: {orders: {growth: 20 %}}
      teams: {shop: {people: {mid: 4}}}
      services: {web: {owner: shop}}
      """
    let saved = try Self.saved(text, as: "more", basedOn: "base", ["drivers.orders.growth=50 %"])
    #expect(saved.hasPrefix(text))
    let found = try Self.document(saved).load(scenario: "more").organization
    #expect(found.drivers[0].growthPerYear == ThreePoint(0.5))
  }

  @Test func namesThatCannotBeAreRefused() {
    #expect(throws: SavingObstacle.nameTaken("boom")) {
      try Self.saved(Self.model, as: "boom", basedOn: "base", ["hiring.acceptance=90 %"])
    }
    for name in ["", "base", "a b", "x: y", "\u{1b}"] {
      #expect(throws: SavingObstacle.badName(name)) {
        try Self.saved(Self.model, as: name, basedOn: "base", [])
      }
    }
  }

  @Test func scenariosOnOneLineAreLeftAlone() {
    let text = Self.model.replacing(
      "scenarios:\n  # The good year.\n  boom:\n    drivers:\n      orders: {growth: 60 %}\n",
      with: "scenarios: {boom: {drivers: {orders: {growth: 60 %}}}}\n")
    #expect(throws: SavingObstacle.unusualLayout) {
      try Self.saved(text, as: "more", basedOn: "base", [])
    }
  }
}
