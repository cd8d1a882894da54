import Organization
import Testing

@Suite struct ModelTextTests {
  private func text(_ text: String, _ additions: [ModelAddition]) throws -> String {
    try ModelText(Array(text.utf8), file: "m.yaml").adding(additions)
  }

  private static let owner = ModelAddition(
    "owner", SourceNode.text("shop"), in: ["services", "cart"])
  private static let mail = ModelAddition(
    "mail", .mapping([("owner", .text("none")), ("tier", .plain("3"))]), in: ["services"],
    comment: ["from the catalogue"])

  @Test func newKeysStandBelowTheLastAndCommentsStay() throws {
    let model = """
      # Ours.
      services:
        # the cart
        cart:
          tier: 1   # the business
          # nothing more

        # not ours
        search: {tier: 2}
      # Rules.
      policy: {}

      """
    let found = try text(model, [Self.owner, Self.mail])
    #expect(
      found == """
        # Ours.
        services:
          # the cart
          cart:
            tier: 1   # the business
            # nothing more
            owner: shop

          # not ours
          search: {tier: 2}
          # from the catalogue
          mail:
            owner: "none"
            tier: 3
        # Rules.
        policy: {}

        """)
  }

  @Test(arguments: [
    ("services: {cart: {tier: 1}}\n", "services: {cart: {tier: 1, owner: shop}}\n"),
    ("services: {cart: {}}\n", "services: {cart: {owner: shop}}\n"),
    ("services: {}\n", "services: {cart: {owner: shop}}\n"),
    ("services:\n", "services:\n  cart:\n    owner: shop\n"),
    ("services:\n  cart:\n", "services:\n  cart:\n    owner: shop\n"),
    ("cadre: 1\n", "cadre: 1\n\nservices:\n  cart:\n    owner: shop\n"),
    ("cadre: 1", "cadre: 1\n\nservices:\n  cart:\n    owner: shop\n"),
    (
      "services:\n  cart: {tier: 1, # one }\n    documents: [\"}\", 'a'],\n  }\n",
      "services:\n  cart: {tier: 1, # one }\n    documents: [\"}\", 'a'], owner: shop\n  }\n"
    ),
    (
      "services:\n    cart:\n        tier: 1\n",
      "services:\n    cart:\n        tier: 1\n        owner: shop\n"
    ),
    (
      "services:\r\n  cart:\r\n    tier: 1\r\n",
      "services:\r\n  cart:\r\n    tier: 1\r\n    owner: shop\r\n"
    ),
    (
      "services:\n  cart:\n    documents:\n    - runbook\n",
      "services:\n  cart:\n    documents:\n    - runbook\n    owner: shop\n"
    ),
  ])
  func everyLayoutTakesAKey(model: String, wanted: String) throws {
    #expect(try text(model, [Self.owner]) == wanted)
  }

  @Test func whatIsThereStays() throws {
    let model = "services: {cart: {owner: other}}\n"
    #expect(try text(model, [Self.owner]) == model)
  }

  @Test func deeperKeysComeBeforeWhatFollowsThem() throws {
    let found = try text("services:\n  cart:\n    tier: 1\n", [Self.mail, Self.owner])
    #expect(found.contains("    tier: 1\n    owner: shop\n  # from the catalogue\n  mail:\n"))
  }
}
