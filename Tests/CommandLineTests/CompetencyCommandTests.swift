import Foundation
import Testing

@Suite struct CompetencyCommandTests {
  private static let model = """
    cadre: 1
    name: Storefront
    start: 2027-01
    drivers:
      orders: {growth: 20 %}
    teams:
      checkout:
        people: {mid: 4, senior: 4}
        rota: {layers: 2}
        competencies: {caching: 2, api-design: 3}
      silent:
        people: {mid: 4, senior: 4}
        rota: {layers: 2}
    services:
      cart: {owner: checkout, needs: [caching, concurrency]}
      other: {owner: silent}

    """

  private func binary() throws -> Binary {
    let folder = try Binary.Folder()
    try folder.write(Self.model, to: "model.yaml")
    return Binary(folder: folder)
  }

  @Test func checkPrintsWhoHoldsWhat() throws {
    let outcome = try binary().run("check", "model.yaml")
    #expect(outcome.output.contains("Competencies, by people who hold them"))
    #expect(outcome.output.contains("  caching             2\n"))
    #expect(outcome.output.contains("  concurrency       gap\n"))
    #expect(outcome.output.contains("nobody holds concurrency, needed by cart [C0318]"))
  }

  @Test func programsGetTheMatrixAsRows() throws {
    let outcome = try binary().run("check", "model.yaml", "--format", "json")
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let rows = try #require((document as? [String: Any])?["competencies"] as? [[String: Any]])
    #expect(rows.map { $0["competency"] as? String } == ["caching", "concurrency", "api-design"])
    #expect(rows.map { $0["state"] as? String } == ["covered", "gap", "spare"])
    #expect(rows.map { $0["depth"] as? Int } == [2, 0, 3])
    #expect(rows.allSatisfy { $0["team"] as? String == "checkout" })
  }
}
