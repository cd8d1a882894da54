package import Organization

/// What somebody says of their sources beyond what these say: names, types, tiers, folders, columns
/// and titles.
///
/// It is a YAML file that `--map` names; docs/import.md has all keys.
package struct ImportMap: Sendable {
  /// Ids of teams in the model by what sources call them, lower case.
  package private(set) var teams: [String: String] = [:]
  /// Ids of services in the model by what sources call them, lower case.
  package private(set) var services: [String: String] = [:]
  /// Whether components of a type are taken, lower case.
  package private(set) var types: [String: Bool] = [:]
  /// Tiers by lifecycle or alias, lower case.
  package private(set) var tiers: [String: Int] = [:]
  /// Folders of a repository by the service that lives there, in the order of the file.
  package private(set) var folders: [(service: String, paths: [String])] = []
  /// Headers of a table by what they mean.
  package private(set) var columns: [String: String] = [:]
  /// Titles with the level that they mean, tried from the top before those that cadre knows.
  package private(set) var titles: [TitleRule] = []
  /// The level of people whose level nothing tells.
  package private(set) var level = "mid"
  /// Queries of metrics by the driver or service that they are of, in the order of the file.
  package private(set) var queries: [MetricQuery] = []
  /// Whether databases and the like become services of their own.
  package private(set) var takesResources = false

  /// The zone of whoever nothing else is known of.
  package var zone: String?
  /// Zones by people and teams as sources call them, lower case.
  package private(set) var zones: [String: String] = [:]
  /// Urgencies, priorities and severities that page nobody, lower case; `low` where there are none.
  package private(set) var low: Set<String> = []
  /// Whether elapsed times are in seconds, where somebody says so.
  private var elapsed: Bool?
  var elapsedInSeconds: Bool { elapsed ?? false }
  var saysElapsedUnit: Bool { elapsed != nil }
  /// Days in which pages were watched, the last one included.
  package private(set) var since: Int?
  package private(set) var until: Int?

  /// The order of dates such as 03/04/2026 where nothing proves it.
  private(set) var dateOrder: DateColumn.Order?

  /// No wishes.
  package init() {}

  /// Reads the file.
  ///
  /// - Throws: ``DiagnosticError`` with everything that is wrong with it, by line and column.
  package init(_ bytes: [UInt8], file: String) throws(DiagnosticError) {
    guard let document = YAMLDocuments.read(bytes, file: file).first else { return }
    guard let root = document.root else { throw DiagnosticError(document.findings) }
    var reading = MapReading(findings: document.findings)
    for entry in reading.entries(of: root) {
      switch entry.key {
      case "teams": teams = reading.table(entry.value, reading.id)
      case "services": services = reading.table(entry.value, reading.id)
      case "types":
        types = reading.table(entry.value) { $0 == "take" ? true : $0 == "skip" ? false : nil }
      case "tiers":
        tiers = reading.table(entry.value) { text in
          Int(text).flatMap { (1...4).contains($0) ? $0 : nil }
        }
      case "folders": folders = reading.folders(entry.value)
      case "columns": columns = reading.table(entry.value) { $0 }
      case "titles": titles = reading.titles(entry.value)
      case "dates":
        dateOrder = reading.value(entry.value) {
          $0 == "day-first" ? .dayFirst : $0 == "month-first" ? .monthFirst : nil
        }
      case "queries": queries = reading.queries(entry.value)
      case "level": level = reading.value(entry.value, reading.id) ?? level
      case "zone":
        zone = reading.value(entry.value) { $0 }.flatMap { reading.zone($0, entry.value) }
      case "zones":
        for zone in reading.entries(of: entry.value) {
          guard let name = reading.value(zone.value, { $0 }) else { continue }
          zones[zone.key.lowercased()] = reading.zone(name, zone.value)
        }
      case "low": low = Set(reading.texts(entry.value).map { $0.lowercased() })
      case "elapsed":
        elapsed = reading.value(entry.value) { $0 == "s" ? true : $0 == "ms" ? false : nil }
      case "since": since = reading.value(entry.value, CalendarDate.dayNumber)
      case "until": until = reading.value(entry.value, CalendarDate.dayNumber)
      case "resources":
        takesResources =
          reading.value(entry.value) { $0 == "true" ? true : $0 == "false" ? false : nil } ?? false
      default:
        let nearest = Nearest.name(to: entry.key, among: Self.keys)
        reading.report(
          .unknownKey(entry.key, known: Self.keys, nearest: nearest), at: entry.keyPosition)
      }
    }
    guard reading.findings.isEmpty else {
      let lines = SourceLines(bytes)
      throw DiagnosticError(reading.findings.map(lines.quoted))
    }
  }

  private static let keys = [
    "teams", "services", "types", "tiers", "folders", "columns", "titles", "level",
    "dates", "resources", "queries", "zone", "zones", "low", "elapsed", "since", "until",
  ]
}

