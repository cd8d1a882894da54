import Organization
import Testing

/// Lines that `Tests/Schema/check_schema.py` holds the schema against; the decoder must agree.
@Suite struct SchemaCorpusTests {
  private func lines(_ name: String) throws -> [String] {
    try Repository.text(of: "Tests/Schema/\(name).txt").split(separator: "\n").map(String.init)
  }

  @Test func whatEditorsAcceptIsAccepted() throws {
    for line in try lines("right") { #expect(check(minimal(line)).isEmpty, "\(line)") }
  }

  @Test func whatEditorsRefuseIsRefused() throws {
    for line in try lines("wrong") { #expect(!check(minimal(line)).isEmpty, "\(line)") }
  }
}
