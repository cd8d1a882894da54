extension ModelBuilder {
  mutating func buildServices() -> [Service] {
    let entries = root["services"]?.entries ?? []
    let ids = NameIndex(entries.map(\.id), kind: "service")
    var logs: Set<String> = []
    return entries.map { entry in
      let value = entry.value
      let metrics = metrics(value["metrics"])
      return Service(
        id: entry.id, owners: owners(value["owner"]), tier: Int(value["tier"]?.exact ?? 2),
        traffic: shares(value["traffic"]),
        workload: value["workload"]?.text.flatMap(Workload.init(rawValue:)) ?? .readHeavy,
        architecture: value["architecture"]?.text.flatMap(Architecture.init(rawValue:))
          ?? .modular,
        headroom: headroom(value, metrics),
        automation: value["automation"]?.number ?? ThreePoint(0.3),
        pages: pages(value["pages"], of: entry.id, among: ids, &logs),
        integrations: Int(value["integrations"]?.exact ?? 0),
        compliance: (value["compliance"]?.items ?? []).compactMap(\.text),
        documents: Set(
          (value["documents"]?.items ?? []).compactMap { $0.text.flatMap(Document.init) }),
        upkeepHoursPerMonth: value["upkeep"]?.number, toilHoursPerMonth: value["toil"]?.number,
        runBy: value["run-by"].flatMap { partner in
          partner.text.flatMap { resolve($0, in: partners, at: partner.position) }
        }, needs: value["needs"].map { competencies(named: $0) },
        dependsOn: dependencies(value["depends-on"], of: entry.id, among: ids), metrics: metrics,
        peakRequests: value["peak-requests"]?.exact)
    }
  }

  /// Services that a service names, each once; itself is none of them.
  private mutating func dependencies(
    _ value: Checked?, of service: String, among services: NameIndex
  ) -> [Int] {
    var found = [Int]()
    for item in value?.items ?? [] {
      guard let name = item.text else { continue }
      if name == service {
        report(
          .misplacedKey(name, because: "a service does not depend on itself"), at: item.position)
      } else if let index = resolve(name, in: services, at: item.position), !found.contains(index) {
        found.append(index)
      }
    }
    return found
  }

  private mutating func owners(_ value: Checked?) -> [Owner] {
    guard let value else { return [] }
    if value.text == "none" { return [] }
    let named = value.text == nil ? value.items : [value]
    return named.compactMap { owner($0) }
  }

  /// A team, or a person, who is kept so that the audit can name them.
  private mutating func owner(_ value: Checked) -> Owner? {
    guard let name = value.text else { return nil }
    if let team = teams[name] { return .team(team) }
    if name.utf8.contains(UInt8(ascii: "@")) || name.hasPrefix("user:") { return .notATeam(name) }
    return resolve(name, in: teams, at: value.position).map(Owner.team)
  }

  private mutating func shares(_ value: Checked?) -> [TrafficShare] {
    (value?.entries ?? []).compactMap { entry in
      let driver = resolve(entry.id, in: drivers, at: entry.position)
      guard let driver, let weight = entry.value.exact else { return nil }
      return TrafficShare(driver: driver, weight: weight)
    }
  }

  private mutating func pages(
    _ value: Checked?, of service: String, among services: NameIndex, _ logs: inout Set<String>
  ) -> PageHistory {
    guard let value else { return .unknown }
    if let rate = value.number { return .rate(rate) }
    guard let file = value["file"], let path = data.path(of: file),
      let counts = data.incidents(file)
    else { return .unknown }
    if logs.insert(path).inserted {
      let place = SourcePosition(file: path, line: 1, column: 1)
      for id in counts.keys.sorted() where services[id] == nil {
        _ = resolve(id, in: services, at: place, severity: .warning)
      }
    }
    if let count = counts[service] { return .counted(pages: count.pages, months: count.months) }
    // A log that never names the service has seen it quiet for as long as the log is.
    let months = counts.values.map(\.months).max() ?? 0
    return months > 0 ? .counted(pages: 0, months: months) : .unknown
  }
}