/// Takes the values of a map apart and collects what is wrong with them.
private struct MapReading {
  var findings: [Diagnostic]

  mutating func report(_ problem: Problem, at position: SourcePosition) {
    findings.append(Diagnostic(problem, at: position))
  }

  mutating func entries(of node: SourceNode) -> [SourceNode.Entry] {
    if let entries = node.entries { return entries }
    if !node.isNull { refuse(node, expected: "a mapping of keys") }
    return []
  }

  private mutating func refuse(_ node: SourceNode, expected: String) {
    report(.wrongShape(expected: expected, found: node.kindName), at: node.position)
  }

  /// A text that may be an id.
  let id: (String) -> String? = { Identifier.isValid($0) ? $0 : nil }

  mutating func value<Value>(_ node: SourceNode, _ read: (String) -> Value?) -> Value? {
    guard let text = node.text, !node.isNull else {
      refuse(node, expected: "text")
      return nil
    }
    if let value = read(text) { return value }
    report(.notAChoice(text, choices: [], nearest: nil), at: node.position)
    return nil
  }

  /// A mapping of any names, which count without capitals.
  mutating func table<Value>(
    _ node: SourceNode, _ read: (String) -> Value?
  ) -> [String: Value] {
    var table: [String: Value] = [:]
    for entry in entries(of: node) {
      if let value = value(entry.value, read) { table[entry.key.lowercased()] = value }
    }
    return table
  }

  /// The name of a zone that there is.
  mutating func zone(_ name: String, _ node: SourceNode) -> String? {
    if ZoneName.zone(name) != nil { return name }
    report(.unknownTimeZone(name, nearest: ZoneName.nearest(to: name)), at: node.position)
    return nil
  }

  /// One text, or a list of them.
  mutating func texts(_ node: SourceNode) -> [String] {
    guard case .sequence(let items) = node.content else {
      return value(node) { $0 }.map { [$0] } ?? []
    }
    return items.compactMap { value($0) { $0 } }
  }

  mutating func folders(_ node: SourceNode) -> [(service: String, paths: [String])] {
    entries(of: node).compactMap { entry in
      guard Identifier.isValid(entry.key) else {
        report(.badID(entry.key), at: entry.keyPosition)
        return nil
      }
      if case .sequence(let items) = entry.value.content {
        return (entry.key, items.compactMap { value($0) { $0 } })
      }
      return value(entry.value) { $0 }.map { (entry.key, [$0]) }
    }
  }

  mutating func queries(_ node: SourceNode) -> [MetricQuery] {
    entries(of: node).compactMap { entry in
      guard Identifier.isValid(entry.key) else {
        report(.badID(entry.key), at: entry.keyPosition)
        return nil
      }
      var query = MetricQuery(id: entry.key, text: "", position: entry.keyPosition)
      guard entry.value.entries != nil else {
        guard let text = value(entry.value, { $0.isEmpty ? nil : $0 }) else { return nil }
        query.text = text
        return query
      }
      for field in entries(of: entry.value) {
        switch field.key {
        case "query": query.text = value(field.value) { $0 } ?? ""
        case "as": query.measure = value(field.value, TrafficMeasure.init(rawValue:))
        case "by": query.rule = value(field.value) { $0.isEmpty ? nil : .by(label: $0) } ?? .single
        case "sum":
          let isSum = value(field.value) { $0 == "true" ? true : $0 == "false" ? false : nil }
          if isSum == true { query.rule = .sum }
        default:
          let known = ["query", "as", "by", "sum"]
          report(
            .unknownKey(
              field.key, known: known, nearest: Nearest.name(to: field.key, among: known)),
            at: field.keyPosition)
        }
      }
      if query.text.isEmpty { report(.missingKey("query"), at: entry.keyPosition) }
      return query
    }
  }

  mutating func titles(_ node: SourceNode) -> [TitleRule] {
    guard case .sequence(let items) = node.content else {
      if !node.isNull { refuse(node, expected: "a list") }
      return []
    }
    return items.compactMap { item in
      guard let pattern = item.value(of: "pattern")?.text, let level = item.value(of: "level")?.text
      else {
        refuse(item, expected: "{pattern: words of a title, level: id}")
        return nil
      }
      return TitleRule(pattern, level)
    }
  }
}
