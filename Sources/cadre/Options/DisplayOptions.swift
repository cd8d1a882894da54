import ArgumentParser

/// Options of a command that shows something in one of some formats.
struct FormatOptions<Choice: FormatChoice>: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("Format of the result; `cadre help formats`.", valueName: "format"))
  var choice: Choice?

  @Option(help: ArgumentHelp("Colour in text.", valueName: "when"))
  var color: ColorChoice?

  @Flag(name: .shortAndLong, help: "Leave out warnings and notes on standard error.")
  var quiet = false

  @OptionGroup var log: LogOptions

  /// What `--format` asks for.
  var format: ReportFormat? { choice?.format }
}

/// Options of commands that write text and JSON.
typealias DisplayOptions = FormatOptions<DocumentFormat>

/// Options of commands that also have one table to write.
typealias TableDisplayOptions = FormatOptions<TableFormat>
