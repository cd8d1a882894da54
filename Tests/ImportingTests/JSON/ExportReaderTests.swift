import Organization
import Testing

@testable import Importing

@Suite struct ExportReaderTests {
  private func document(_ text: String, _ keep: ExportReader.Keep = .all) throws -> SourceNode {
    var scanner = ExportReader(Array(text.utf8), file: "a.json")
    return try scanner.document(keep)
  }

  @Test func valuesKeepTheirPlaces() throws {
    let root = try document(
      "{\n  \"a\": [1, \"zwei\"],\n  \"ü\": {\"c\": null, \"d\": -1.5e3}\n}")
    #expect(root.node("a")?.items.map(\.text) == ["1", "zwei"])
    #expect(root.node("a")?.items.last?.position.line == 2)
    #expect(root.node("a")?.items.last?.position.column == 12)
    // Columns count scalars and not bytes.
    #expect(root.node("ü")?.position.column == 8)
    #expect(root.node("ü", "c") == nil)
    #expect(root.node("ü")?.number("d") == -1_500)
  }

  @Test func escapesAreRead() throws {
    let text = "\"a\\n\\u0041\\ud83d\\ude00\\ud83dx\\\"\\/\\u0000\""
    #expect(try document(text).text == "a\nA😀\u{fffd}x\"/\u{0}")
  }

  @Test func listsAreWalkedElementByElement() throws {
    let text = "{\"x\": [[1]], \"d\": {\"l\": [{\"a\": 1}, {\"a\": 2}]}} {\"d\": 3}"
    var scanner = ExportReader(Array(text.utf8), file: "a.json")
    var found: [String] = []
    try scanner.forEach(at: ["d", "l"]) { found.append($0.filledText("a") ?? "") }
    #expect(found == ["1", "2"])
    let hasMore = scanner.hasMore()
    #expect(hasMore)
    let head = try document(text, .first)
    #expect(head.node("d")?.items("l").count == 1)
  }

  @Test(arguments: [
    ("{\"a\": 1", 1, 8), ("{\"a\": 1,\n}", 2, 1), ("[1 2]", 1, 4), ("{\"a\": tru}", 1, 7),
    ("{\"a\n\": 1}", 1, 4), ("[0x10]", 1, 3), ("{a: 1}", 1, 2), ("\"\\u12\"", 1, 4),
    ("[nan]", 1, 2),
    ("\"abc", 1, 5),
  ])
  func whatIsNoJSONIsToldWithItsPlace(text: String, line: Int, column: Int) throws {
    let error = #expect(throws: DiagnosticError.self) { try document(text) }
    let position = try #require(error?.diagnostics.first?.position)
    #expect(position.line == line)
    #expect(position.column == column)
    #expect(error?.diagnostics.first?.problem.code == "C0409")
  }

  @Test func depthIsBounded() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: DiagnosticError.self) { try document(deep) }
    #expect(throws: DiagnosticError.self) { try document(deep, .first) }
  }
}
