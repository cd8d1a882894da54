import ArgumentParser

/// Writes parts of models and plans for other tools.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write seats or people as CSV for spreadsheets and other tools.",
    usage: """
      cadre export seats models/storefront.yaml --plan plan.json -o seats.csv
      cadre export roster models/storefront.yaml -o roster.csv
      """,
    subcommands: [ExportSeats.self, ExportRoster.self])
}
