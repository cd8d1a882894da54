import ArgumentParser

/// Options of every command that shows something.
struct DisplayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Format of the result; `cadre help formats`.", valueName: "format"))
  var format: ReportFormat?

  @Option(help: ArgumentHelp("Colour in text: auto, always or never.", valueName: "when"))
  var color: ColorChoice?

  @Flag(name: .shortAndLong, help: "Leave out warnings and notes on standard error.")
  var quiet = false
}
