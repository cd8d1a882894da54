import ArgumentParser
import Documents
import Organization

/// Prints the JSON Schema of model files or of a document.
struct Schema: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of model files, for editors, or of a document.",
    usage: """
      cadre schema -o cadre.schema.json
      cadre schema plan -o cadre.plan-1.schema.json
      cadre schema [<name>] [options]
      """)

  private static let model = "model"
  private static let names = [model] + DocumentSchema.allCases.map(\.rawValue)

  @Argument(
    help: ArgumentHelp(
      "The format, `model` or a document's, such as `plan`; `cadre version` lists them.",
      valueName: "name"),
    completion: .list(names))
  var name: String = Self.model

  @OptionGroup var output: OutputOptions

  func execute(_ console: Console) throws -> ExitStatus {
    try console.deliver(try text, to: output, quiet: true)
    return .done
  }

  private var text: String {
    get throws(Fault) {
      if name == Self.model { return Models.schema }
      if let schema = DocumentSchema(format: name) { return schema.text }
      let nearest = Nearest.name(to: name, among: Self.names)
      let hint = nearest.map { "; did you mean '\($0)'?" } ?? "; 'cadre version' lists all"
      throw .usage(
        "there is no format '\(Printable.clipped(name))'\(hint)", help: "cadre schema --help")
    }
  }
}
