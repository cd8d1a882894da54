/// Turns checked values into an organisation: defaults are filled in, names become indices.
///
/// It goes on after a problem, so that all of them are reported; where findings hold an error, what
/// it builds must not be used.
struct ModelBuilder {
  let root: Checked
  let currency: String
  let data: DataFileCache
  var findings: [Diagnostic] = []

  var assumptions = Assumptions.shipped
  var start = YearMonth(year: 2000, month: 1)
  var levels: [Level] = []
  var drivers: NameIndex
  var levelNames = NameIndex([], kind: "level")
  var teams: NameIndex
  var partners: NameIndex
  var regions: NameIndex
  var competencies = NameIndex(Competency.ids, kind: "competency")
  var zones: [String: Site?] = [:]
  private var nearestLeft = 200

  init(root: Checked, currency: String, data: DataFileCache) {
    self.root = root
    self.currency = currency
    self.data = data
    drivers = NameIndex(root["drivers"]?.entries.map(\.id) ?? [], kind: "driver")
    teams = NameIndex(root["teams"]?.entries.map(\.id) ?? [], kind: "team")
    regions = NameIndex(root["regions"]?.entries.map(\.id) ?? [], kind: "region")
    partners = NameIndex(root["partners"]?.entries.map(\.id) ?? [], kind: "partner")
  }

  mutating func build(name: String, scenario: String, scenarios: [String]) -> Organization? {
    overrideAssumptions()
    checkCurrency()
    for section in ["drivers", "teams", "services"] { requireEntries(section) }
    start = root["start"]?.month ?? start
    let competencies = buildCompetencies()
    buildLevels()
    let partners = buildPartners()
    var teams = buildTeams()
    let services = buildServices()
    holdScale(&teams, for: services)
    let organization = Organization(
      name: name, currency: currency, start: start, months: Int(root["horizon"]?.exact ?? 24),
      drivers: buildDrivers(), events: buildEvents(), regions: buildRegions(), levels: levels,
      teams: teams,
      services: services, hiring: buildHiring(), partners: partners, policy: buildPolicy(),
      assumptions: assumptions, competencies: competencies, work: buildWork(), scenario: scenario,
      scenarios: scenarios)
    return findings.contains { $0.severity == .error } ? nil : organization
  }

  mutating func report(
    _ problem: Problem, at position: SourcePosition?, severity: Severity = .error
  ) {
    findings.append(Diagnostic(problem, severity: severity, at: position))
  }

  /// The place of a name in its section; reports names that do not exist.
  mutating func resolve(
    _ name: String, in index: NameIndex, at position: SourcePosition,
    severity: Severity = .error
  ) -> Int? {
    if let place = index[name] { return place }
    // A file full of wrong names must not cost a search of all names each.
    nearestLeft -= 1
    let nearest = nearestLeft > 0 ? index.nearest(to: name) : nil
    report(
      .unknownReference(name, kind: index.kind, nearest: nearest), at: position,
      severity: severity)
    return nil
  }

  private mutating func overrideAssumptions() {
    guard let rows = root["assumptions"] else { return }
    for id in AssumptionID.allCases {
      if let value = rows[id.rawValue]?.number { assumptions.override(id, with: value) }
    }
  }

  private mutating func checkCurrency() {
    let isCode = currency.utf8.count == 3 && currency.utf8.allSatisfy { (65...90).contains($0) }
    guard !isCode else { return }
    report(
      .notAChoice(currency, choices: ["three capital letters such as EUR"], nearest: nil),
      at: root["currency"]?.position)
  }

  private mutating func requireEntries(_ section: String) {
    guard let entries = root[section], entries.entries.isEmpty else { return }
    report(.needsValue(key: section, because: "a plan needs at least one"), at: entries.position)
  }
}
