/// What an import reads; the raw value is the word on the command line.
package enum ImportKind: String, CaseIterable, Sendable {
  case backstage, codeowners, opslevel, cortex, roster
  case prometheus, wikimedia, csv
  case pagerduty, opsgenie
  case grafanaOnCall = "grafana-oncall"
  case incidentIO = "incidentio"
  case alertmanager, ical

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
    case .pagerduty: "PagerDuty"
    case .opsgenie: "Opsgenie"
    case .grafanaOnCall: "Grafana OnCall"
    case .incidentIO: "incident.io"
    case .alertmanager: "Alertmanager"
    case .ical: "calendar of a rota"
    }
  }

  /// Those that tell of pages and shifts.
  package static let ofOnCall: [ImportKind] = [
    .pagerduty, .opsgenie, .grafanaOnCall, .incidentIO, .alertmanager, .ical,
  ]
}
