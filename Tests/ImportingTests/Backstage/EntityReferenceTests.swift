import Testing

@testable import Importing

/// The cases of Backstage's own tests of references, and those of the format's documentation.
@Suite struct EntityReferenceTests {
  @Test(
    arguments: [
      ("a", nil, nil, "a"), ("k:a", "k", nil, "a"), ("n/a", nil, "n", "a"),
      ("k:n/a", "k", "n", "a"),
      ("n/k:a", nil, "n", "k:a"), ("k:n/a:b", "k", "n", "a:b"), ("k:n/a/b", "k", "n", "a/b"),
    ] as [(String, String?, String?, String)])
  func partsAreFoundAsInBackstage(
    text: String, kind: String?, namespace: String?, name: String
  ) throws {
    let reference = try #require(EntityReference(text))
    #expect(reference.kind == kind)
    #expect(reference.namespace == namespace)
    #expect(reference.name == name)
  }

  @Test(arguments: ["", ":a", "k:", "/a", "n/", "k:/a", "k:n/", ":/", ":", "/"])
  func emptyPartsAreRefused(text: String) {
    #expect(EntityReference(text) == nil)
  }

  @Test func capitalsDoNotCountAndContextFillsWhatIsMissing() {
    let key = EntityReference("Payments")?.key(kind: "Group", in: "Shop")
    #expect(key == EntityKey(kind: "group", namespace: "shop", name: "payments"))
    #expect(EntityReference("payments")?.key(kind: nil, in: "shop") == nil)
  }
}
