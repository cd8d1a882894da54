import Foundation
import Testing

/// The script of `docs/quarterly.md`, run as it stands.
@Suite struct QuarterlyScriptTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The first block of the document.
  private static func script() throws -> String {
    let file = root.appendingPathComponent("docs/quarterly.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let block = try #require(text.firstMatch(of: /(?s)```sh\n(#!\/bin\/sh.*?)```/))
    return String(block.output.1)
  }

  private static func run(
    _ model: String, in folder: Binary.Folder
  ) throws -> (status: Int32, output: String, errors: String) {
    try folder.write(script(), to: "quarterly.sh")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["quarterly.sh", model, "plans", "--quick"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let binary = URL(fileURLWithPath: try Binary.path).deletingLastPathComponent().path
    process.environment = [
      "PATH": "\(binary):/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C",
    ]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // What the script prints fits into a pipe.
    process.waitUntilExit()
    func text(_ pipe: Pipe) -> String {
      String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    return (process.terminationStatus, text(output), text(errors))
  }

  @Test func itPlansComparesAndAnswers() throws {
    let folder = try Binary.Folder()
    let model = Shipped.model("small")
    let first = try Self.run(model, in: folder)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output == "", "nothing to compare with yet")
    let plan = try folder.text(of: "plans/plan.json")
    for name in ["check.txt", "next.yaml", "plan.html", "seats.csv", "compare.html"] {
      #expect(try !folder.text(of: "plans/\(name)").isEmpty, "\(name)")
    }
    let again = try Self.run(model, in: folder)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try folder.text(of: "plans/plan.json") == plan, "the same bytes")
    // Agreed on, and planned from again on the same day.
    try folder.write(folder.text(of: "plans/next.yaml"), to: "plans/plan.yaml")
    let next = try Self.run(model, in: folder)
    #expect(next.status == 0, "\(next.errors)")
    #expect(next.output.contains("Nothing is different."))
    #expect(try folder.text(of: "plans/plan.html").contains("Since the plan of"))
    #expect(try !folder.text(of: "plans/calibration.txt").isEmpty)
  }

  @Test func itNamesWhatIsBroken() throws {
    let folder = try Binary.Folder()
    let outcome = try Self.run(Shipped.model("storefront"), in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("newsletter"), "a service without an owner")
    #expect(outcome.errors.contains("policy not kept: "))
    #expect(try !folder.text(of: "plans/plan.html").isEmpty, "the reports are there all the same")
  }

  @Test func itFailsLoudly() throws {
    let folder = try Binary.Folder()
    let outcome = try Self.run("missing.yaml", in: folder)
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("missing.yaml"))
  }
}
