import ArgumentParser

/// Where a result goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file; `-` is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace the output file if it exists.")
  var force = false

  /// The file to write, or `nil` for standard output.
  var file: String? { output == "-" ? nil : output }
}
