import ArgumentParser
import Organization
import Reporting

/// Settings of cadre itself.
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the settings that hold.", usage: "cadre config show --origin",
    subcommands: [ConfigShow.self])
}

/// Prints each setting and, if asked, where it came from.
struct ConfigShow: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the settings that hold.",
    usage: "cadre config show [--origin] [--format json]")

  @Flag(help: "Add where each setting came from.")
  var origin = false

  @OptionGroup var display: DisplayOptions

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display)
    let configuration = settings.configuration
    let rows: [(key: String, value: String, origin: Configuration.Origin)] = [
      ("color", configuration.color.value.rawValue, configuration.color.origin),
      ("format", configuration.format.value.rawValue, configuration.format.origin),
      (
        "recording", configuration.recording.value.rawValue, configuration.recording.origin
      ),
      ("seed", String(configuration.seed.value), configuration.seed.origin),
    ]
    if settings.format == .json {
      let members = rows.map { row in
        (row.key, ["value": .string(row.value), "origin": .string(row.origin.text)] as JSONValue)
      }
      let document: JSONValue = [
        "format": "cadre.config/1.0",
        "settings": .object(Dictionary(members) { _, last in last }),
      ]
      console.streams.write(document.prettyText)
      return .done
    }
    var table = TextTable(columns: Array(repeating: .init(""), count: origin ? 3 : 2))
    for row in rows {
      let cells: [TextTable.Cell] = [.init("\(row.key):"), .init(row.value)]
      table.add(cells + (origin ? [.init("# \(row.origin.text)", .muted)] : []))
    }
    console.streams.write(table.text(settings.style))
    return .done
  }
}
