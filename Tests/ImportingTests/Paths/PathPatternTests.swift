import Testing

@testable import Importing

/// What GitHub's documentation says of patterns, and what .gitignore says where that refers to it.
@Suite struct PathPatternTests {
  @Test(arguments: [
    ("*", ["a", "a/b", ".hidden"], []),
    ("*.js", ["a.js", "x/y/a.js", "a.js/inside"], ["a.jsx", "a.JS"]),
    ("/build/logs/", ["build/logs/a", "build/logs/b/c"], ["build/logs", "x/build/logs/a"]),
    ("docs/*", ["docs/getting-started.md"], ["docs/build-app/troubleshooting.md", "x/docs/a"]),
    ("apps/", ["apps/a", "x/apps/a", "x/apps/y/z"], ["apps", "x/apps", "myapps/a"]),
    ("/docs/", ["docs/a", "docs/b/c"], ["x/docs/a"]),
    ("/apps/github", ["apps/github", "apps/github/x"], ["apps/githubs", "x/apps/github"]),
    ("**/logs", ["logs", "build/logs", "deeply/nested/logs/x"], ["logsx"]),
    ("docs/**", ["docs/a", "docs/a/b"], ["docs", "x/docs/a"]),
    ("a/**/b", ["a/b", "a/x/b", "a/x/y/b", "a/x/b/c"], ["x/a/b", "a/xb"]),
    ("**", ["a", "a/b/c"], []),
    ("/*", ["a"], ["a/b"]),
    ("/*/", ["a/b", "a/b/c"], ["a"]),
    ("/**/a", ["a", "x/a", "x/y/a/z"], ["xa"]),
    ("src", ["src", "src/a", "x/src", "x/src/a"], ["srcs", "xsrc/a"]),
    ("src/a", ["src/a", "src/a/b"], ["x/src/a"]),
    ("f?o", ["foo", "x/fxo/y"], ["fo", "f/o"]),
    ("f*o*.txt", ["foo.txt", "fo.txt", "f12o34.txt"], ["fx.txt", "foo.txt.bak", "f/oo.txt"]),
    ("f\\*o", ["f*o"], ["foo"]), ("f\\?o", ["f?o"], ["foo"]),
    ("my\\ file", ["my file"], ["myfile"]),
    ("/apps/[param]/file.ts", ["apps/[param]/file.ts"], ["apps/p/file.ts"]),
    ("a**b", ["ab", "axxb"], ["a/b"]),
    ("a/**/", ["a/b", "a/b/c"], ["a"]),
  ])
  func pathsMatchAsDocumented(pattern: String, yes: [String], no: [String]) throws {
    let pattern = try PathPattern(pattern)
    for path in yes { #expect(pattern.matches(path), "\(path)") }
    for path in no { #expect(!pattern.matches(path), "\(path)") }
  }

  @Test(arguments: [
    ("!a", PatternFault.negation), ("\\#a", .escapedHash), ("a***", .threeStars), ("", .empty),
    ("/", .empty), ("//", .empty),
  ])
  func patternsThatMeanNothingAreRefused(text: String, fault: PatternFault) {
    #expect(throws: fault) { try PathPattern(text) }
  }

  /// Stars that could go on in many ways take no exponential time.
  @Test(.timeLimit(.minutes(1))) func manyStarsAreQuick() throws {
    let stars = String(repeating: "*a", count: 30)
    #expect(try !PathPattern(stars + "b").matches(String(repeating: "a", count: 5_000)))
    let folders = String(repeating: "**/a/", count: 30)
    let path = String(repeating: "a/", count: 500) + "x"
    #expect(try !PathPattern("/" + folders + "b").matches(path))
  }
}
