import CadreTestSupport
import Organization
import Testing

@Suite struct CompetencyDecodingTests {
  private func text(_ team: String, service: String = "{owner: web}", _ extra: String = "")
    -> String
  {
    minimal(extra, service: service).replacing("{people:", with: "{competencies: \(team), people:")
  }

  @Test func aModelThatNamesNoneHasTheCatalogueAndNoDepths() throws {
    let model = try load(minimal())
    #expect(model.competencies == Competency.ids)
    #expect(!model.namesCompetencies)
    #expect(model.teams[0].competencies == nil)
    #expect(model.services[0].needs == nil)
  }

  @Test func depthsNeedsAndPartnersArrive() throws {
    let model = try load(
      text(
        "{lore: 1, caching: 6}", service: "{owner: web, needs: [lore, caching, caching]}",
        """
        competencies: [lore]
        partners: {nw: {kind: nearshore, rate: 62 EUR per hour, competencies: [lore, caching]}}
        """))
    let lore = Competency.ids.count
    #expect(model.competencies == Competency.ids + ["lore"])
    #expect(model.teams[0].competencies?[lore] == 1)
    #expect(model.teams[0].competencies?[Competency.caching.index] == 6)
    #expect(model.teams[0].competencies?.values.reduce(0, +) == 7)
    #expect(model.services[0].needs == [Competency.caching.index, lore])
    #expect(model.partners[0].competencies == [Competency.caching.index, lore])
  }

  /// Saying that nobody knows anything is not saying nothing.
  @Test func anEmptyMappingIsAWord() throws {
    #expect(try load(text("{}")).teams[0].competencies == [:])
    #expect(try load(text("{}", service: "{owner: web, needs: []}")).services[0].needs == [])
  }

  @Test func aScenarioChangesSingleDepths() throws {
    let model = try load(
      text(
        "{caching: 1, concurrency: 2}",
        "scenarios: {taught: {teams: {web: {competencies: "
          + "{caching: 3}}}}}"), scenario: "taught")
    #expect(model.teams[0].competencies?[Competency.caching.index] == 3)
    #expect(model.teams[0].competencies?[Competency.concurrency.index] == 2)
  }

  @Test func aWrongNameHasAHint() throws {
    let found = check(text("{cachin: 1}"))
    #expect(found.map(\.problem.hint) == ["did you mean 'caching'?"])
    #expect(found.map(\.problem.message) == ["there is no competency 'cachin'"])
  }

  @Test func aNameTwiceInTheCatalogueIsOnlyAWarning() throws {
    #expect(check(minimal("competencies: [caching]")).map(\.severity) == [.warning])
  }

  /// Many names and many teams are no more than their sum.
  @Test func manyNamesInManyTeamsAreQuick() throws {
    let names = (0..<20_000).map { "c\($0)" }.joined(separator: ", ")
    let teams = (0..<5_000).map { "t\($0): {competencies: {}}" }.joined(separator: "\n  ")
    let model = try load(
      minimal("competencies: [\(names)]").replacing("teams:", with: "teams:\n  \(teams)"))
    #expect(model.competencies.count == Competency.ids.count + 20_000)
    #expect(model.teams.count == 5_001)
    #expect(CompetencyMatrix(model).cells.isEmpty)
  }

  @Test func moreHoldersThanPeopleCannotBe() {
    let found = check(text("{caching: 7}"))
    #expect(
      found.map(\.problem.message) == ["'7' is out of range: at most the team's people, 6"])
  }
}
