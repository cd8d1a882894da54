import ArgumentParser
import Organization
import Planning
import Reporting
import Simulation

/// Tries an organisation with more traffic than it ever had, and with fewer people.
struct Stress: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what fails first under far more traffic, or when somebody is lost.",
    usage: """
      cadre stress models/storefront.yaml --traffic 10x
      cadre stress models/storefront.yaml --traffic 4x --driver orders
      cadre stress models/storefront.yaml --lose any
      cadre stress <model> [options]
      """)

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "How many times today's traffic, such as 10x; 10x if nothing else is asked.",
      valueName: "times"))
  var traffic: Multiple?

  @Option(help: ArgumentHelp("The only driver that rises.", valueName: "id"))
  var driver: String?

  @Option(help: ArgumentHelp("The only service that feels the rise.", valueName: "id"))
  var service: String?

  @Option(
    help: ArgumentHelp(
      "Lose somebody of each level of each team, and each partner (`any`), or of one team or "
        + "partner.",
      valueName: "any|id"))
  var lose: String?

  @Option(help: ArgumentHelp("Futures to play for each loss.", valueName: "n"))
  var replications = 300

  @OptionGroup var threads: ThreadOptions

  @Option(help: ArgumentHelp("Seed of the random numbers.", valueName: "n"))
  var seed: UInt64?

  @OptionGroup var progress: ProgressOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var copies: CopyOptions
  @OptionGroup var display: FormatOptions<PageFormat>

  func validate() throws {
    if !(2...Simulate.mostFutures).contains(replications) {
      throw ValidationError(
        "--replications must be from 2 to \(Simulate.mostFutures), found \(replications)")
    }
    if driver != nil, service != nil {
      throw ValidationError("--driver and --service exclude each other")
    }
    if driver != nil || service != nil, lose != nil, traffic == nil {
      throw ValidationError("--driver and --service belong to --traffic")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display, seed: seed, toFile: output.file != nil)
    try copies.refuseExisting(beside: output)
    let files = DiskFiles(model: model.model, allowed: model.selection.allowPath)
    return try console.diagnosing(settings, files) { try stress(settings, files, console) }
  }

  private func stress(
    _ settings: Console.Settings, _ files: DiskFiles, _ console: Console
  ) throws -> ExitStatus {
    let loaded = try console.load(model.model, model.selection, files: files, quiet: display.quiet)
    let organization = loaded.organization
    let seed = settings.configuration.seed.value
    let risen = lose == nil || traffic != nil ? try rise(organization) : nil
    let losses = try lose.map { try lost($0, organization, seed: seed, console) }
    let report = StressReport(
      organization, traffic: risen, losses: losses,
      header: RunHeader(seed: seed, inputs: files.inputs))
    try console.deliver(
      report, settings, to: output, copies: copies, quiet: display.quiet)
    return .done
  }

  private func rise(_ organization: Organization) throws -> StressReport.Traffic {
    let most = traffic?.value ?? 10
    let drivers = try driver.map { id in
      Set([try place(of: id, among: organization.drivers.map(\.id), kind: "driver")])
    }
    let only = try service.map { id in
      try place(of: id, among: organization.services.map(\.id), kind: "service")
    }
    let stress = TrafficStress(organization, drivers: drivers, service: only, most: most)
    return StressReport.Traffic(
      most: most,
      subject: service.map { "at \($0) alone" } ?? driver.map { "of \($0) alone" }
        ?? "of all drivers",
      failures: stress.failures())
  }

  private func lost(
    _ wanted: String, _ organization: Organization, seed: UInt64, _ console: Console
  ) throws -> StressReport.Losses {
    var shocks = Shock.losses(in: organization)
    if wanted != "any" {
      let teams = organization.teams.map(\.id)
      let place = try place(
        of: wanted, among: teams + organization.partners.map(\.id), kind: "team or partner")
      shocks = shocks.filter { $0.concerns(place, teams: teams.count) }
    }
    let outlook = try console.outlook(of: organization, seed: seed)
    let judge = FutureJudge(FuturePlan(organization, traffic: outlook, seed: seed))
    let work = console.futureWork(threads, progress, quiet: display.quiet)
    return StressReport.Losses(
      futures: replications,
      outcomes: try work.shocks(shocks, judge, futures: replications))
  }

  private func place(of id: String, among ids: [String], kind: String) throws -> Int {
    if let place = ids.firstIndex(of: id) { return place }
    let nearest = Nearest.name(to: id, among: ids).map { "; did you mean '\($0)'?" } ?? ""
    throw Fault.usage("the model has no \(kind) '\(id)'\(nearest)", help: "cadre stress --help")
  }
}

/// A multiple such as `10x`.
struct Multiple: ExpressibleByArgument {
  let value: Double

  init?(argument: String) {
    let number = argument.hasSuffix("x") ? String(argument.dropLast()) : argument
    guard let value = Double(number), value >= 1, value <= 1_000 else { return nil }
    self.value = value
  }
}
