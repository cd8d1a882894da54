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

  /// Cases with values cannot be listed, so that the codes are read off the source.
  @Test func everyCodeIsExplained() throws {
    let source = try Repository.text(of: "Sources/Organization/Diagnostics/Problem+Code.swift")
    let codes = source.matches(of: /"(C\d{4})"/).map { String($0.1) }
    #expect(codes == Explanation.codes, "none is missing, and none is left over")
    for code in codes {
      let text = try #require(Explanation.text(code: code))
      #expect(text.contains("\n\n"), "a paragraph and an example")
    }
    for rule in AuditRule.allCases {
      let text = try #require(AuditRule.explanation(ofCode: rule.code))
      #expect(text.hasPrefix(rule.title))
    }
  }

  @Test func unknownCodesAreNotExplained() {
    #expect(Explanation.text(code: "C9999") == nil)
    #expect(Explanation.text(code: "c0105") != nil)
  }
}
