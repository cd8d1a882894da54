import ArgumentParser
import Importing
import Organization

/// Reads traffic from Prometheus: of a server, or saved answers.
struct ImportPrometheus: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "prometheus",
    abstract: "Traffic by month from Prometheus, by queries to a server or saved answers.",
    usage: """
      cadre import prometheus --url https://prometheus.example.com -o model.yaml \\
        --query 'sum(rate(http_requests_total[1h]))'
      cadre import prometheus --url https://prometheus.example.com -o model.yaml \\
        --query 'sum by (service) (rate(http_requests_total[1h]))' --by service
      cadre import prometheus --url http://localhost:9090 --map queries.yaml --dry-run
      cadre import prometheus saved.json --as rate --merge model.yaml -o model.yaml --force
      cadre import prometheus <source> ... [options]
      """,
    discussion: """
      A server is asked for whole months in UTC at multiples of the step, so that asking again gives \
      the same. A token comes from CADRE_PROMETHEUS_TOKEN or --token-file, and goes to that server \
      only. docs/import.md tells how months are made of points.
      """)

  @Argument(
    help: ArgumentHelp(
      "Saved answers to query_range, one driver each; `-` is standard input.", valueName: "source"),
    completion: .file(extensions: ["json"]))
  var sources: [String] = []

  @Option(
    help: ArgumentHelp(
      "A server to ask, such as https://prometheus.example.com.", valueName: "address"))
  var url: String?

  @Option(
    help: ArgumentHelp("What to ask it, in PromQL; or `queries` of --map.", valueName: "promql"))
  var query: String?

  @Option(
    help: ArgumentHelp(
      "The driver that the query or all sources are of; requests, or the file's name, if left out.",
      valueName: "id"))
  var driver: String?

  @Option(
    help: ArgumentHelp("First month asked for; 24 whole months if left out.", valueName: "month"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Last month asked for; the last that is over if left out.", valueName: "month"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "Time between points, such as 1h; 1h, or the range that the query counts over, if left out.",
      valueName: "duration"))
  var step: String?

  @OptionGroup var measure: MeasureOptions

  @Flag(name: .customLong("sum"), help: "Sum all series of a query.")
  var isSummed = false

  @Option(
    help: ArgumentHelp("Make a driver for each value of a label.", valueName: "label"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "Most time to wait for one answer, with all tries, in seconds.", valueName: "seconds"))
  var timeout = 60

  @Option(
    name: .customLong("token-file"),
    help: ArgumentHelp(
      "A file with the bearer token; CADRE_PROMETHEUS_TOKEN if left out.", valueName: "file"),
    completion: .file())
  var tokenFile: String?

  @Option(
    name: .customLong("ca-file"),
    help: ArgumentHelp(
      "Certificates to trust in place of the system's, in PEM.", valueName: "file"),
    completion: .file())
  var authorities: String?

  @OptionGroup var progress: ProgressOptions
  @OptionGroup var options: ImportOptions

  func validate() throws {
    if url == nil, sources.isEmpty {
      throw ValidationError("name a server with --url, or files of saved answers")
    }
    if url != nil, !sources.isEmpty {
      throw ValidationError("either a server or files of saved answers, not both")
    }
    if url == nil, query != nil { throw ValidationError("--query needs a server: add --url") }
    if url == nil, measure.choice == nil {
      throw ValidationError(
        "a saved answer does not tell what its query computes: add --as rate, count or gauge")
    }
    if url != nil, query == nil, options.map == nil {
      throw ValidationError("nothing to ask for: add --query, or --map with queries")
    }
    if isSummed, by != nil { throw ValidationError("either --sum or --by, not both") }
    if let driver, !Identifier.isValid(driver) {
      throw ValidationError(
        "--driver needs an id of letters, digits, '-', '_' and '.', found '\(driver)'")
    }
    guard (1...86_400).contains(timeout) else {
      throw ValidationError("--timeout has to be 1 to 86400 seconds, found \(timeout)")
    }
    if let step {
      guard let seconds = StepText.seconds(step), seconds <= MetricSpan.longestStep else {
        throw ValidationError("--step has to be a duration from 1s to 1d, found '\(step)'")
      }
    }
  }

  private var wishes: PrometheusImport.Wishes {
    var wishes = PrometheusImport.Wishes()
    wishes.measure = measure.choice
    wishes.rule = isSummed ? .sum : by.map { .by(label: $0) } ?? .single
    wishes.step = step.flatMap(StepText.seconds)
    wishes.skipsBroken = options.skipsBroken
    return wishes
  }

  func execute(_ console: Console) throws -> ExitStatus {
    var work = ImportWork(sources: sources, options: options, console: console)
    guard let url else {
      return try work.run { folders, _, names in
        try TrafficWork.told {
          try PrometheusImport.read(
            sources, from: folders, driver: driver, measure: measure.choice ?? .rate, wishes,
            model: names)
        }
      }
    }
    let span = try MetricSpan.span(since: since, until: until, console.environment)
    let server = try server(url, console)
    work.further = { server.inputs }
    return try work.run { _, map, names in
      let queries = queries(map)
      guard !queries.isEmpty else {
        throw Fault.usage(
          "the map has no `queries`; add them, or --query", help: "cadre import prometheus --help")
      }
      try refuseTooMany(queries, span)
      return try ask(server, queries, span, names, console)
    }
  }

  private func server(_ url: String, _ console: Console) throws -> PrometheusServer {
    let address: ServerAddress
    do throws(ServerAddress.Fault) {
      address = try ServerAddress(url)
    } catch {
      // The address is not shown, as it may hold a password.
      throw Fault.usage(
        "--url is no address of a server: \(error.words)", help: "cadre import prometheus --help")
    }
    let token = try BearerToken.read(file: tokenFile, console.environment)
    if token != nil, !address.isEncrypted, !address.isLocal, !options.display.quiet {
      console.streams.note("cadre: the token goes over http, where others can read it")
    }
    if let authorities {
      // libcurl would only say that something about certificates is wrong.
      _ = try DiskFiles.read(file: authorities, shown: authorities, limitMegabytes: 16)
    }
    return try PrometheusServer(
      address, token: token, authorities: authorities, timeout: .seconds(timeout))
  }

  private func queries(_ map: ImportMap) -> [MetricQuery] {
    let own = query.map { MetricQuery(id: driver ?? "requests", text: $0) }
    return map.queries + [own].compactMap(\.self)
  }

  private func refuseTooMany(_ queries: [MetricQuery], _ span: MonthSpan) throws(Fault) {
    let step = wishes.step ?? 1
    guard wishes.step == nil || (span.end - span.start) / step <= PrometheusImport.mostPoints else {
      throw .usage(
        "these months have over \(PrometheusImport.mostPoints) points at that step",
        help: "cadre import prometheus --help")
    }
  }

  private func ask(
    _ server: PrometheusServer, _ queries: [MetricQuery], _ span: MonthSpan, _ names: ModelNames,
    _ console: Console
  ) throws -> ImportResult {
    let meter = console.meter(progress, quiet: options.display.quiet)
    defer { meter.finish() }
    var seen: [String] = []
    return try TrafficWork.told {
      try PrometheusImport.fetch(queries, over: span, wishes, model: names) { window in
        if seen.last != window.text { seen.append(window.text) }
        meter.show(done: seen.count - 1, of: queries.count, "queries asked")
        return try server.answer(to: window)
      }
    }
  }
}
