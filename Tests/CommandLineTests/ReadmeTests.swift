import Foundation
import Testing

/// The README and the experiments in `docs` tell what the program prints, so that it is run.
@Suite struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What a command prints on both streams, as a reader of the README would see it.
  private static func output(of example: Transcript.Example, in folder: URL) throws -> String {
    var binary = Binary(folder: Binary.Folder(at: folder.path))
    binary.environment = ["COLUMNS": "100", "LC_ALL": "C.UTF-8"]
    let outcome = try binary.run(example.arguments)
    // Spaces at the end of a line would not survive an editor.
    let lines = (outcome.output + outcome.errors).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.reversed().drop { $0 == " " }.reversed() }.map { String($0) }
      .joined(separator: "\n")
  }

  @Test(arguments: [
    "README.md", "docs/competencies.md", "docs/mechanisms.md", "docs/regions.md", "docs/seats.md",
    "docs/spiral.md",
    "docs/team-shape.md",
  ])
  func examplesAreTrue(name: String) throws {
    let file = Self.root.appendingPathComponent(name)
    var transcript = Transcript(try String(contentsOf: file, encoding: .utf8))
    if Golden.isRecording {
      try transcript.update { try Self.output(of: $0, in: Self.root) }
      try Data(transcript.text.utf8).write(to: file)
      Issue.record("recorded \(name)")
      return
    }
    // A command that is shown without output claims nothing; recording fills it in.
    for example in transcript.examples where !example.output.isEmpty {
      #expect(try Self.output(of: example, in: Self.root) == example.output, "\(example.command)")
    }
  }

  private static let sample = """
    # A text

    ```text
    $ cadre version
    something else
    ```

    ```sh
    $ cadre check is not run
    ```

    ```text
    no command
    ```

    ```text
    $ cadre chek
    ```
    end

    """

  @Test func examplesAreFoundAndRecorded() throws {
    var transcript = Transcript(Self.sample)
    #expect(transcript.examples.map(\.command) == ["cadre version", "cadre chek"])
    #expect(transcript.examples.map(\.output) == ["something else\n", ""])
    #expect(transcript.text == Self.sample)

    let folder = try Binary.Folder()
    let place = URL(fileURLWithPath: folder.path)
    try transcript.update { try Self.output(of: $0, in: place) }
    #expect(transcript.text.contains("$ cadre version\ncadre 0.1.0\n"))
    #expect(transcript.text.contains("did you mean 'check'?\nsee 'cadre --help'\n```\nend\n"))
    for example in Transcript(transcript.text).examples {
      #expect(try Self.output(of: example, in: place) == example.output)
    }
  }
}
