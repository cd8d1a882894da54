import Documents
import Forecasting
import Foundation
import Organization
import Planning
import Simulation
import Testing

/// Schemas as `cadre schema` prints them; Tests/Schema/check_documents.py holds documents to them.
@Suite struct DocumentSchemaTests {
  private static func document(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: DocumentSchema.allCases)
  func aSchemaIsPrintedWithAllThatItRefersTo(schema: DocumentSchema) throws {
    let outcome = try Binary().run("schema", schema.rawValue)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output == schema.text)
    let printed = try Self.document(outcome.output)
    #expect(printed["$id"] as? String == "cadre.\(schema.rawValue)-1.schema.json")
    #expect(!outcome.output.contains("\"$ref\": \"cadre."), "it needs another file")
    #expect(outcome.output.hasSuffix("\n}\n"))
  }

  @Test(arguments: ["plan", "cadre.plan", "cadre.plan/1", "cadre.plan/1.0"])
  func aFormatIsKnownByWhatADocumentSays(name: String) throws {
    #expect(try Binary().run("schema", name).output == DocumentSchema.plan.text)
  }

  @Test func theModelsSchemaIsPrintedUnasked() throws {
    let named = try Binary().run("schema", "model")
    #expect(named.status == 0)
    #expect(try Binary().run("schema").output == named.output)
  }

  @Test(arguments: [
    ("plna", "did you mean 'plan'?"), ("cadre.plan/2.0", "'cadre version' lists all"),
    ("", "'cadre version' lists all"), ("/", "'cadre version' lists all"),
  ])
  func anUnknownFormatIsRefused(name: String, hint: String) throws {
    let outcome = try Binary().run("schema", name)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("there is no format '\(name)'"))
    #expect(outcome.errors.contains(hint))
  }

  // MARK: Words

  /// The words that a schema lists at a path of keys.
  private static func words(_ schema: DocumentSchema, _ path: String) throws -> Set<String> {
    var place: Any = try document(schema.text)
    for key in path.split(separator: " ") {
      if let list = place as? [Any] {
        place = list[try #require(Int(key))]
      } else {
        place = try #require((place as? [String: Any])?[String(key)], "\(key) of \(path)")
      }
    }
    return Set(try #require((place as? [String: Any])?["enum"] as? [String], "\(path)"))
  }

  private static func common(_ name: String) throws -> Set<String> {
    try words(.plan, "$defs common $defs \(name)")
  }

  @Test func commonWordsAreTheProgramsOwn() throws {
    #expect(try Self.common("strategy") == Set(Strategy.allCases.map(\.rawValue)))
    #expect(try Self.common("limit") == Set(Limit.allCases.map(\.rawValue)))
    #expect(try Self.common("weight") == Set(Limit.allCases.map(\.weight.rawValue)))
    #expect(try Self.common("standing") == Set(Standing.allCases.map(\.name)))
    #expect(try Self.common("grade") == Set(EvidenceGrade.allCases.map(\.rawValue)))
    let quantities = Set(ObservedQuantity.allCases.map(\.rawValue))
    #expect(try Self.words(.calibration, "$defs row properties quantity") == quantities)
    #expect(
      try Self.words(
        .run, "$defs common $defs run properties intervals items properties quantity")
        == quantities)
  }

  @Test func wordsOfPlansAreTheProgramsOwn() throws {
    #expect(
      try Self.words(.plan, "properties breakEvens items properties input")
        == Set(BreakEven.Input.allCases.map(\.rawValue)))
    let levers: [Lever] = [
      .quieterAlerts, .automation, .documentation, .smallerRoadmap, .headroom, .fundedDebt,
      .secondSite(team: 0, site: .utc), .merge(0, 1), .split(team: 0),
      .move(service: 0, from: 0, to: 1),
    ]
    #expect(
      try Self.words(.plan, "properties levers items properties id")
        == Set(levers.map(\.id) + ["recommended-seats"]))
  }

  @Test func wordsOfForecastsAreTheProgramsOwn() throws {
    let place = "$defs explanation properties"
    #expect(
      try Self.words(.traffic, "\(place) models items properties kind")
        == Set(ModelMix.Kind.allCases.map(\.rawValue)))
    #expect(
      try Self.words(.traffic, "\(place) changes items properties kind")
        == Set(Change.Kind.allCases.map(\.rawValue)))
  }

  @Test func wordsOfBriefsAreTheProgramsOwn() throws {
    let service = "properties services items properties"
    #expect(
      try Self.words(.brief, "\(service) workload") == Set(Workload.allCases.map(\.rawValue)))
    #expect(
      try Self.words(.brief, "\(service) architecture")
        == Set(Architecture.allCases.map(\.rawValue)))
    #expect(
      try Self.words(.brief, "properties responsibilities items properties id")
        == Set(Responsibility.allCases.map(\.rawValue)))
    #expect(
      try Self.words(.brief, "properties exposure items properties id")
        == Set(Exposure.allCases.map(\.rawValue)))
    let rows = Set(HiringScorecard.Row.allCases.map(\.rawValue))
    #expect(try Self.words(.brief, "$defs row") == rows)
    let stages = "properties interviews anyOf 0 properties stages items properties id"
    #expect(try Self.words(.brief, stages) == Set(InterviewPlan.Stage.allCases.map(\.rawValue)))
    let partner = "properties partner anyOf 0 properties"
    #expect(
      try Self.words(.brief, "\(partner) scorecard items properties id")
        == Set(PartnerBrief.Row.allCases.map(\.rawValue)))
    #expect(
      try Self.words(.brief, "\(partner) governance items properties id")
        == Set(Governance.Practice.allCases.map(\.rawValue)))
    let kinds = "properties tried items properties teams items properties kind"
    #expect(try Self.words(.shape, kinds) == Set(TeamKind.allCases.map(\.rawValue)))
  }
}
