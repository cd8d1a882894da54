import Foundation
import Organization
import Testing

@Suite struct RenderingTests {
  @Test func aFindingIsShownWithItsLineAndAHint() {
    let found = check(minimal("hiring: {acceptence: 78 %}"))
    #expect(
      DiagnosticRenderer.text(found, color: false) == """
        model.yaml:9:10: error[C0105]: unknown key 'acceptence'
          |
        9 | hiring: {acceptence: 78 %}
          |          ^
          = hint: did you mean 'acceptance'?

        """)
  }

  @Test func longLinesAreCutAroundTheCaret() {
    let filler = String(repeating: "x", count: 500)
    let line = "\(filler)!\(filler)"
    let diagnostic = Diagnostic(
      .anchor, at: SourcePosition(file: "a.yaml", line: 1, column: 501), sourceLine: line)
    let lines = DiagnosticRenderer.text([diagnostic], color: false).split(separator: "\n")
    #expect(lines[2].count < 100)
    let caret = lines[3].firstIndex(of: "^").map {
      lines[3].distance(from: lines[3].startIndex, to: $0)
    }
    let mark = lines[2].firstIndex(of: "!").map {
      lines[2].distance(from: lines[2].startIndex, to: $0)
    }
    #expect(caret == mark)
  }

  @Test func jsonHasEveryField() throws {
    let text = DiagnosticRenderer.json(check(minimal("hirng: {}")))
    let array = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(array.count == 1)
    #expect(array[0]["code"] as? String == "C0105")
    #expect(array[0]["severity"] as? String == "error")
    #expect(array[0]["line"] as? Int == 9)
    #expect(array[0]["column"] as? Int == 1)
    #expect(array[0]["hint"] as? String == "did you mean 'hiring'?")
  }

  @Test(arguments: [
    "C0001", "C0002", "C0003", "C0004", "C0005", "C0101", "C0102", "C0103", "C0104", "C0105",
    "C0106", "C0107", "C0108", "C0109", "C0110", "C0111", "C0112", "C0113", "C0114", "C0201",
    "C0202", "C0203", "C0204", "C0205", "C0206", "C0207", "C0208", "C0209", "C0210", "C0211",
    "C0212", "C0401", "C0402", "C0403", "C0404",
  ])
  func everyCodeIsExplained(code: String) throws {
    let text = try #require(Explanation.text(code: code))
    #expect(text.contains("\n\n"), "a paragraph and an example")
    #expect(Explanation.codes.contains(code))
  }

  @Test func unknownCodesAreNotExplained() {
    #expect(Explanation.text(code: "C9999") == nil)
    #expect(Explanation.text(code: "c0105") != nil)
  }
}
