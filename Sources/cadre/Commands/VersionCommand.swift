import ArgumentParser
import Organization
import Reporting

/// Says what this build is, also for programs.
struct VersionCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Print the version and the formats it reads and writes.",
    usage: "cadre version [--format text|json]")

  @OptionGroup var display: DisplayOptions

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display)
    let formats = Version.formats.sorted { $0.key < $1.key }
    if settings.format == .json {
      let document: JSONValue = [
        "format": "cadre.version/1.0", "version": .string(Version.number),
        "generator": .string(Version.line), "commit": .optional(Version.commit),
        "formats": .object(Version.formats.mapValues(JSONValue.string)),
      ]
      console.streams.write(document.prettyText)
      return .done
    }
    console.streams.write(Version.line + "\n")
    for format in formats { console.streams.write("  \(format.value)\n") }
    return .done
  }
}
