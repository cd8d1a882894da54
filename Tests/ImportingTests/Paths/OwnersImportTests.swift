import CadreTestSupport
import Organization
import Testing

@testable import Importing

@Suite struct OwnersImportTests {
  private func read(
    _ owners: String, _ files: [String], at place: String = ".github/CODEOWNERS", map: String = "",
    model: String? = nil
  ) throws -> ImportResult {
    var all = Dictionary(uniqueKeysWithValues: files.map { ("repo/" + $0, "") })
    all["repo/" + place] = owners
    let tree = try model.map {
      try ModelDocument(
        path: "m.yaml", source: MemoryFiles(["m.yaml": $0]), dataFiles: CSVDataFiles()
      ).tree
    }
    return OwnersImport.read(
      ["repo"], from: MemoryFolder(all), map: try ImportMap(Array(map.utf8), file: "map.yaml"),
      model: ModelNames(tree))
  }

  private static let files = [
    "services/cart/main.go", "services/cart/api.go", "services/cart/README.md",
    "services/mail/main.go", "apps/web/index.ts", "services/README.md", "tools/x.sh",
  ]

  @Test func foldersBecomeServicesOfTheirOwners() throws {
    let result = try read(
      "* @acme/core\n/services/cart/ @acme/shop\n*.md @acme/docs\n/services/mail/\n/x @acme/y\n",
      Self.files)
    #expect(result.services.map(\.id) == ["cart", "mail", "web"])
    #expect(result.services.map(\.owners) == [["shop"], [], ["core"]])
    #expect(result.teams.map(\.id) == ["shop", "core"])
    #expect(
      result.findings.map(\.problem) == [
        .folderUnowned,
        .mixedFolder(owner: "@acme/shop", others: ["@acme/docs"], files: 2, of: 3),
      ])
    #expect(
      result.items.first { $0.name == "/x" }?.outcome == .skipped(.noFolder))
  }

  /// The model's team is `@acme/ada`; the person of that name stays one.
  @Test(arguments: [nil, "cadre: 1\nteams: {ada: {}}\n"])
  func aPersonIsNoTeamThatTheFileHasToo(model: String?) throws {
    let result = try read(
      "/services/cart/ @acme/ada\n/services/mail/ @ada\n", Self.files, model: model)
    #expect(result.services.map(\.owners) == [["ada"], [], []])
    #expect(result.teams.map(\.id) == ["ada"])
  }

  @Test func teamsOfTheModelKeepTheirCapitals() throws {
    let owners = "/services/cart/ @a/Shop\n/services/mail/ @b/shop\n"
    let first = try read(owners, Self.files)
    #expect(first.teams.map(\.id) == ["Shop", "b.shop"])
    let again = try read(owners, Self.files, model: "cadre: 1\nteams: {Shop: {}, b.shop: {}}\n")
    #expect(again.teams.map(\.id) == ["Shop", "b.shop"])
  }

  @Test func aMapSaysWhichFoldersAndTeams() throws {
    let result = try read(
      "* @acme/core\n/services/cart @acme/shop ada@example.com\n", Self.files,
      map: "folders: {checkout: [services/cart, apps/*], tools: tools}\nteams: {'@acme/core': base}"
    )
    #expect(result.services.map(\.id) == ["checkout", "tools"])
    #expect(result.services.map(\.owners) == [["shop"], ["base"]])
    #expect(result.findings.map(\.problem.code) == ["C0535", "C0504"])
  }

  @Test func aRepositoryWithoutSuchFoldersIsOneService() throws {
    let result = try read("* @ada\n", ["main.go"], at: "CODEOWNERS")
    #expect(result.services.map(\.id) == ["repo"])
    #expect(result.services.map(\.owners) == [[]])
    #expect(result.findings.map(\.problem) == [.ownerIsAPerson])
  }

  @Test func theFirstFileCounts() throws {
    let result = OwnersImport.read(
      ["repo"],
      from: MemoryFolder([
        "repo/CODEOWNERS": "* @acme/b", "repo/docs/CODEOWNERS": "* @acme/c",
        "repo/.github/CODEOWNERS": "* @acme/a",
      ]))
    #expect(result.services.map(\.owners) == [["a"]])
    #expect(
      result.findings.map(\.problem) == [
        .otherOwnersFile("repo/CODEOWNERS"), .otherOwnersFile("repo/docs/CODEOWNERS"),
      ])
    let none = OwnersImport.read(["repo"], from: MemoryFolder(["repo/a": ""]))
    #expect(none.broken.map(\.problem.code) == ["C0001"])
  }
}
