import ArgumentParser
import Importing

/// Reads traffic from tables.
struct ImportTable: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Traffic by month from CSV files with a column of times.",
    usage: """
      cadre import csv orders.csv --dry-run
      cadre import csv orders.csv --column orders --merge model.yaml -o model.yaml --force
      cadre import csv <source> ... [options]
      """)

  @Argument(
    help: ArgumentHelp(
      "CSV files with a header, hourly to monthly; `-` is standard input.", valueName: "source"),
    completion: .file(extensions: ["csv", "tsv", "txt"]))
  var sources: [String]

  @OptionGroup var columns: ColumnOptions
  @OptionGroup var measure: MeasureOptions
  @OptionGroup var options: ImportOptions

  func execute(_ console: Console) throws -> ExitStatus {
    var wishes = TableImport.Wishes()
    wishes.measure = measure.choice
    wishes.columns = columns.names
    let work = ImportWork(sources: sources, options: options, console: console)
    return try work.run { folders, map, names in
      TableImport.read(sources, from: folders, wishes, map: map, model: names)
    }
  }
}
