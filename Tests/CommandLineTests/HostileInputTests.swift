import Foundation
import Testing

/// Files made to hurt: refused as invalid, at once and without much memory.
@Suite struct HostileInputTests {
  private static let texts: [(name: String, text: String)] = [
    ("alias bomb", aliases), ("brackets", String(repeating: "[", count: 1_000_000)),
    ("braces", String(repeating: "{a: ", count: 200_000)),
    ("dashes", String(repeating: "- ", count: 500_000)),
    ("NUL", "cadre: 1\nname: \0\n"), ("escape", "cadre: 1\nname: \u{1b}[31m\n"),
    ("one line", "cadre: 1\nname: " + String(repeating: "x", count: 2_000_000) + "\n"),
    ("many keys", (0..<100_000).map { "k\($0): 1\n" }.joined()),
    ("a million values", "cadre: 1\nteams: [" + String(repeating: "1,", count: 1_000_000) + "]\n"),
    (
      "lists of lists",
      "teams:\n" + String(repeating: String(repeating: "- ", count: 20) + "1\n", count: 50_000)
    ),
    ("tag", "cadre: !!python/object:os.system 1\n"),
  ]

  private static let aliases: String =
    "a: &a [x, x]\n"
    + (1..<26).map { step in
      let (last, next) = (UnicodeScalar(96 + UInt8(step)), UnicodeScalar(97 + UInt8(step)))
      return "\(next): &\(next) [*\(last), *\(last), *\(last), *\(last)]\n"
    }.joined()

  @Test(.timeLimit(.minutes(5)), arguments: texts.indices)
  func hostileModelsAreRefusedAtOnce(index: Int) throws {
    let binary = try Binary()
    try binary.folder.write(Self.texts[index].text, to: "model.yaml")
    let outcome = try binary.run("check", "model.yaml")
    #expect(outcome.status == 65, "\(Self.texts[index].name): \(outcome.errors.prefix(300))")
    #expect(!outcome.errors.contains("\u{1b}") && !outcome.errors.contains("\0"))
    #expect(outcome.errors.utf8.count < 50_000, "\(Self.texts[index].name) floods the terminal")
  }

  /// The file has holes, so that it takes no room on the disk.
  @Test func filesBeyondTheLimitAreNotRead() throws {
    let binary = try Binary()
    let path = binary.folder.path + "/model.yaml"
    try Data().write(to: URL(fileURLWithPath: path))
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: 100_000_000)
    try file.close()
    let outcome = try binary.run("check", "model.yaml")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("C0002"))
  }
}
