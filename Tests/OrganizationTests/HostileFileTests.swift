import CadreTestSupport
import Organization
import Testing

@Suite struct HostileFileTests {
  private func codes(_ text: String) -> [String] { check(text).map(\.problem.code) }

  @Test func anAliasBombIsRefused() {
    var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    var last = "a"
    for name in ["b", "c", "d", "e", "f", "g", "h", "i"] {
      let items = Array(repeating: "*\(last)", count: 9).joined(separator: ", ")
      bomb += "\(name): &\(name) [\(items)]\n"
      last = name
    }
    #expect(Set(codes(bomb)) == ["C0102"])
  }

  /// The parser counts other ends of lines than a line feed too.
  @Test(arguments: ["\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\n"])
  func keysThatStandTwiceAreFoundBehindAnyEndOfLine(end: String) {
    let text = "# one\(end)# two\(end){cadre: 1, a: 0, a: 0}"
    let found = check(text).filter { $0.problem == .duplicateKey("a") }
    #expect(found.map(\.position?.line) == [3])
    #expect(found.map(\.position?.column) == [18])
    #expect(!codes("a: 0\(end)a: 0\(end)a: 1\(end)").isEmpty)
  }

  @Test func towersAreRefused() {
    #expect(codes(String(repeating: "[", count: 1 << 20)) == ["C0103"])
    #expect(codes(String(repeating: "{a: ", count: 100_000)) == ["C0103"])
    #expect(codes(String(repeating: "- ", count: 1 << 19)) == ["C0103"])
    let steps = (0..<60).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(codes(steps) == ["C0103"])
  }

  @Test func whatIsNotTextIsRefused() {
    #expect(codes("cadre: 1\n\0") == ["C0003"])
    #expect(codes("cadre: 1\nname: \u{1b}[31m") == ["C0003"])
    let bytes = MemoryFiles(bytes: ["model.yaml": [0x61, 0x3a, 0x20, 0xff, 0xfe]])
    let found = ModelFile.check(path: "model.yaml", source: bytes, dataFiles: StubDataFiles())
    #expect(found.map(\.problem.code) == ["C0003"])
  }

  @Test func aByteOrderMarkIsTolerated() {
    #expect(check("\u{feff}" + minimal()).isEmpty)
  }

  @Test func lineEndsOfWindowsAreTolerated() {
    #expect(check(minimal().replacing("\n", with: "\r\n")).isEmpty)
  }

  @Test func filesWithoutAModelAreRefused() {
    #expect(codes("") == ["C0110"])
    #expect(codes("# nothing\n") == ["C0110"])
    #expect(codes("[1, 2]") == ["C0107"])
    #expect(codes("just text") == ["C0107"])
    #expect(codes("a: [1") == ["C0101"])
    #expect(codes("? [a, b]\n: 1\n") == ["C0107"])
  }

  @Test func largeFilesAreRefused() {
    let text = String(repeating: "# 3456789012345\n", count: 17 << 16)
    #expect(codes(text) == ["C0002"])
  }

  @Test func includesMayNotRunInCirclesOrEscape() {
    let circle = MemoryFiles([
      "a/model.yaml": "include: [b.yaml]\n", "a/b.yaml": "include: [./../a/model.yaml]\n",
    ])
    let found = ModelFile.check(path: "a/model.yaml", source: circle, dataFiles: StubDataFiles())
    #expect(found.contains { $0.problem == .circularInclude(path: "a/model.yaml") })
    let escape = check(minimal("include: [../../etc/passwd]"))
    #expect(escape.map(\.problem) == [.outsideProject(path: "../../etc/passwd", project: ".")])
    #expect(escape.first?.position?.line == 9)
  }

  @Test func escapesInMessagesAreSpelledOut() {
    let text = DiagnosticRenderer.text(check(minimal("\"\\e[2J\\u202e\": 1")), color: false)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!text.unicodeScalars.contains("\u{202e}"))
  }
}
