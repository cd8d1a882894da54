package import Organization

/// Writes what was imported into a model: a new one, or one that somebody has.
///
/// A model that is there keeps every line. Teams, services and keys that it lacks are added; where it
/// says something else than the sources, that is reported and left.
package struct ModelMaking {
  /// What a new model takes traffic to do, of which no source says anything: the usual answer of
  /// `cadre init` for a service that is sold.
  private static let growth = [("low", "10 %"), ("likely", "30 %"), ("high", "60 %")]

  /// The same as the model writes it.
  package static var usualGrowth: String {
    "{\(growth.map { "\($0): \($1)" }.joined(separator: ", "))}"
  }

  private let model: SourceNode?
  private let result: ImportResult
  /// A file of people beside the model, which teams then name.
  private let rosterFile: String?
  /// A table of months beside the model, which drivers then name.
  private let trafficFile: String?
  private var additions: [ModelAddition] = []
  package private(set) var findings: [ImportFinding] = []

  /// - Parameters:
  ///   - result: what the sources say.
  ///   - model: the tree of the model that is merged into; `nil` for a new one.
  ///   - rosterFile: the file that people are written to, relative to the model; `nil` counts them.
  ///   - trafficFile: the file that months of drivers are written to, relative to the model; without
  ///     it drivers that the model lacks grow by ``usualGrowth``.
  package init(
    _ result: ImportResult, into model: SourceNode?, rosterFile: String? = nil,
    trafficFile: String? = nil
  ) {
    self.result = result
    self.model = model
    self.rosterFile = rosterFile
    self.trafficFile = trafficFile
    for driver in result.drivers { add(driver) }
    for team in result.teams { add(team) }
    for service in result.services { add(service) }
    for (name, value) in result.measured {
      add(name, value)
    }
  }

  /// The text of a new model.
  ///
  /// - Parameters:
  /// - Parameter start: the first month planned.
  /// - Returns: all of the file.
  /// - Throws: ``DiagnosticError`` never, unless the frame itself is wrong.
  package func newText(start: YearMonth) throws(DiagnosticError) -> String {
    let frame = """
      # A model made by 'cadre import \(result.kind.rawValue)'. What its sources do not say is left to the
      # defaults or assumed, as the report of the import lists: replace it by what you know.
      # docs/model-file.md has every key; 'cadre check' says what is wrong.
      cadre: 1
      start: \(start)
      """
    let guess = """


      # Nothing in the sources tells of traffic. A history forecasts better than a guess: put a CSV beside
      # this file and write  requests: {history: {file: requests.csv, column: requests}}
      drivers:
        requests: {growth: \(Self.usualGrowth)}
      """
    let whole = frame + (result.drivers.isEmpty ? guess : "") + "\n"
    return try text(of: Array(whole.utf8), file: "the model")
  }

  /// The text of a model with what it lacked.
  ///
  /// - Parameters:
  ///   - bytes: of the model's own file.
  ///   - file: its name.
  /// - Returns: the file with what it lacked; as it is where it lacks nothing.
  /// - Throws: ``DiagnosticError`` where that is not YAML as a model has it.
  package func text(of bytes: [UInt8], file: String) throws(DiagnosticError) -> String {
    guard !additions.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
    return try ModelText(bytes, file: file).adding(additions)
  }

  /// The people as a table, which teams of the model name.
  package var roster: RosterText { RosterText(result.teams) }

  /// How many keys are added.
  package var additionCount: Int { additions.count }

  // MARK: Teams

  private mutating func add(_ team: ImportedTeam) {
    let known = model?.value(of: "teams")?.value(of: team.id)
    guard let known else {
      additions.append(ModelAddition(team.id, .mapping(fields(of: team)), in: ["teams"]))
      return
    }
    let hasPeople = known.value(of: "people") != nil || known.value(of: "roster") != nil
    for (key, value) in fields(of: team) where known.value(of: key) == nil {
      if key != "people" && key != "roster" || !hasPeople {
        additions.append(ModelAddition(key, value, in: ["teams", team.id]))
      }
    }
    guard let people = known.value(of: "people")?.entries, team.headcount > 0 else { return }
    let count = people.reduce(0) { $0 + (Int($1.value.text ?? "") ?? 0) }
    if team.isAtLeast ? count < team.headcount : count != team.headcount {
      report(
        .differs(key: "people", model: "\(count)", source: "\(team.headcount)"), team.id,
        team.position)
    }
  }

  private func fields(of team: ImportedTeam) -> [(key: String, value: SourceNode)] {
    var fields: [(key: String, value: SourceNode)] = []
    if let rosterFile, !team.roster.isEmpty {
      fields.append(("roster", .mapping([("file", .text(rosterFile))])))
    } else if team.headcount > 0 {
      let people = team.people.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      fields.append(("people", .mapping(people.map { ($0.key, .plain("\($0.value)")) })))
    }
    if let rota = team.rota {
      fields.append(("rota", Self.node(of: rota)))
    } else if team.isOnCall {
      fields.append(("rota", .mapping([("layers", .plain("1"))])))
    }
    return fields
  }

  // MARK: Drivers

  private mutating func add(_ driver: ImportedDriver) {
    let known = model?.value(of: "drivers")?.value(of: driver.id)
    guard let trafficFile else {
      if known == nil {
        additions.append(
          ModelAddition(
            driver.id,
            .mapping([
              ("growth", .mapping(Self.growth.map { ($0, .plain($1)) }))
            ]), in: ["drivers"],
            comment: [comment(on: driver)]))
      }
      report(.historyNotKept, driver.id, driver.position)
      return
    }
    let history = SourceNode.mapping([
      ("file", .text(trafficFile)), ("column", .text(driver.id)),
    ])
    guard let known else {
      additions.append(
        ModelAddition(
          driver.id, .mapping([("history", history)]), in: ["drivers"],
          comment: [comment(on: driver)]))
      return
    }
    guard let old = known.value(of: "history") else {
      additions.append(ModelAddition("history", history, in: ["drivers", driver.id]))
      return
    }
    let file = old.value(of: "file")?.text ?? ""
    let column = old.value(of: "column")?.text ?? ""
    if file != trafficFile || column.lowercased() != driver.id.lowercased() {
      report(
        .differs(
          key: "history", model: "\(file) \(column)", source: "\(trafficFile) \(driver.id)"),
        driver.id, driver.position)
    }
  }

  /// Where a driver is from, on one line whatever stands in a query.
  private func comment(on driver: ImportedDriver) -> String {
    Printable.clipped(Printable.escaped(driver.origin), to: 160)
  }

  private static func node(of rota: ImportedRota) -> SourceNode {
    var fields: [(key: String, value: SourceNode)] = [("layers", .plain("\(rota.layers)"))]
    // A model's shifts last from an hour to 31 days.
    let hours = min(max(rota.shiftHours.rounded(), 1), 744)
    let days = hours / 24
    let shift =
      days == 7
      ? "1 week" : days == days.rounded() ? Printable.count(Int(days), "day", "days") : nil
    fields.append(("shift", .plain(shift ?? Printable.count(Int(hours), "hour", "hours"))))
    if let zone = rota.zone, zone != "UTC" {
      fields.append(("sites", .mapping([("home", .text(zone))])))
    }
    return .mapping(fields)
  }

  // MARK: Numbers

  /// Three points with as many digits as mean something.
  private static func node(of value: LoadEstimate, _ unit: String = "") -> SourceNode {
    func text(_ number: Double) -> String {
      Printable.number((number * 1_000).rounded() / 1_000) + unit
    }
    return .mapping([
      ("low", .plain(text(value.low))), ("likely", .plain(text(value.likely))),
      ("high", .plain(text(value.high))),
    ])
  }

  /// A default that the sources measure; what a model says itself stays.
  private mutating func add(_ name: String, _ value: LoadEstimate) {
    guard model?.value(of: "assumptions")?.value(of: name) == nil else { return }
    additions.append(ModelAddition(name, Self.node(of: value), in: ["assumptions"]))
  }

  // MARK: Services

  private mutating func add(_ service: ImportedService) {
    let known = model?.value(of: "services")?.value(of: service.id)
    let comment = service.pagerDutyID.map { ["PagerDuty service \($0)"] } ?? []
    guard let known else {
      additions.append(
        ModelAddition(
          service.id, .mapping(fields(of: service)), in: ["services"], comment: comment))
      return
    }
    for (key, value) in fields(of: service) {
      // `none` is what is left where the sources name no team; a model may know better.
      let isEmpty = key == "owner" && service.owners.isEmpty
      guard let old = known.value(of: key) else {
        if !isEmpty { additions.append(ModelAddition(key, value, in: ["services", service.id])) }
        continue
      }
      guard !isEmpty else { continue }
      if key == "traffic" {
        let felt = (old.entries ?? []).map(\.key)
        if !service.traffic.allSatisfy(felt.contains) {
          report(
            .differs(
              key: key, model: felt.joined(separator: ", "),
              source: service.traffic.joined(separator: ", ")), service.id, service.position)
        }
        continue
      }
      if key == "pages", Self.agrees(old, with: service.pages) { continue }
      let (model, source) = (Self.words(of: old), Self.words(of: value))
      if Set(model) != Set(source) {
        report(
          .differs(
            key: key, model: model.joined(separator: ", "), source: source.joined(separator: ", ")),
          service.id, service.position)
      }
    }
  }

  private static func words(of node: SourceNode) -> [String] {
    if case .sequence(let items) = node.content { return items.compactMap(\.text) }
    if let entries = node.entries { return entries.map { "\($0.key) \($0.value.text ?? "")" } }
    return node.text.map { [$0] } ?? []
  }

  /// Whether pages a month of a model lie in the range of those that were counted; a log of its own
  /// knows better.
  private static func agrees(_ old: SourceNode, with pages: LoadEstimate?) -> Bool {
    if old.value(of: "file") != nil { return true }
    guard let pages, let text = (old.value(of: "likely") ?? old).text,
      let number = text.split(separator: " ").first.flatMap({ Double($0) }),
      text.hasSuffix("per month")
    else { return false }
    return (pages.low...max(pages.low, pages.high)).contains(number)
  }

  private func fields(of service: ImportedService) -> [(key: String, value: SourceNode)] {
    var fields: [(key: String, value: SourceNode)] = []
    switch service.owners.count {
    case 0: fields.append(("owner", .plain("none")))
    case 1: fields.append(("owner", .text(service.owners[0])))
    default: fields.append(("owner", .list(service.owners.map(SourceNode.text))))
    }
    if let tier = service.tier { fields.append(("tier", .plain("\(tier)"))) }
    if !service.dependsOn.isEmpty {
      fields.append(("depends-on", .list(service.dependsOn.map(SourceNode.text))))
    }
    if !service.traffic.isEmpty {
      fields.append(("traffic", .mapping(service.traffic.map { ($0, .plain("1")) })))
    }
    if let pages = service.pages { fields.append(("pages", Self.node(of: pages, " per month"))) }
    return fields
  }

  private mutating func report(
    _ problem: ImportProblem, _ subject: String, _ position: SourcePosition?
  ) {
    findings.append(ImportFinding(problem, subject: subject, position: position))
  }
}
