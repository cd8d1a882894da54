import CadreTestSupport
import Organization
import Testing

/// Who has operated something as large as what the team runs.
@Suite struct ScaleTests {
  private static let scale = Competency.scale.index

  private func text(systems: String, service: String) -> String {
    minimal(service: service).replacing(
      "{people:", with: "{competencies: {}, largest-systems: \(systems), people:")
  }

  private func depth(systems: String, service: String) throws -> Int? {
    try load(text(systems: systems, service: service)).teams[0].competencies?[Self.scale]
  }

  @Test(arguments: zip(["1k", "5k", "5001", "40k", "41k"], [3, 3, 1, 1, 0]))
  func whoeverHasOperatedAsMuchCounts(peak: String, holders: Int) throws {
    let found = try depth(
      systems: "[40k, 5k, 5k]", service: "{owner: web, peak-requests: \(peak)}")
    #expect(found == holders)
  }

  @Test func onlyImportantServicesOfKnownSizeAskForIt() throws {
    func needs(_ service: String) throws -> [Int] {
      try load(minimal(service: service)).services[0].neededCompetencies
    }
    #expect(try needs("{owner: web, tier: 2, peak-requests: 9k}").contains(Self.scale))
    #expect(try !needs("{owner: web, tier: 3, peak-requests: 9k}").contains(Self.scale))
    #expect(try !needs("{owner: web, tier: 1}").contains(Self.scale))
  }

  @Test func nobodyOfThatSizeIsAFinding() throws {
    let model = try load(
      text(systems: "[100]", service: "{owner: web, tier: 1, peak-requests: 9k}"))
    let cells = CompetencyMatrix(model).cells
    #expect(cells.first { $0.competency == Self.scale }?.state == .gap)
  }

  @Test func moreSystemsThanPeopleAreRefused() {
    let many = check(text(systems: "[1, 1, 1, 1, 1, 1, 1]", service: "{owner: web}"))
    #expect(many.map(\.problem.message).allSatisfy { $0.contains("7 systems") })
    #expect(many.count == 1)
  }

  @Test func withoutCompetenciesTheyAreMisplaced() {
    let found = check(
      minimal().replacing("{people:", with: "{largest-systems: [5k], people:"))
    #expect(found.map(\.problem.message).allSatisfy { $0.contains("largest-systems") })
    #expect(found.count == 1)
  }
}
