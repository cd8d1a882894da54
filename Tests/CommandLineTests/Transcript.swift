/// A text whose blocks show commands with what they print.
///
/// Such a block begins with three backquotes and `text`, and its next line with `$ cadre`.
struct Transcript {
  struct Example: Hashable {
    var command: String
    var output: String

    /// The words after `cadre`; quotes of a shell are not understood.
    var arguments: [String] {
      command.split(separator: " ").dropFirst().map(String.init)
    }
  }

  private var lines: [Substring]

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  var text: String { lines.joined(separator: "\n") }

  private static let prompt = "$ "

  /// The lines of each example, from the command to before the end of the block.
  private var places: [Range<Int>] {
    var places = [Range<Int>]()
    var line = 0
    while line + 1 < lines.count {
      let begins = lines[line] == "```text" && lines[line + 1].hasPrefix(Self.prompt + "cadre")
      guard begins, let end = lines[(line + 1)...].firstIndex(of: "```") else {
        line += 1
        continue
      }
      places.append(line + 1..<end)
      line = end
    }
    return places
  }

  var examples: [Example] {
    places.map { place in
      Example(
        command: String(lines[place.lowerBound].dropFirst(Self.prompt.count)),
        output: lines[place.dropFirst()].map { $0 + "\n" }.joined())
    }
  }

  /// Replaces what each command prints.
  mutating func update(_ output: (Example) throws -> String) rethrows {
    for (place, example) in zip(places, examples).reversed() {
      let text = try output(example)
      let printed = text.hasSuffix("\n") ? text.dropLast() : text[...]
      let fresh = printed.split(separator: "\n", omittingEmptySubsequences: false)
      lines.replaceSubrange(place.dropFirst(), with: text.isEmpty ? [] : fresh)
    }
  }
}
