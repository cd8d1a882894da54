import CadreTestSupport
import Testing

@testable import Organization

@Suite struct ModelDraftTests {
  private static let start = YearMonth(year: 2027, month: 1)

  private static func sheet(_ yaml: String) throws -> AnswerSheet {
    try AnswerSheet(Array(yaml.utf8), file: "answers.yaml")
  }

  private static func model(
    _ sheet: AnswerSheet, scenario: String? = nil
  ) throws -> LoadedModel {
    let text = ModelDraft(sheet, start: start).text
    return try ModelFile.load(
      path: "model.yaml", scenario: scenario, source: MemoryFiles(["model.yaml": text]),
      dataFiles: CSVDataFiles())
  }

  private static func codes(_ yaml: String) -> [String] {
    do {
      _ = try sheet(yaml)
      return []
    } catch let error as DiagnosticError {
      return error.diagnostics.map(\.problem.code)
    } catch {
      return ["\(error)"]
    }
  }

  @Test(arguments: Archetype.allCases) func everyPresetIsAModel(archetype: Archetype) throws {
    let loaded = try Self.model(Self.sheet("archetype: \(archetype.rawValue)"))
    #expect(loaded.warnings.isEmpty)
    let organization = loaded.organization
    #expect(organization.start == Self.start && organization.months == 24)
    #expect(organization.services.count == archetype.preset.services.count)
    let findings = OwnershipAudit.findings(organization)
    #expect(findings.allSatisfy { $0.severity != .error })
    // The answers of the preset have arrived.
    let integrations = organization.services.reduce(0) { $0 + $1.integrations }
    #expect("\(integrations)" == archetype.preset.answers[.integrations])
    let isRealTime = organization.services.contains { $0.workload == .realTime }
    #expect(isRealTime == (archetype.preset.answers[.realTime] == "yes"))
    #expect(organization.services.contains { !$0.compliance.isEmpty })
  }

  /// Growth of the scenarios: the ends of what it may be, or some way from where it is sure.
  @Test(arguments: [
    ("{low: 10 %, likely: 30 %, high: 60 %}", 0.6, 0.1), ("40 %", 0.6, 0.2), ("0 %", 0.1, -0.1),
  ])
  func thereIsSomethingToCompare(growth: String, faster: Double, slower: Double) throws {
    let sheet = try Self.sheet("archetype: saas\ngrowth: \(growth)")
    #expect(try Self.model(sheet).organization.scenarios == ["faster", "slower"])
    for (name, expected) in [("faster", faster), ("slower", slower)] {
      let loaded = try Self.model(sheet, scenario: name)
      #expect(loaded.warnings.isEmpty)
      for driver in loaded.organization.drivers {
        #expect(abs(try #require(driver.growthPerYear).likely - expected) < 1e-9)
      }
    }
  }

  /// Every preset knows what its kind of site decides; the rest is usual for all.
  @Test(arguments: Archetype.allCases) func everyQuestionHasAnAnswer(archetype: Archetype) throws {
    let sheet = try Self.sheet("archetype: \(archetype.rawValue)").completed(start: Self.start)
    for question in ModelQuestion.allCases where question != .salary {
      #expect(sheet.isAnswered(question), "\(question)")
    }
    let drivers = Set(archetype.preset.drivers)
    #expect(archetype.preset.services.allSatisfy { drivers.isSuperset(of: $0.drivers) })
    #expect(archetype.preset.services.contains { $0.isIntegrated })
  }

