import Foundation
import Testing

/// Every line of `docs/coverage.md` says what it is, has a command that runs, and tests that exist.
@Suite struct CoverageDocumentTests {
  private struct Row {
    var cells: [String]

    var status: String { cells[1] }
    var command: String { cells[3].filter { $0 != "`" } }
    var suites: [String] { cells[4].components(separatedBy: ", ") }
  }

  private static func rows() throws -> [Row] {
    try Experiment.text(of: "docs/coverage.md").split(separator: "\n")
      .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") && !$0.hasPrefix("| what leaders") }
      .map { line in
        Row(
          cells: line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
            .dropLast().map { $0.trimmingCharacters(in: .whitespaces) })
      }
  }

  @Test func noLineIsEmpty() throws {
    let rows = try Self.rows()
    #expect(rows.count == 85)
    for row in rows {
      try #require(row.cells.count == 5, "\(row.cells)")
      #expect(row.cells.allSatisfy { !$0.isEmpty }, "\(row.cells)")
      #expect(["modelled", "asked", "shown"].contains(row.status), "\(row.cells)")
    }
  }

  @Test func everyProofIsATest() throws {
    let tests = Experiment.root.appendingPathComponent("Tests")
    let files = FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)
    let sources = try (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    for row in try Self.rows() {
      for suite in row.suites {
        #expect(sources.contains("struct \(suite) {"), "\(suite): \(row.cells[0])")
      }
    }
  }

  @Test func everyCommandRuns() throws {
    let binary = try Binary()
    for name in ["models", "data", "Fuzzing", "cadre.yaml"] {
      try FileManager.default.copyItem(
        at: Experiment.root.appendingPathComponent(name),
        to: URL(fileURLWithPath: binary.folder.path).appendingPathComponent(name))
    }
    let plan = try binary.run(
      "plan", "models/storefront.yaml", "--quick", "--format", "json", "-o", "plan.json")
    #expect(plan.status == 0, "\(plan.errors)")
    for command in Set(try Self.rows().map(\.command)) {
      var words = command.split(separator: " ").map(String.init)
      #expect(words.removeFirst() == "cadre")
      // What the commands tell is the same of any plan.
      if words.first == "plan" { words.append("--quick") }
      // Each writes a file of its own name.
      if words.contains("mine.yaml") { words.append("--force") }
      // The example has findings of every kind, and `check` says so.
      let allowed: Set<Int32> = words.first == "check" ? [0, 1] : [0]
      let outcome = try binary.run(words)
      #expect(allowed.contains(outcome.status), "\(command): \(outcome.errors)")
    }
  }
}
