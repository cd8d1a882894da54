import ArgumentParser

/// Plans: making one, which needs no further word, and comparing two.
///
/// A command that takes a file and has subcommands as well cannot be parsed by the argument parser: the
/// file is missing where a subcommand is meant. So making a plan is a subcommand too, the default one,
/// and the help of `plan` is its help, see ``Runner``. A model in a file called `diff` is named `./diff`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Find whom to hire, for which team, at which level and when.",
    usage: """
      cadre plan models/storefront.yaml
      cadre plan diff plan.yaml next.yaml
      """,
    subcommands: [Plan.self, PlanDiffCommand.self], defaultSubcommand: Plan.self)
}
