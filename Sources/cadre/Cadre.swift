import ArgumentParser

/// The command line.
@main
struct Cadre: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cadre",
    abstract: "Plan whom to hire, for which team, at which level and when.",
    usage: """
      cadre check models/storefront.yaml
      cadre forecast models/storefront.yaml
      cadre plan models/storefront.yaml --strategy hybrid -o plan.json --format json
      cadre <command> [options]
      """,
    discussion: "Topics: \(HelpTopic.names). Read one with 'cadre help <topic>'.",
    version: Version.line,
    groupedSubcommands: [
      CommandGroup(
        name: "Plan",
        subcommands: [
          Init.self, ImportCommand.self, Check.self, Forecast.self, PlanCommand.self, Compare.self,
          Simulate.self, Stress.self, ShapeCommand.self, Brief.self, RotaCommand.self,
          ExportCommand.self,
          Explore.self,
        ]),
      CommandGroup(name: "Look back", subcommands: [Runs.self, OnCallCommand.self]),
      CommandGroup(
        name: "Reference", subcommands: [AssumptionsCommand.self, Explain.self, Schema.self]),
      CommandGroup(name: "Settings", subcommands: [Config.self, VersionCommand.self]),
    ])

  static var commandNames: [String] {
    configuration.subcommands.map { $0.configuration.commandName ?? $0._commandName }
      + ["help"]
  }

  static func main() {
    Interruption.install()
    Runner().run(Array(CommandLine.arguments.dropFirst())).leave()
  }
}

extension Cadre: ConsoleCommand {
  /// A bare `cadre` says in a few lines what it is and where to start.
  func execute(_ console: Console) throws -> ExitStatus {
    console.streams.write(
      """
      cadre plans whom to hire, for which team, at which level and when.

        cadre init                              write a first model of your own
        cadre check models/storefront.yaml      is the model sound, who owns what
        cadre forecast models/storefront.yaml   how traffic will grow
        cadre plan models/storefront.yaml       whom to hire, and when

      'cadre --help' lists all commands, 'cadre help model-file' says how to write a model.

      """)
    return .done
  }
}
