import CadreTestSupport
import Organization
import Testing

@testable import Importing

@Suite struct BackstageImportTests {
  private static let version = "apiVersion: backstage.io/v1alpha1\n"

  /// Documents of a catalogue, each given without its first line.
  static func documents(_ documents: String...) -> String {
    documents.map { version + $0 }.joined(separator: "\n---\n")
  }

  /// Whether it is found by searching the folder or by following a Location.
  @Test(arguments: [true, false]) func brokenDocumentsAreToldInAnyFile(isFollowed: Bool) throws {
    var files = [
      "a/services.yaml": Self.documents(Self.component("cart", "owner: shop"))
        + "\n---\nkind: [broken\n",
      "other/compose.yaml": "# not backstage.io/ at all\nservices: [broken\n",
    ]
    if isFollowed {
      files["catalog-info.yaml"] = Self.documents(
        "kind: Location\nmetadata: {name: all}\nspec: {targets: [./a/*.yaml]}")
    }
    let result = try Self.read(files)
    #expect(result.broken.compactMap(\.position?.file) == ["a/services.yaml"])
  }

  static func component(_ name: String, _ spec: String, namespace: String? = nil) -> String {
    let place = namespace.map { ", namespace: \($0)" } ?? ""
    return "kind: Component\nmetadata: {name: \(name)\(place)}\nspec: {type: service, \(spec)}"
  }

  static func group(_ name: String, _ spec: String = "children: []") -> String {
    "kind: Group\nmetadata: {name: \(name)}\nspec: {type: team, \(spec)}"
  }

  static func user(_ name: String, _ groups: String) -> String {
    "kind: User\nmetadata: {name: \(name)}\nspec: {memberOf: [\(groups)]}"
  }

  static func read(
    _ files: [String: String], map: String = "", model: String? = nil, of source: String = "."
  ) throws -> ImportResult {
    let tree = try model.map {
      try ModelDocument(
        path: "model.yaml", source: MemoryFiles(["model.yaml": $0]), dataFiles: CSVDataFiles()
      ).tree
    }
    return BackstageImport.read(
      [source], from: MemoryFolder(files),
      map: try ImportMap(Array(map.utf8), file: "map.yaml"), model: ModelNames(tree))
  }

  static func read(
    catalog: String..., map: String = "", model: String? = nil
  ) throws -> ImportResult {
    try read(
      ["catalog-info.yaml": catalog.map { version + $0 }.joined(separator: "\n---\n")], map: map,
      model: model)
  }

  static func codes(_ result: ImportResult) -> [String] { result.findings.map(\.problem.code) }

  // MARK: Owners

