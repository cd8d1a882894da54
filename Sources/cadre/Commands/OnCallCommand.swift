import ArgumentParser
import Importing
import Organization
import Reporting

/// Looks at what being on call asks of teams, without any model.
struct OnCallCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "oncall",
    abstract: "Hold what a pager exports against the published limits of being on call.",
    usage: """
      cadre oncall incidents.json schedule.ics --zone Europe/Berlin
      cadre oncall exports/ --since 2026-01-01 --until 2026-06-30
      cadre oncall exports/ --map map.yaml --also oncall.html --exit-code
      cadre oncall <source> ... [options]
      """,
    discussion: """
      Sources are exports of PagerDuty, Opsgenie, Grafana OnCall, incident.io and Alertmanager, and \
      calendars, found by their contents and in any mix; docs/oncall.md lists them. People are counted \
      and never named. 'cadre import' puts the same numbers into a model.
      """)

  @Argument(
    help: ArgumentHelp("Exports, or folders of them; `-` is standard input.", valueName: "source"),
    completion: .file())
  var sources: [String]

  @Option(help: ArgumentHelp("Only exports of this tool.", valueName: "tool"))
  var kind: OnCallKind?

  @Option(help: ArgumentHelp("The first day that counts.", valueName: "day"))
  var since: CountedDay?

  @Option(help: ArgumentHelp("The last day that counts.", valueName: "day"))
  var until: CountedDay?

  @Option(
    help: ArgumentHelp(
      "The time zone of people of whom nothing else tells it; UTC if left out.", valueName: "zone"))
  var zone: String?

  @Option(
    help: ArgumentHelp(
      "Zones, teams, services and urgencies that the sources leave open; docs/oncall.md.",
      valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
  var map: String?

  @Flag(
    name: .customLong("skip-broken"),
    help: "Go on without files and lines that cannot be read; else nothing is told.")
  var skipsBroken = false

  @Flag(help: "Exit with 1 if there is any finding above a note in the sources.")
  var strict = false

  @Flag(name: .customLong("exit-code"), help: "Exit with 1 if a limit is passed, advice aside.")
  var hasExitCode = false

  @Option(
    name: .customLong("allow-path"),
    help: ArgumentHelp(
      "A folder outside the sources' repositories that may be read; repeatable.",
      valueName: "folder"), completion: .directory)
  var allowPath: [String] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var copies: CopyOptions
  @OptionGroup var display: TableDisplayOptions

  func validate() throws {
    if let zone, ZoneName.zone(zone) == nil {
      let nearest = ZoneName.nearest(to: zone).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("--zone: there is no time zone '\(zone)'\(nearest)")
    }
    if let since, let until, since.number > until.number {
      throw ValidationError("--since is after --until")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, toFile: output.file != nil)
    try copies.refuseExisting(beside: output)
    let folders = DiskFolders(sources + [map].compactMap(\.self), allowed: allowPath)
    return try console.diagnosing(settings, DiskFiles(model: DiskFiles.standardInput)) {
      try tell(settings, folders, console)
    }
  }

  private func tell(
    _ settings: Console.Settings, _ folders: DiskFolders, _ console: Console
  ) throws -> ExitStatus {
    for path in sources { try console.refuseKeyboard(path, for: "an export to read") }
    var wishes =
      try map.map {
        try ImportMap(folders.bytes(of: $0, limitMegabytes: 1), file: $0)
      } ?? ImportMap()
    if let zone { wishes.zone = zone }
    var asked = OnCallSpan(wishes)
    if let since { asked.since = Instant(seconds: since.number * Instant.secondsPerDay) }
    if let until { asked.until = Instant(seconds: (until.number + 1) * Instant.secondsPerDay) }
    let now = Instant(seconds: Today.seconds(console.environment))
    let records = console.journal.measure("reading") {
      OnCallSources.read(
        sources, from: folders, kind: kind?.kind, map: wishes, asked: asked, now: now)
    }
    console.journal.note(folders.inputs)
    try Interruption.check()
    if !skipsBroken, !records.result.broken.isEmpty {
      if !display.quiet, settings.format != .json {
        console.streams.note("cadre: --skip-broken goes on without what cannot be read")
      }
      throw DiagnosticError(records.result.broken)
    }
    let report = console.journal.measure("counting") {
      OnCallReport(
        records,
        header: RunHeader(seed: settings.configuration.seed.value, inputs: folders.inputs))
    }
    guard !report.isEmpty else {
      throw Fault.insufficientData("the sources tell of no page and no shift in these days")
    }
    try console.deliver(report, settings, to: output, copies: copies, quiet: display.quiet)
    let isNo = hasExitCode && report.isBroken || strict && report.hasWarnings
    return isNo ? .answeredNo : .done
  }
}

/// A tool whose exports `cadre oncall` reads.
struct OnCallKind: ExpressibleByArgument {
  let kind: ImportKind

  init?(argument: String) {
    guard let kind = ImportKind(rawValue: argument), ImportKind.ofOnCall.contains(kind) else {
      return nil
    }
    self.kind = kind
  }

  static var allValueStrings: [String] { ImportKind.ofOnCall.map(\.rawValue) }
}

/// A day such as `2026-03-31`.
struct CountedDay: ExpressibleByArgument {
  /// Since 1970-01-01.
  let number: Int

  init?(argument: String) {
    guard let number = CalendarDate.dayNumber(argument) else { return nil }
    self.number = number
  }
}
