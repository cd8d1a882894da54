/// What an import reads; the raw value is the word on the command line.
package enum ImportKind: String, CaseIterable, Sendable {
  case backstage, codeowners, opslevel, cortex, roster
  case prometheus, wikimedia, csv

  /// What such files are called in sentences.
  package var name: String {
    switch self {
    case .backstage: "Backstage catalogue"
    case .codeowners: "CODEOWNERS"
    case .opslevel: "OpsLevel service files"
    case .cortex: "Cortex service files"
    case .roster: "roster"
    case .prometheus: "Prometheus metrics"
    case .wikimedia: "Wikimedia page views"
    case .csv: "traffic table"
    }
  }
}
