import Organization
import Testing

@testable import Importing

@Suite struct OwnersFileTests {
  private func file(_ text: String, _ dialect: OwnersDialect? = nil) -> OwnersFile {
    OwnersFile(Array(text.utf8), file: "CODEOWNERS", dialect: dialect)
  }

  @Test func theLastMatchWinsAndClearedIsNotUnmatched() {
    let owners = file("/apps/ @a @b\n/apps/github\n*.md docs@example.com # @nobody\n")
    #expect(owners.ownership(of: "apps/x") == .owned(["@a", "@b"], line: 1))
    #expect(owners.ownership(of: "apps/github/x") == .cleared(line: 2))
    #expect(owners.ownership(of: "apps/github/x.md") == .owned(["docs@example.com"], line: 3))
    #expect(owners.ownership(of: "other") == .unmatched)
    #expect(owners.findings.isEmpty)
  }

  @Test func linesAreReadWithBlanksCommentsAndEscapes() {
    let text =
      "\u{feff}# comment\r\n\r\n  \t*.a\t@x   @y # why\r\nmy\\ file @z\r\na#b @w\r\n #c @v\n"
    let owners = file(text)
    #expect(owners.ownership(of: "q.a") == .owned(["@x", "@y"], line: 3))
    #expect(owners.ownership(of: "my file") == .owned(["@z"], line: 4))
    #expect(owners.ownership(of: "a#b") == .owned(["@w"], line: 5))
    #expect(owners.ownership(of: "c") == .unmatched)
  }

  @Test func wrongLinesAreSkippedAndTold() throws {
    let owners = file("* @all\n!a @x\n\\#b @x\nc @x nobody\nd nobody\n")
    #expect(owners.findings.map(\.problem.code) == ["C0531", "C0531", "C0532", "C0532"])
    #expect(owners.findings.map { $0.position?.line } == [2, 3, 4, 5])
    #expect(try #require(owners.findings.last).position?.column == 3)
    #expect(owners.ownership(of: "c") == .owned(["@x"], line: 4))
    // A line whose owners are all wrong takes nothing away.
    #expect(owners.ownership(of: "d") == .owned(["@all"], line: 1))
  }

  @Test func gitHubIgnoresLargeFiles() {
    let owners = file(String(repeating: "#", count: 3_000_000) + "\n* @a\n")
    #expect(owners.ownership(of: "a") == .unmatched)
    #expect(owners.findings.map(\.problem) == [.ownersFileTooLarge(megabytes: 4)])
    let small = file(String(repeating: "#", count: 2_999_990) + "\n* @a\n")
    #expect(small.ownership(of: "a") == .owned(["@a"], line: 2))
  }

  /// The examples of GitLab's documentation.
  @Test func everySectionCountsByItself() {
    let owners = file(
      """
      * @admin

      [README Owners]
      README.md @user1 @user2
      internal/README.md @user4

      [README other owners]
      README.md @user3
      """)
    #expect(owners.dialect == .gitlab)
    #expect(owners.ownership(of: "README.md").owners == ["@admin", "@user1", "@user2", "@user3"])
    #expect(owners.ownership(of: "internal/README.md").owners == ["@admin", "@user4", "@user3"])
  }

  @Test func sectionsHaveDefaultsOptionsAndOneName() {
    let owners = file(
      """
      [Documentation][2] @docs
      docs/
      README.md

      ^[Database] @database @agarcia
      model/db/
      config/db/setup.md @docs
      [DOCUMENTATION]
      guides/ @writers
      docs/api/
      """)
    #expect(owners.ownership(of: "docs/a").owners == ["@docs"])
    #expect(owners.ownership(of: "model/db/a").owners == ["@database", "@agarcia"])
    #expect(owners.ownership(of: "x/config/db/setup.md").owners == ["@docs"])
    #expect(owners.ownership(of: "guides/a").owners == ["@writers"])
    #expect(owners.ownership(of: "docs/api/a").owners == ["@docs"])
  }

  @Test func exclusionsHoldInTheirSection() {
    let owners = file(
      """
      * @default
      !*.rb
      /special/*.rb @ruby
      [Ruby]
      *.rb @ruby-team
      !/config/**/*.rb
      /config/routes.rb @ops
      """)
    #expect(owners.ownership(of: "special/a.rb").owners == ["@ruby-team"])
    #expect(owners.ownership(of: "config/routes.rb").owners.isEmpty)
    #expect(owners.ownership(of: "config/routes.yml").owners == ["@default"])
  }

  @Test func gitLabReadsPathsAsFilesOfAnyFolder() {
    let owners = file(
      "[A]\ninternal/x @a\n/docs @b\n/lib/ @c\n/one/** @d\n/**/deep.md @e\n", .gitlab)
    #expect(owners.ownership(of: "deep/internal/x").owners == ["@a"])
    #expect(owners.ownership(of: "internal/x/y").owners.isEmpty)
    #expect(owners.ownership(of: "docs/y").owners.isEmpty)
    #expect(owners.ownership(of: "lib/y/z").owners == ["@c"])
    #expect(owners.ownership(of: "one/a").owners == ["@d"])
    #expect(owners.ownership(of: "one/a/b").owners.isEmpty)
    #expect(owners.ownership(of: "x/y/deep.md").owners == ["@e"])
  }

  @Test func bracketsAreNoSectionWhereTheyArePaths() {
    let owners = file("[param]/page.ts @a\n/apps/[slug] @b\n")
    #expect(owners.dialect == .github)
    #expect(owners.ownership(of: "[param]/page.ts").owners == ["@a"])
    #expect(owners.ownership(of: "apps/[slug]/x").owners == ["@b"])
  }
}
