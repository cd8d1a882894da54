import ArgumentParser
import Forecasting
import Foundation
import Organization
import Planning
import Reporting
import Simulation

/// Proposes who is on call when.
struct RotaCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "rota",
    abstract: "Propose who of a team is on call when, in fair shares.",
    usage: """
      cadre rota models/storefront.yaml payments
      cadre rota models/storefront.yaml payments --people people.csv --ical rota.ics
      cadre rota <model> <team> [options]
      """)

  @OptionGroup var model: ModelOptions

  @Argument(help: ArgumentHelp("Id of a team that is on call.", valueName: "team"))
  var team: String

  @Option(
    help: ArgumentHelp(
      "A CSV of the team's people: person, and where known level, start, site, on-call; those that the "
        + "model counts if left out.", valueName: "file"), completion: .file(extensions: ["csv"]))
  var people: String?

  @Option(
    help: ArgumentHelp("A CSV of leave: person, from, to.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var leave: String?

  @Option(
    help: ArgumentHelp(
      "Day of the first handover; the first Monday of the model if left out.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Weeks to plan.", valueName: "n"))
  var weeks = 13

  @Option(
    help: ArgumentHelp("Time of the handover, on the first site's clock.", valueName: "time"))
  var handover = "10:00"

  @Option(
    help: ArgumentHelp(
      "Countries whose holidays count as weekends, such as 'de,fr'.", valueName: "codes"))
  var holidays: String?

  @Option(
    help: ArgumentHelp(
      "What an hour at night counts, one of a weekday being 1.", valueName: "factor"))
  var nightWeight = 2.0

  @Option(help: ArgumentHelp("The same of weekends and holidays.", valueName: "factor"))
  var weekendWeight = 2.0

  @Option(help: ArgumentHelp("The same of layers after the first.", valueName: "factor"))
  var laterLayersWeight = 0.5

  @Option(
    help: ArgumentHelp(
      "Also write the rota as a calendar, replaced only with --force.", valueName: "file"),
    completion: .file(extensions: ["ics"]))
  var ical: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var copies: CopyOptions
  @OptionGroup var display: TableDisplayOptions

  func validate() throws {
    if !(1...104).contains(weeks) {
      throw ValidationError("--weeks must be from 1 to 104, found \(weeks)")
    }
    for (name, value) in [
      ("--night-weight", nightWeight), ("--weekend-weight", weekendWeight),
      ("--later-layers-weight", laterLayersWeight),
    ] where !(0...100).contains(value) {
      throw ValidationError("\(name) must be from 0 to 100, found \(value)")
    }
    if minutes == nil {
      throw ValidationError("--handover needs a time such as 09:30, found '\(handover)'")
    }
    if leave != nil, people == nil {
      throw ValidationError("--leave names people, so that it needs --people")
    }
    for holiday in countries where !HolidayTable.shipped.countries.contains(holiday) {
      throw ValidationError(
        "--holidays: cadre does not know '\(holiday)'; it knows "
          + HolidayTable.shipped.countries.joined(separator: ", "))
    }
    if let from, Self.day(from) == nil {
      throw ValidationError("--from needs a date such as 2027-01-04, found '\(from)'")
    }
  }

  private var countries: [String] {
    (holidays ?? "").split(separator: ",").map { String($0).trimmedBlanks.uppercased() }
  }

  /// Minutes after midnight.
  private var minutes: Int? {
    let parts = handover.split(separator: ":", omittingEmptySubsequences: false).map {
      $0.count == 2 ? Int($0) : nil
    }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  /// Days since 1970-01-01 of `2027-01-04`.
  private static func day(_ text: String) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1970...9000).contains(year), (1...12).contains(month),
      (1...CivilDay.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    return CivilDay.number(year: year, month: month, day: day)
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, toFile: output.file != nil)
    try copies.refuseExisting(beside: output)
    if let ical { try AtomicFile.refuseExisting(ical, force: output.force) }
    let files = DiskFiles(model: model.model, allowed: model.selection.allowPath)
    return try console.diagnosing(settings, files) {
      let report = try report(settings, files, console)
      let calendar = ical.map { ($0, report.calendar(stamp: Today.seconds(console.environment))) }
      if let (file, text) = calendar {
        try AtomicFile.write(text, to: file, force: output.force)
        if !display.quiet { console.streams.note("cadre: wrote \(SafeText.terminal(file))") }
      }
      try console.deliver(report, settings, to: output, copies: copies, quiet: display.quiet)
      return .done
    }
  }

  private func report(
    _ settings: Console.Settings, _ files: DiskFiles, _ console: Console
  ) throws -> RotaReport {
    let organization = try console.load(
      model.model, model.selection, files: files, quiet: display.quiet
    ).organization
    let ids = organization.teams.map(\.id)
    guard let place = ids.firstIndex(of: team) else {
      let nearest = Nearest.name(to: team, among: ids).map { "; did you mean '\($0)'?" } ?? ""
      throw Fault.usage(
        "the model has no team '\(Printable.clipped(team))'\(nearest)", help: "cadre rota --help")
    }
    guard let rota = organization.teams[place].rota, rota.layers > 0 else {
      throw Fault.insufficientData("team '\(team)' is not on call")
    }
    guard Double(weeks) * 168 / rota.shiftHours * Double(rota.layers) <= Self.mostShifts else {
      throw Fault.usage(
        "more than \(Int(Self.mostShifts)) shifts; ask for fewer weeks", help: "cadre rota --help")
    }
    let clock = Self.clock(of: rota.sites)
    let first =
      from.flatMap(Self.day)
      ?? Self.monday(
        from: CivilDay.number(
          year: organization.start.year, month: organization.start.month, day: 1))
    let days = first - 1...first + weeks * 7 + 1
    let free = HolidayCalendar(.shipped, countries: countries).days(in: days).map(\.dayNumber)
    let calendar = RotaCalendar(
      rota, from: first, at: minutes ?? 0, weeks: weeks, holidays: Set(free), clock: clock)
    let crew = RotaCrew(place, in: StaffingModel(organization), clock: clock)
    var weights = RotaWeights()
    (weights.night, weights.weekend) = (nightWeight, weekendWeight)
    weights.laterLayers = laterLayersWeight
    let proposal = RotaProposal(
      calendar, try people(of: crew, rota, organization, files), weights: weights)
    let header = RunHeader(seed: settings.configuration.seed.value, inputs: files.inputs)
    return RotaReport(
      proposal, of: team, rota, weights: weights, assumptions: organization.assumptions,
      clock: clock, header: header)
  }

  /// Swaps of so many shifts take seconds.
  private static let mostShifts = 800.0

  private func people(
    of crew: RotaCrew, _ rota: Rota, _ organization: Organization, _ files: DiskFiles
  ) throws -> [RotaPerson] {
    guard let people else { return crew.people }
    let source = NamedFiles(files: files)
    let data = CSVDataFiles()
    let rows = try data.rotaPeople(
      path: people, source: source, levels: organization.levels.map(\.id),
      sites: rota.sites.map(\.name))
    let away = try leave.map {
      try data.leave(path: $0, source: source, people: Set(rows.map(\.name)))
    }
    return crew.people(rows, leave: away ?? [])
  }

  private static func monday(from day: Int) -> Int {
    // Day 4 of 1970 was a Monday.
    day + (7 - (day - 4) % 7) % 7
  }

  private static func clock(of sites: [Site]) -> RotaCalendar.Clock {
    // A model with an unknown zone is not loaded.
    let zones = sites.map { ZoneName.zone($0.zone) ?? .gmt }
    return { site, seconds in
      zones[site].secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }
  }
}

/// Files that the command line names itself, wherever they are.
private struct NamedFiles: FileSource {
  let files: DiskFiles

  func bytes(of path: String, limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    try files.bytes(named: path, limitMegabytes: limitMegabytes)
  }
}
