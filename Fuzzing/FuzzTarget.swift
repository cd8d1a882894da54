/// What is fuzzed, each with seeds of its own in the folder `seeds`.
enum FuzzTarget: String, CaseIterable {
  // Imports.
  case backstage
  case codeownersGitHub = "codeowners-github"
  case codeownersGitLab = "codeowners-gitlab"
  case opslevel, cortex, roster
  case pagerduty, opsgenie
  case grafanaOnCall = "grafana-oncall"
  case incidentIO = "incidentio"
  case alertmanager, ical
  case prometheus, wikimedia, csv
  // What cadre has formats of its own for.
  case map, model, merge, plan, tables, delimited

  /// Reads the bytes as this target does, and checks what has to hold whatever they are.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .map: OwnFormats.readMap(bytes)
    case .model: OwnFormats.readModel(bytes)
    case .merge: OwnFormats.merge(into: bytes)
    case .plan: OwnFormats.readPlan(bytes)
    case .tables: OwnTables.read(bytes)
    case .delimited: OwnTables.readDelimited(bytes)
    default: ForeignSource(self, bytes).check()
    }
  }
}
