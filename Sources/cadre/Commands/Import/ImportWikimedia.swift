import ArgumentParser
import Importing

/// Reads page views of Wikimedia.
struct ImportWikimedia: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "wikimedia",
    abstract: "Traffic by month from page views of Wikimedia.",
    usage: """
      cadre import wikimedia pageviews.json -o model.yaml
      cadre import wikimedia data/wikimedia-daily.csv --column nlwiki --dry-run
      cadre import wikimedia <source> ... [options]
      """)

  @Argument(
    help: ArgumentHelp(
      "Saved answers of the page view API, or CSV files of views; `-` is standard input.",
      valueName: "source"),
    completion: .file(extensions: ["json", "csv"]))
  var sources: [String]

  @OptionGroup var columns: ColumnOptions
  @OptionGroup var options: ImportOptions

  func execute(_ console: Console) throws -> ExitStatus {
    var wishes = TableImport.Wishes()
    wishes.columns = columns.names
    let work = ImportWork(sources: sources, options: options, console: console)
    return try work.run { folders, map, names in
      TableImport.readPageViews(sources, from: folders, wishes, map: map, model: names)
    }
  }
}
