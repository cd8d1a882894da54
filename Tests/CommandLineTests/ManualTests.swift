import Foundation
import Testing

@testable import cadre

@Suite struct ManualTests {
  private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("man/cadre.1")

  /// Making the manual takes minutes, comparing what it was made from takes none.
  @Test func theManualIsMadeFromTheseCommands() throws {
    let declarations = try Binary().run("--experimental-dump-help").output
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let first = try #require(page.split(separator: "\n").first)
    #expect(
      first.hasSuffix("from declarations \(fingerprint(of: Array(declarations.utf8)))"),
      "run 'make man'")
  }
}
