import CadreTestSupport
import Organization
import Testing

@Suite struct ScenarioTests {
  private let text = minimal(
    """
    hiring: {recruiters: 2, acceptance: 50 %}
    events: {sale: {kind: campaign, month: 2027-11, days: 5, mean: 1.5, peak: 3}}
    scenarios:
      boom:
        drivers: {orders: {growth: {low: 20 %, likely: 60 %, high: 90 %}}}
        hiring: {acceptance: 90 %}
        teams: {web: {people: {staff: 1}}, ops: {people: {mid: 1}}}
        events: {sale: null}
      later: {events: {sale: {days: 7}}}
      quiet:
    """)

  @Test func mappingsMergeAndEverythingElseReplaces() throws {
    let boom = try load(text, scenario: "boom")
    #expect(boom.drivers[0].growthPerYear == ThreePoint(low: 0.2, likely: 0.6, high: 0.9))
    #expect(boom.hiring.acceptance.likely == 0.9)
    #expect(boom.hiring.recruiters?.likely == 2)
    #expect(boom.teams.map(\.id) == ["web", "ops"])
    #expect(boom.teams[0].members.map(\.level) == [3])
    #expect(boom.events.isEmpty)
    #expect(boom.scenario == "boom")
    #expect(boom.scenarios == ["boom", "later", "quiet"])
  }

  @Test func aTaggedEntryIsMergedToo() throws {
    let event = try #require(try load(text, scenario: "later").events.first)
    guard case .campaign(_, let days, _, let peak, _) = event.kind else {
      Issue.record("not a campaign")
      return
    }
    #expect(days == 7)
    #expect(peak.likely == 3)
  }

  @Test func theBaseIsUntouched() throws {
    let base = try load(text)
    #expect(base.teams.count == 1)
    #expect(base.events.count == 1)
    #expect(base.scenario == "base")
    #expect(try load(text, scenario: "quiet").teams == base.teams)
    #expect(check(text).isEmpty)
  }

  @Test func unknownScenariosGetAHint() {
    #expect {
      try load(text, scenario: "boon")
    } throws: { error in
      (error as? DiagnosticError)?.diagnostics.map(\.problem)
        == [.unknownReference("boon", kind: "scenario", nearest: "boom")]
    }
  }

  @Test func problemsOfTheBaseAreReportedOnceWhateverTheScenarios() {
    let found = check(text.replacing("owner: web", with: "owner: wep"))
    #expect(found.map(\.problem.code) == ["C0210"])
  }

  @Test func includedFilesComeFirst() throws {
    let files = MemoryFiles([
      "m/model.yaml": minimal("include: [parts/teams.yaml]\nname: Outer"),
      "m/parts/teams.yaml": "name: Inner\nteams: {web: {kind: data}, ops: {people: {mid: 3}}}\n",
    ])
    let loaded = try ModelFile.load(
      path: "m/model.yaml", source: files, dataFiles: StubDataFiles())
    #expect(loaded.organization.name == "Outer")
    #expect(loaded.organization.teams.map(\.id) == ["web", "ops"])
    #expect(loaded.organization.teams[0].kind == .data)
    #expect(loaded.organization.teams[0].members.count == 6)
    #expect(loaded.inputs == ["m/model.yaml", "m/parts/teams.yaml"])
  }

  @Test func findingsNameTheFileTheyStandIn() {
    let files = MemoryFiles([
      "model.yaml": minimal("include: [teams.yaml]"),
      "teams.yaml": "teams:\n  ops: {peeple: {mid: 3}}\n",
    ])
    let found = ModelFile.check(path: "model.yaml", source: files, dataFiles: StubDataFiles())
    #expect(found.map(\.position) == [SourcePosition(file: "teams.yaml", line: 2, column: 9)])
    #expect(found.first?.sourceLine == "  ops: {peeple: {mid: 3}}")
  }
}
