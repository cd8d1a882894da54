import Organization
import Testing

@Suite struct YAMLDocumentsTests {
  private func read(_ text: String) -> [YAMLDocuments.Document] {
    YAMLDocuments.read(Array(text.utf8), file: "f.yaml")
  }

  @Test func documentsAreReadWithTheirLines() throws {
    let documents = read("# first\n---\na: 1\n--- # second\n\nb: 2\n---\n# nothing\n---\n{c: 3}\n")
    #expect(documents.map(\.line) == [2, 4, 9])
    let roots = documents.compactMap(\.root)
    #expect(roots.map { $0.entries?.first?.key } == ["a", "b", "c"])
    #expect(roots.map(\.position.line) == [3, 6, 10])
    #expect(roots[1].value(of: "b")?.position.line == 6)
  }

  @Test func aBrokenDocumentHidesNoOther() throws {
    let documents = read("a: 1\n---\nb: [1\n---\nc: 3\n")
    #expect(documents.map { $0.root == nil } == [false, true, false])
    let finding = try #require(documents[1].findings.first)
    #expect(finding.problem.code == "C0101")
    #expect((finding.position?.line ?? 0) >= 3)
  }

  @Test func contentMayStandBesideTheMarkerAndMarkersInTextEndIt() {
    let documents = read("--- {a: 1}\n---\nb: |\n  --- no marker\n  text\n---x: 1\n")
    #expect(documents.count == 2)
    #expect(documents[0].root?.value(of: "a")?.position.column == 9)
  }

  @Test(arguments: ["", "\n\n", "# only\n", "---\n", "---\n---\n# x\n...\n", "%YAML 1.2\n---\n"])
  func emptyFilesHaveNoDocuments(text: String) {
    #expect(read(text).isEmpty)
  }

  @Test func aByteOrderMarkAndCarriageReturnsDoNotMatter() throws {
    let documents = read("\u{feff}a: 1\r\n---\r\nb: 2\r\n")
    #expect(documents.compactMap { $0.root?.entries?.first?.key } == ["a", "b"])
    #expect(documents[1].root?.value(of: "b")?.text == "2")
  }
}