  @Test func groupsThatOwnSomethingBecomeTeams() throws {
    let result = try Self.read(
      catalog: Self.component("cart", "owner: Group:Default/SHOP"), Self.group("shop"),
      Self.group("idle"))
    #expect(result.services.map(\.owners) == [["shop"]])
    #expect(result.teams.map(\.id) == ["shop"])
    #expect(result.findings.isEmpty)
    #expect(
      result.items.first { $0.name == "idle" }?.outcome == .skipped(.emptyGroup))
  }

  @Test(arguments: [
    ("lifecycle: production", "C0501"), ("owner: ''", "C0501"), ("owner: null", "C0501"),
    ("owner: {$text: ./owner.txt}", "C0519"), ("owner: group:shop-typo", "C0502"),
    ("owner: user:ada", "C0503"), ("owner: ada", "C0503"), ("owner: user:default/gone", "C0503"),
    ("owner: team@example.com", "C0504"), ("owner: domain:store", "C0505"),
    ("owner: store", "C0505"), ("owner: 'group:'", "C0511"), ("owner: Shop Team", "C0502"),
    ("owner: group:team-TEAM-NAME", "C0502"), ("owner: system:gone", "C0512"),
  ])
  func anOwnerThatIsNoTeamIsAFinding(spec: String, code: String) throws {
    let result = try Self.read(
      catalog: Self.group("shop", "profile: {displayName: Shop Team}, members: [ada]"),
      "kind: User\nmetadata: {name: ada}\nspec: {}",
      "kind: Domain\nmetadata: {name: store}\nspec: {owner: shop}",
      Self.component("cart", spec))
    #expect(Self.codes(result) == [code])
    #expect(result.services.map(\.owners) == [[]])
    #expect(result.findings.first?.subject == "cart")
    #expect(result.findings.first?.position?.file == "catalog-info.yaml")
  }

  /// The model's team of that name is the group's, whose namespace is another.
  @Test(arguments: [nil, "cadre: 1\nteams: {shop: {people: {mid: 1}}}\n"])
  func anOwnerInAnotherNamespaceIsNoTeamOfTheModel(model: String?) throws {
    let result = try Self.read(
      catalog: Self.group("shop", "members: [ada]"), Self.component("cart", "owner: other/shop"),
      model: model)
    #expect(result.services.map(\.owners) == [[]])
    #expect(Self.codes(result).contains("C0502"))
  }

  @Test func hintsNameWhoMayBeMeant() throws {
    let result = try Self.read(
      catalog: Self.group("shop", "profile: {displayName: Shop Team}, members: [ada]"),
      "kind: Domain\nmetadata: {name: store}\nspec: {owner: shop}",
      "kind: System\nmetadata: {name: web}\nspec: {owner: shop}",
      Self.component("a", "owner: Shop Team"), Self.component("b", "owner: shpo"),
      Self.component("c", "owner: domain:store"), Self.component("d", "system: web"))
    let problems = result.findings.map(\.problem)
    #expect(problems.contains(.ownerUnknown("Shop Team", nearest: "shop")))
    #expect(problems.contains(.ownerUnknown("shpo", nearest: "shop")))
    #expect(problems.contains(.ownerIsNoTeam(kind: "Domain", name: "store", ownedBy: "shop")))
    #expect(problems.contains(.ownerMissing(system: "shop")))
  }

  @Test func namespacesCountAndDefaultToThatOfTheEntity() throws {
    let result = try Self.read(
      catalog: "kind: Group\nmetadata: {name: shop, namespace: eu}\nspec: {children: []}",
      Self.component("cart", "owner: shop", namespace: "EU"),
      Self.component("mail", "owner: eu/shop"), Self.component("news", "owner: shop"))
    #expect(result.services.map(\.owners) == [["shop"], ["shop"], []])
    #expect(Self.codes(result) == ["C0502"])
  }

  @Test func withoutAnyGroupOwnersAreTheTeams() throws {
    let result = try Self.read(
      catalog: Self.component("cart", "owner: shop"), Self.component("mail", "owner: group:Shop"))
    #expect(result.services.map(\.owners) == [["shop"], ["shop"]])
    #expect(result.teams.map(\.id) == ["shop"])
    #expect(result.assumptions.contains(.teamsOfOwners(1)))
  }

  @Test func aMapNamesTeams() throws {
    let result = try Self.read(
      catalog: Self.component("cart", "owner: ops@example.com"),
      Self.component("mail", "owner: group:legacy"), Self.group("legacy"),
      map: "teams: {ops@example.com: ops, legacy: ops}")
    #expect(result.services.map(\.owners) == [["ops"], ["ops"]])
    #expect(result.teams.map(\.id) == ["ops"])
    #expect(result.findings.isEmpty)
  }

  // MARK: People

  @Test func membersOfBothSidesCountOnce() throws {
    let result = try Self.read(
      catalog: Self.component("cart", "owner: shop"),
      Self.group("shop", "members: [ada, user:default/BOB, unknown]"), Self.user("ada", "shop"),
      Self.user("bob", "default/shop"), Self.user("cyd", "group:shop"))
    #expect(result.teams.map(\.people) == [["mid": 4]])
    #expect(result.findings.map(\.problem) == [.unknownMembers(1)])
    #expect(result.assumptions.contains(.level("mid", people: 4)))
  }

  @Test func whoIsInATeamAndAboveItCountsBelow() throws {
    let result = try Self.read(
      catalog: Self.component("cart", "owner: shop"),
      Self.group("company", "children: [retail]"), Self.group("retail", "children: [shop]"),
      Self.group("shop", "parent: retail"), Self.user("ada", "shop, company"),
      Self.user("bob", "retail, shop"))
    #expect(result.teams.map(\.id) == ["shop"])
    #expect(result.teams.map(\.headcount) == [2])
    #expect(result.findings.isEmpty)
  }

  @Test func whoIsInSeveralTeamsCountsWhereSomethingIsOwned() throws {
    let result = try Self.read(
      catalog: Self.component("cart", "owner: shop"), Self.group("guild"), Self.group("shop"),
      Self.user("ada", "guild, shop"))
    #expect(result.teams.map(\.id) == ["shop"])
    #expect(result.findings.map(\.problem) == [.severalTeams(counted: "shop", of: 2)])
  }

  @Test func circlesOfGroupsAreTold() throws {
    let result = try Self.read(
      catalog: Self.component("cart", "owner: a"), Self.group("a", "parent: b"),
      Self.group("b", "parent: c"), Self.group("c", "children: [], parent: a"),
      Self.group("d", "parent: a"), Self.user("ada", "a, d"))
    #expect(result.findings.map(\.problem) == [.groupCircle(["a", "b", "c"])])
    #expect(result.teams.first { $0.id == "d" }?.headcount == 1)
  }

  @Test func severalParentsAreTold() throws {
    let result = try Self.read(
      catalog: Self.group("a", "children: [c]"), Self.group("b", "children: [c]"),
      Self.group("c", "members: [ada]"), Self.user("ada", "c"))
    #expect(result.findings.map(\.problem) == [.severalParents(["a", "b"])])
  }

  @Test func namesOfPeopleAreNowhere() throws {
    let result = try Self.read(
      catalog: Self.component("cart", "owner: user:grace.hopper"),
      Self.component("mail", "owner: grace.hopper"),
      Self.group("shop", "members: [grace.hopper, alan.turing]"),
      Self.group("other", "members: [grace.hopper]"),
      Self.user("grace.hopper", "shop, nowhere"), Self.user("grace.hopper", "shop"))
    let said =
      result.items.map { "\($0)" } + result.assumptions.map(\.words)
      + result.findings.map { "\($0.subject) \($0.problem.message) \($0.problem.hint ?? "")" }
    #expect(!said.contains { $0.contains("hopper") || $0.contains("turing") })
  }

  // MARK: Services

  @Test func whatNobodyRunsIsSkipped() throws {
    let catalog = [
      Self.group("shop"), Self.component("cart", "owner: shop"),
      "kind: Component\nmetadata: {name: lib}\nspec: {type: library, owner: shop}",
      "kind: Component\nmetadata: {name: site}\nspec: {type: website, owner: shop}",
      "kind: Resource\nmetadata: {name: db}\nspec: {type: database, owner: shop}",
      "kind: Template\nmetadata: {name: new}\nspec: {owner: shop}",
    ]
    let file = catalog.map { Self.version + $0 }.joined(separator: "\n---\n")
    let plain = try Self.read(["catalog-info.yaml": file])
    #expect(plain.services.map(\.id) == ["cart", "site"])
    #expect(plain.items.first { $0.name == "lib" }?.outcome == .skipped(.type("library")))
    let mapped = try Self.read(
      ["catalog-info.yaml": file],
      map: "types: {library: take, website: skip}\nresources: true\nservices: {db: orders-db}")
    #expect(mapped.services.map(\.id) == ["cart", "lib", "orders-db"])
  }

  @Test func experimentsAreOfTheLastTierUnlessMapped() throws {
    let text = Self.component("cart", "owner: shop, lifecycle: Experimental")
    #expect(try Self.read(catalog: text).services.map(\.tier) == [4])
    #expect(
      try Self.read(catalog: text, map: "tiers: {experimental: 2}").services.map(\.tier) == [2])
  }

  @Test func aPagerPutsTheTeamOnCallAndItsKeyIsNotKept() throws {
    let annotations =
      "annotations: {pagerduty.com/service-id: PABC12, pagerduty.com/integration-key: s3cret}"
    let result = try Self.read(
      catalog: Self.group("shop"), Self.group("mailers"), Self.component("mail", "owner: mailers"),
      "kind: Component\nmetadata: {name: cart, \(annotations)}\nspec: {owner: shop}")
    #expect(result.teams.map(\.isOnCall) == [true, false])
    #expect(result.services.map(\.pagerDutyID) == [nil, "PABC12"])
    #expect(!"\(result)".contains("s3cret"))
  }

  @Test func sameNamesInNamespacesGetIdsOfTheirOwn() throws {
    let result = try Self.read(
      catalog: Self.component("cart", "owner: shop"),
      Self.component("Cart", "owner: default/shop", namespace: "eu"),
      Self.component("cart", "owner: shop"))
    #expect(result.services.map(\.id) == ["cart", "eu.Cart"])
    #expect(Self.codes(result) == ["C0521", "C0514"])
  }

  // MARK: Dependencies

  @Test func dependenciesComeFromBothSidesAndThroughOthers() throws {
    let result = try Self.read(
      catalog: Self.group("shop"),
      Self.component("web", "owner: shop, dependsOn: ['component:cart', 'Resource:db', lib]"),
      Self.component("cart", "owner: shop, consumesApis: [pay]"),
      Self.component("payments", "owner: shop, providesApis: [api:default/pay]"),
      Self.component("disk", "owner: shop, dependencyOf: ['resource:default/db']"),
      "kind: Component\nmetadata: {name: lib}\nspec: {type: library, owner: shop, dependsOn: ['component:log']}",
      Self.component("log", "owner: shop"),
      "kind: Resource\nmetadata: {name: db}\nspec: {type: database, owner: shop}",
      "kind: API\nmetadata: {name: pay}\nspec: {type: grpc, owner: shop, definition: {$text: x}}")
    let needs = Dictionary(
      uniqueKeysWithValues: result.services.map { ($0.id, $0.dependsOn) })
    #expect(
      needs == [
        "web": ["cart", "disk", "log"], "cart": ["payments"], "payments": [], "disk": [], "log": [],
      ])
    #expect(result.findings.map(\.problem) == [.referenceWithoutKind("lib")])
  }

  @Test func danglingReferencesAreTold() throws {
    let result = try Self.read(
      catalog: Self.group("shop"),
      Self.component("cart", "owner: shop, dependsOn: ['component:mial', 'component:/x']"),
      Self.component("mail", "owner: shop, consumesApis: [gone]"))
    #expect(
      result.findings.map(\.problem) == [
        .danglingReference(kind: "component", name: "mial", nearest: "mail"),
        .badReference("component:/x"),
        .danglingReference(kind: "api", name: "gone", nearest: nil),
      ])
  }

  // MARK: Files

  @Test func locationsLeadOnAndFoldersAreSearched() throws {
    let shop = Self.version + Self.group("shop")
    let result = try Self.read(
      [
        "all.yaml": Self.documents(
          "kind: Location\nmetadata: {name: all}\nspec: {type: url, targets: [./parts/more.yaml, 'parts/*/catalog-info.yaml', 'https://example.com/x.yaml', gone.yaml]}"
        ),
        "parts/more.yaml": Self.documents(
          "kind: Location\nmetadata: {name: more}\nspec: {target: ../all.yaml}",
          Self.component("cart", "owner: shop")),
        "parts/a/catalog-info.yaml": shop, "parts/a/deeper/catalog-info.yaml": "{",
      ], of: "all.yaml")
    #expect(result.services.map(\.id) == ["cart"])
    #expect(result.teams.map(\.id) == ["shop"])
    #expect(Self.codes(result) == ["C0520", "C0520"])
    #expect(result.broken.isEmpty)
  }

  @Test func foldersHoldOtherFilesToo() throws {
    let result = try Self.read([
      "a/catalog-info.yaml": Self.version + Self.component("cart", "owner: shop"),
      "a/deployment.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: cart}\n",
      "a/values.yaml": "{{ not: yaml", "org.yml": Self.version + Self.group("shop"),
      "templates/${{values.name}}/catalog-info.yaml": Self.version + Self.group("x"),
      "skeleton/catalog-info.yaml": Self.version
        + "kind: Component\nmetadata:\n  name: ${{ values.name }}\nspec: {owner: x}",
      "b/catalog-info.yaml": "implementation: {kind: Pipeline, apiVersion: backstage.io/v1}\n",
    ])
    #expect(result.services.map(\.id) == ["cart"])
    #expect(result.teams.map(\.id) == ["shop"])
    #expect(result.broken.isEmpty)
    let reasons = result.items.compactMap { item -> SkipReason? in
      guard case .skipped(let reason) = item.outcome else { return nil }
      return reason
    }
    #expect(reasons == [.notAnEntity, .template, .template])
  }

  @Test func brokenFilesAreNamed() throws {
    let result = try Self.read(["catalog-info.yaml": "a: [\n"])
    #expect(result.broken.map(\.problem.code) == ["C0101"])
    #expect(try Self.read([:], of: "gone.yaml").broken.map(\.problem.code) == ["C0001"])
  }

  // MARK: Models

  @Test func aModelKeepsWhatItSays() throws {
    let model = """
      cadre: 1
      start: 2027-01
      drivers: {orders: {growth: 20 %}}
      teams:
        Shop:
          people: {senior: 2}   # the two
      services:
        cart: {owner: Shop, depends-on: []}
        # by hand
        old: {owner: Shop}
      """
    let result = try Self.read(
      catalog: Self.component("cart", "owner: mailers, dependsOn: ['component:mail']"),
      Self.component("mail", "owner: mailers"), Self.component("OLD", "owner: shop"),
      Self.group("shop", "members: [a, b, c]"), Self.group("mailers", "members: [d]"),
      model: model)
    let tree = try ModelDocument(
      path: "m.yaml", source: MemoryFiles(["m.yaml": model]), dataFiles: CSVDataFiles()
    ).tree
    let making = ModelMaking(result, into: tree)
    let text = try making.text(of: Array(model.utf8), file: "m.yaml")
    for line in model.split(separator: "\n") { #expect(text.contains(line)) }
    #expect(text.contains("  mailers:\n    people:\n      mid: 1\n"))
    #expect(text.contains("  mail:\n    owner: mailers\n"))
    #expect(
      making.findings.map(\.problem) == [
        .differs(key: "people", model: "2", source: "3"),
        .differs(key: "owner", model: "Shop", source: "mailers"),
        .differs(key: "depends-on", model: "", source: "mail"),
      ])
    let after = try ModelFile.load(
      path: "m.yaml", source: MemoryFiles(["m.yaml": text]), dataFiles: CSVDataFiles()
    ).organization
    #expect(after.services.map(\.id) == ["cart", "old", "mail"])
    // Once more changes nothing.
    let again = try ModelDocument(
      path: "m.yaml", source: MemoryFiles(["m.yaml": text]), dataFiles: CSVDataFiles()
    ).tree
    #expect(ModelMaking(result, into: again).additionCount == 0)
  }

  @Test func aNewModelIsSound() throws {
    let result = try Self.read(
      catalog: Self.component("cart", "owner: shop"), Self.component("mail", "owner: nobody"),
      Self.group("shop", "members: [a, b, c]"))
    let text = try ModelMaking(result, into: nil).newText(
      start: YearMonth(year: 2027, month: 1))
    let model = try ModelFile.load(
      path: "m.yaml", source: MemoryFiles(["m.yaml": text]), dataFiles: CSVDataFiles()
    ).organization
    #expect(model.teams.map(\.members.count) == [3])
    #expect(model.services.map(\.id) == ["cart", "mail"])
    #expect(model.services.map(\.owningTeams) == [[0], []])
  }
}
