import ArgumentParser

/// What all imports have in common beside their sources.
struct ImportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A model to add to; its lines stay, and what it says otherwise is reported.",
      valueName: "model"), completion: .file(extensions: ["yaml", "yml"]))
  var merge: String?

  @Option(
    help: ArgumentHelp(
      "Names, types, tiers, folders, columns and titles that the sources leave open; docs/import.md.",
      valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
  var map: String?

  @Flag(name: .customLong("dry-run"), help: "Write no model, only the report.")
  var isDryRun = false

  @Flag(
    name: .customLong("skip-broken"),
    help: "Go on without files that cannot be read; else nothing is written.")
  var skipsBroken = false

  @Flag(help: "Exit with 1 if there is any finding above a note.")
  var strict = false

  @Option(
    name: .customLong("allow-path"),
    help: ArgumentHelp(
      "A folder outside the sources' repositories that may be read; repeatable.",
      valueName: "folder"), completion: .directory)
  var allowPath: [String] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var copies: CopyOptions
  @OptionGroup var display: TableDisplayOptions
}
