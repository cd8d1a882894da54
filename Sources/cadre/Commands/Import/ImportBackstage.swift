import ArgumentParser
import Importing

/// Reads a Backstage catalogue.
struct ImportBackstage: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "backstage",
    abstract: "Groups, people and components of a Backstage catalogue.",
    usage: """
      cadre import backstage catalog/ -o model.yaml
      cadre import backstage catalog-info.yaml org.yaml --merge model.yaml -o model.yaml --force
      cadre import backstage <source> ... [options]
      """)

  @Argument(
    help: ArgumentHelp(
      "Catalogue files, or folders searched for them; `-` is standard input.", valueName: "source"),
    completion: .file())
  var sources: [String]

  @OptionGroup var options: ImportOptions

  func execute(_ console: Console) throws -> ExitStatus {
    let work = ImportWork(sources: sources, options: options, console: console)
    return try work.run { folders, map, names in
      BackstageImport.read(sources, from: folders, map: map, model: names)
    }
  }
}
