import ArgumentParser

/// Models from what an organisation already has.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a model from what you have, such as a service catalogue, or add to one.",
    usage: """
      cadre import backstage catalog/ -o model.yaml
      cadre import backstage catalog/ --merge model.yaml --dry-run
      cadre import backstage catalog/ | cadre check -
      cadre import codeowners CODEOWNERS --match services/cart/main.go
      cadre import csv orders.csv --merge model.yaml -o model.yaml --force
      """,
    discussion: """
      The model goes to --output or standard output; the report of what was taken, skipped and why \
      goes to standard output beside --output or --dry-run, and to standard error otherwise. What the \
      sources do not say is not guessed: it is left to the defaults or reported as assumed. \
      docs/import.md tells what is read from which source.
      """,
    subcommands: [
      ImportBackstage.self, ImportCodeowners.self, ImportOpsLevel.self, ImportCortex.self,
      ImportRoster.self, ImportPrometheus.self, ImportWikimedia.self, ImportTable.self,
      ImportRoster.self, ImportPagerDuty.self, ImportOpsgenie.self, ImportGrafanaOnCall.self,
      ImportIncidentIO.self, ImportAlertmanager.self, ImportICal.self,
    ])
}
