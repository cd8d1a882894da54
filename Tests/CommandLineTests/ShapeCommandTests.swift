import Foundation
import Testing

@Suite struct ShapeCommandTests {
  private func shape(_ model: String, _ options: String...) throws -> Binary.Outcome {
    try Binary().run(["shape", Shipped.model(model), "--replications", "30"] + options)
  }

  @Test(arguments: Shipped.names)
  func everyModelHasAnAnswer(model: String) throws {
    let outcome = try shape(model)
    #expect(outcome.status == 0)
    #expect(outcome.isASCII)
    #expect(outcome.output.contains("Tried in") || outcome.output.contains("No other shape"))
  }

  @Test func threadsChangeNothing() throws {
    let one = try shape("team-shape", "--threads", "1", "--format", "json")
    let many = try shape("team-shape", "--threads", "4", "--format", "json")
    #expect(one.output == many.output)
  }

  @Test func tableAndDocumentAgree() throws {
    let document = try shape("team-shape", "--format", "json").document
    let tried = try #require(document["tried"] as? [[String: Any]])
    let rows = try shape("team-shape", "--format", "csv").rows
    #expect(rows.count == 1 + 8 * tried.count)
    let costs = rows.dropFirst().filter { $0[2] == "cost" }
    for (row, change) in zip(costs, tried) {
      #expect(row[0] == change["change"] as? String)
      let differences = try #require(change["differences"] as? [String: [String: Any]])
      let (told, known) = (Double(row[4]) ?? 0, differences["cost"]?["mean"] as? Double ?? 0)
      #expect(abs(told - known) <= 1e-9 * abs(known))
    }
  }

  @Test func whatIsThereAlreadyIsNotTried() throws {
    let document = try shape("storefront", "--format", "json").document
    let notes = try #require(document["notTried"] as? [String])
    #expect(notes.contains("platform team: platform is one"))
    #expect(notes.contains("reliability team: reliability is one"))
  }

  @Test(arguments: [["--replications", "1"], ["--threads", "0"], ["--format", "xml"]])
  func whatMakesNoSenseIsRefused(options: [String]) throws {
    let outcome = try Binary().run(["shape", Shipped.model("small")] + options)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
  }
}
