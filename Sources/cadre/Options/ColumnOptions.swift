import ArgumentParser

/// Which columns of a table are taken.
struct ColumnOptions: ParsableArguments {
  @Option(
    name: .customLong("column"),
    help: ArgumentHelp(
      "A column to take, by its header; repeatable; all with numbers if left out.",
      valueName: "header"))
  var names: [String] = []
}
