import ArgumentParser
import Importing

/// Reads entity descriptors of Cortex.
struct ImportCortex: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "cortex",
    abstract: "Services and teams by the entity descriptors of Cortex.",
    usage: """
      cadre import cortex checkouts/ -o model.yaml
      cadre import cortex <source> ... [options]
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, or folders searched for cortex.yaml and .cortex; `-` is standard input.",
      valueName: "source"), completion: .file())
  var sources: [String]

  @OptionGroup var options: ImportOptions

  func execute(_ console: Console) throws -> ExitStatus {
    let work = ImportWork(sources: sources, options: options, console: console)
    return try work.run { folders, map, names in
      CortexImport.read(sources, from: folders, map: map, model: names)
    }
  }
}
