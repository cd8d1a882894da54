import ArgumentParser
import Importing

/// Reads people from an export of an HR system.
struct ImportRoster: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: "Teams, levels and tenure by a CSV export of an HR system, without names.",
    usage: """
      cadre import roster people.csv --dry-run
      cadre import roster people.csv --merge model.yaml -o model.yaml --force
      cadre import roster <source> ... [options]
      """)

  @Argument(
    help: ArgumentHelp("CSV files with a header; `-` is standard input.", valueName: "source"),
    completion: .file(extensions: ["csv", "tsv", "txt"]))
  var sources: [String]

  @OptionGroup var options: ImportOptions

  func execute(_ console: Console) throws -> ExitStatus {
    let today = Today.seconds(console.environment) / Self.secondsPerDay
    let work = ImportWork(sources: sources, options: options, console: console)
    return try work.run { folders, map, names in
      RosterImport.read(sources, from: folders, today: today, map: map, model: names)
    }
  }

  private static let secondsPerDay = 86_400
}