  @Test func answersAreTaken() throws {
    let loaded = try Self.model(
      Self.sheet(
        """
        archetype: marketplace
        growth: {low: 1 %, likely: 7 %, high: 12.5 %}
        horizon: 3 years
        peak: 4
        peak-month: 2
        spikes: 2 per year
        compliance: [pci, hipaa, pci]
        zones: [Europe/Berlin, America/New_York, Europe/Berlin]
        new-region: 2028-03
        real-time: true
        integrations: 7
        teams: {shop: {mid: 3, senior: 1}, core: {junior: 1, staff: 2}, data: {mid: 5}}
        name: Our shop
        currency: USD
        salary: {low: 90000 USD per year, likely: 100000 USD per year, high: 130000 USD per year}
        start: 2027-03
        """))
    let organization = loaded.organization
    #expect(organization.name == "Our shop" && organization.currency == "USD")
    #expect(organization.start == YearMonth(year: 2027, month: 3) && organization.months == 36)
    #expect(
      organization.drivers.allSatisfy {
        $0.growthPerYear == ThreePoint(low: 0.01, likely: 0.07, high: 0.125)
      })
    #expect(organization.events.count == 3)
    guard
      case .campaign(let month, _, let mean, let peak, let yearly)? =
        organization.events.first?.kind
    else {
      Issue.record("no campaign")
      return
    }
    #expect(month == YearMonth(year: 2028, month: 2) && yearly)
    #expect(mean == ThreePoint(2.5) && peak == ThreePoint(4))
    #expect(organization.teams.map(\.id) == ["shop", "core", "data"])
    #expect(organization.teams.map(\.members.count) == [4, 3, 5])
    #expect(organization.teams[0].rota?.sites.map(\.name) == ["berlin", "new_york"])
    #expect(organization.levels[1].salaryPerYear.high == 130_000)
    #expect(organization.services.reduce(0) { $0 + $1.integrations } == 7)
    #expect(organization.services.contains { $0.compliance == ["pci", "hipaa"] })
    #expect(organization.services.contains { $0.compliance == ["hipaa"] })
    #expect(organization.services.allSatisfy { $0.owningTeams.count == 1 })
    #expect(Set(organization.services.flatMap(\.owningTeams)) == [0, 1, 2])
  }

  /// The answers in docs/model-file.md are every key there is, and right.
  @Test func theDocumentedAnswersAreRight() throws {
    let page = try Repository.text(of: "docs/model-file.md")
    let example = try #require(
      page.split(separator: "```").first { $0.hasPrefix("yaml\narchetype:") })
    let sheet = try Self.sheet(String(example.dropFirst("yaml\n".count)))
    #expect(ModelQuestion.allCases.allSatisfy { sheet.isAnswered($0) })
    #expect(try Self.model(sheet).organization.name == "Our shop")
  }

  @Test func noPeakAndNoSpikeMeanNoEvents() throws {
    let loaded = try Self.model(
      Self.sheet("{archetype: saas, peak: 1, spikes: 0 per year, compliance: [], integrations: 0}"))
    #expect(loaded.organization.events.isEmpty)
    #expect(loaded.organization.services.allSatisfy { $0.compliance.isEmpty })
  }

  /// Names that mean something in YAML, and worse, come back as they went in.
  @Test(arguments: [
    "a: b # c", "- x", "\\\"'{}[]", "null", "yes", "\\t\\n\\u2028\\uFEFF", "%&*!|>", "\\U0001F600",
    "é",
    "", "~", "1e3", "\\e[31m",
  ])
  func namesStayWhatTheyAre(name: String) throws {
    let yaml = "archetype: saas\nname: \"\(name.replacing("\"", with: "\\\""))\"\n"
    // What is no YAML to begin with has its own error.
    guard let sheet = try? Self.sheet(yaml), let expected = sheet[.name]?.text else { return }
    #expect(try Self.model(sheet).organization.name == expected)
  }

  @Test(arguments: ["null", "true", "yes", "n", "1", "-", "a.b_c-d", "no"])
  func teamsStayWhatTheyAre(team: String) throws {
    let loaded = try Self.model(
      Self.sheet("{archetype: social, teams: {\"\(team)\": {mid: 4, senior: 2}}}"))
    #expect(loaded.organization.teams.map(\.id) == [team])
    #expect(loaded.organization.services.allSatisfy { $0.owningTeams == [0] })
  }

  @Test func wrongAnswersAreFindings() {
    #expect(Self.codes("archetype: saass") == ["C0209"])
    #expect(Self.codes("growth: 20") == ["C0203"])
    #expect(Self.codes("peek: 2") == ["C0105"])
    #expect(Self.codes("zones: [Europe/Nowhere]") == ["C0211"])
    #expect(Self.codes("teams: {none: {mid: 1}}") == ["C0108"])
    #expect(Self.codes("teams: {core: {mid: 0}}") == ["C0212"])
    #expect(Self.codes("teams: {}") == ["C0212"])
    #expect(Self.codes("compliance: [\"x y\"]") == ["C0108"])
    #expect(Self.codes("currency: USD") == ["C0212"])
    #expect(Self.codes("currency: dollar") == ["C0209", "C0212"])
    #expect(Self.codes("new-region: soon") == ["C0206"])
    #expect(Self.codes("real-time: maybe") == ["C0107"])
  }

  @Test func linesAreAnswersToo() throws {
    var sheet = AnswerSheet()
    #expect(sheet.take("fintech", for: .archetype).isEmpty)
    #expect(sheet.take(" 5 %, 10 %, 20 % ", for: .growth).isEmpty)
    #expect(sheet.take("none", for: .compliance).isEmpty)
    #expect(sheet.take("Yes", for: .realTime).isEmpty)
    #expect(sheet.take("core, edge, core", for: .teams).isEmpty)
    #expect(sheet.take(people: "senior 2, 3 mid", ofTeam: "edge").isEmpty)
    #expect(sheet.take(people: "3 mids", ofTeam: "core").map(\.problem.code).contains("C0105"))
    #expect(sheet.take("soon", for: .start).map(\.problem.code) == ["C0206"])
    #expect(sheet.teams.map(\.id) == ["core", "edge"])
    #expect(sheet.teams.map(\.people) == [[1, 4, 3, 0], [0, 3, 2, 0]])
    let organization = try Self.model(sheet).organization
    #expect(organization.drivers[0].growthPerYear?.high == 0.2)
    #expect(organization.services.allSatisfy { $0.compliance.isEmpty })
    #expect(organization.start == Self.start)
  }
}
