import ArgumentParser

/// Prints the JSON Schema of model files.
struct Schema: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of model files, for editors.",
    usage: "cadre schema -o cadre.schema.json")

  @OptionGroup var output: OutputOptions

  func execute(_ console: Console) throws -> ExitStatus {
    try console.deliver(Models.schema, to: output, quiet: true)
    return .done
  }
}
