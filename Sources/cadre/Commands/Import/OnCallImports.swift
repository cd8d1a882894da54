import ArgumentParser
import Importing

/// Imports of pagers and rotas, which differ in what they read and in nothing else.
protocol OnCallImportCommand: ConsoleCommand {
  static var kind: ImportKind { get }
  var sources: [String] { get }
  var options: ImportOptions { get }
}

extension OnCallImportCommand {
  func execute(_ console: Console) throws -> ExitStatus {
    let now = Instant(seconds: Today.seconds(console.environment))
    let work = ImportWork(sources: sources, options: options, console: console)
    return try work.run { folders, map, names in
      OnCallImport.read(sources, of: Self.kind, from: folders, now: now, map: map, model: names)
    }
  }

  /// What the help of each says.
  static func described(_ abstract: String, example: String) -> CommandConfiguration {
    let name = kind.rawValue
    return CommandConfiguration(
      commandName: name, abstract: abstract,
      usage: """
        cadre import \(name) \(example) --dry-run
        cadre import \(name) exports/ --merge model.yaml -o model.yaml --force
        cadre import \(name) <source> ... [options]
        """)
  }
}

/// What these commands read.
struct OnCallSourceHelp {
  static let help = ArgumentHelp(
    "Exports, or folders of them; `-` is standard input.", valueName: "source")
}

/// Reads incidents and schedules of PagerDuty.
struct ImportPagerDuty: OnCallImportCommand {
  static let kind = ImportKind.pagerduty
  static let configuration = described(
    "Pages and rotas by incidents, analytics and schedules of PagerDuty.",
    example: "incidents.json schedule.json")

  @Argument(help: OnCallSourceHelp.help, completion: .file()) var sources: [String]
  @OptionGroup var options: ImportOptions
}

/// Reads alerts and timelines of Opsgenie.
struct ImportOpsgenie: OnCallImportCommand {
  static let kind = ImportKind.opsgenie
  static let configuration = described(
    "Pages and rotas by alerts and timelines of Opsgenie.", example: "alerts.json timeline.json")

  @Argument(help: OnCallSourceHelp.help, completion: .file()) var sources: [String]
  @OptionGroup var options: ImportOptions
}

/// Reads alert groups and shifts of Grafana OnCall.
struct ImportGrafanaOnCall: OnCallImportCommand {
  static let kind = ImportKind.grafanaOnCall
  static let configuration = described(
    "Pages and rotas by alert groups and final shifts of Grafana OnCall.",
    example: "groups.json web.json")

  @Argument(help: OnCallSourceHelp.help, completion: .file()) var sources: [String]
  @OptionGroup var options: ImportOptions
}

/// Reads incidents, escalations and schedules of incident.io.
struct ImportIncidentIO: OnCallImportCommand {
  static let kind = ImportKind.incidentIO
  static let configuration = described(
    "Pages and rotas by incidents, escalations and schedules of incident.io.",
    example: "escalations.json incidents.json")

  @Argument(help: OnCallSourceHelp.help, completion: .file()) var sources: [String]
  @OptionGroup var options: ImportOptions
}

/// Reads logs of what Alertmanager sends to a webhook.
struct ImportAlertmanager: OnCallImportCommand {
  static let kind = ImportKind.alertmanager
  static let configuration = described(
    "Pages by a log of what Prometheus Alertmanager sends to a webhook, a line each.",
    example: "webhook.jsonl")

  @Argument(help: OnCallSourceHelp.help, completion: .file()) var sources: [String]
  @OptionGroup var options: ImportOptions
}

/// Reads rotas that are calendars.
struct ImportICal: OnCallImportCommand {
  static let kind = ImportKind.ical
  static let configuration = described(
    "Rotas by calendars (iCal) of pagers, Google and others.", example: "rota.ics")

  @Argument(help: OnCallSourceHelp.help, completion: .file()) var sources: [String]
  @OptionGroup var options: ImportOptions
}
