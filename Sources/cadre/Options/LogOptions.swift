import ArgumentParser

/// Options for finding out what a command does, and why it does it slowly.
struct LogOptions: ParsableArguments {
  @Flag(help: "Say on standard error what is read and how long each step takes.")
  var verbose = false

  @Option(
    name: .customLong("log"),
    help: ArgumentHelp("Write that to a new file, readable by its owner.", valueName: "file"),
    completion: .file())
  var file: String?
}
