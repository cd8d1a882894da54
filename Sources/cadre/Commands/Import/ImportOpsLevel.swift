import ArgumentParser
import Importing

/// Reads service files of OpsLevel.
struct ImportOpsLevel: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "opslevel",
    abstract: "Services and their owners by opslevel.yml files.",
    usage: """
      cadre import opslevel checkouts/ -o model.yaml
      cadre import opslevel <source> ... [options]
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, or folders searched for opslevel.yml; `-` is standard input.", valueName: "source"),
    completion: .file())
  var sources: [String]

  @OptionGroup var options: ImportOptions

  func execute(_ console: Console) throws -> ExitStatus {
    let work = ImportWork(sources: sources, options: options, console: console)
    return try work.run { folders, map, names in
      OpsLevelImport.read(sources, from: folders, map: map, model: names)
    }
  }
}
