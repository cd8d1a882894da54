/// Turns a tree into an organisation: merge the scenario, check shapes, resolve names.
struct ModelDecoding {
  private let files: SourceFiles
  private let path: String
  private let data: DataFileCache
  private(set) var findings: [Diagnostic] = []

  init(
    files: SourceFiles, path: String, source: any FileSource, dataFiles: any DataFileReading
  ) {
    self.init(
      files: files, path: path,
      data: DataFileCache(files: files, source: source, reader: dataFiles))
  }

  init(files: SourceFiles, path: String, data: DataFileCache) {
    self.files = files
    self.path = path
    self.data = data
  }

  /// The organisation; `nil` or a meaningless one where there are errors among the findings.
  mutating func decode(
    _ tree: SourceNode, scenario: String?, settings: [Setting] = []
  ) -> Organization? {
    let ids = tree.value(of: "scenarios")?.entries?.map(\.key) ?? []
    // The base is checked with its scenarios in it, so that their units are known to be right.
    guard let scenario else {
      let set = lay(settings, over: tree, as: ModelGrammar.root)
      return set.flatMap { build($0, as: ModelGrammar.root, scenario: "base", ids) }
    }
    guard ids.contains(scenario), let override = tree.value(of: "scenarios")?.value(of: scenario)
    else {
      let nearest = Nearest.name(to: scenario, among: ids)
      findings.append(
        Diagnostic(.unknownReference(scenario, kind: "scenario", nearest: nearest)))
      return nil
    }
    var checker = ShapeChecker(quantities: quantities(of: tree, override))
    _ = checker.check(override, against: .partial(.object(ModelGrammar.sections)))
    findings += checker.findings
    guard checker.findings.isEmpty else { return nil }
    var merging = Merging(removes: true)
    var merged =
      override.isNull ? tree : merging.merge(tree, override, as: ModelGrammar.merged)
    findings += merging.findings
    merged.content = .mapping(merged.entries?.filter { $0.key != "scenarios" } ?? [])
    let set = lay(settings, over: merged, as: ModelGrammar.merged)
    return set.flatMap { build($0, as: ModelGrammar.merged, scenario: scenario, ids) }
  }

  /// The tree with settings laid over it; `nil` where one cannot be understood.
  private mutating func lay(
    _ settings: [Setting], over tree: SourceNode, as shape: Shape
  ) -> SourceNode? {
    var result = tree
    for setting in settings {
      do {
        let node = try setting.node(over: tree)
        var checker = ShapeChecker(quantities: quantities(of: tree, node))
        _ = checker.check(node, against: .partial(.object(ModelGrammar.sections)))
        findings += checker.findings
        guard checker.findings.isEmpty else { return nil }
        var merging = Merging(removes: false)
        result = merging.merge(result, node, as: shape)
      } catch {
        findings += error.diagnostics
        return nil
      }
    }
    return result
  }

  private mutating func build(
    _ tree: SourceNode, as shape: Shape, scenario: String, _ ids: [String]
  ) -> Organization? {
    let quantities = quantities(of: tree, nil)
    var checker = ShapeChecker(quantities: quantities)
    let root = checker.check(tree, against: shape)
    findings += checker.findings
    guard let root else { return nil }
    var builder = ModelBuilder(root: root, currency: quantities.currency, data: data)
    let name = root["name"]?.text ?? FilePath.stem(of: path)
    let organization = builder.build(name: name, scenario: scenario, scenarios: ids)
    findings += builder.findings
    return organization
  }

  /// Currency and working time are needed to read every other number, so they are looked up first.
  private func quantities(of tree: SourceNode, _ override: SourceNode?) -> QuantityReader {
    let shipped = Assumptions.shipped
    var result = QuantityReader(
      hoursPerDay: shipped[.timeHoursPerDay], daysPerYear: shipped[.timeWorkingDaysPerYear])
    for node in [tree, override].compactMap({ $0 }) {
      if let currency = node.value(of: "currency")?.text { result.currency = currency }
      let rows = node.value(of: "assumptions")
      if let hours = likely(rows, .timeHoursPerDay) { result.hoursPerDay = hours }
      if let days = likely(rows, .timeWorkingDaysPerYear) { result.daysPerYear = days }
    }
    return result
  }

  private func likely(_ rows: SourceNode?, _ id: AssumptionID) -> Double? {
    guard let row = rows?.value(of: id.rawValue) else { return nil }
    let text = row.text ?? row.value(of: "likely")?.text
    // A wrong value is reported where the assumptions are checked.
    return text.flatMap { try? QuantityReader().value(of: $0, as: Assumptions.quantity(of: id)) }
  }
}
