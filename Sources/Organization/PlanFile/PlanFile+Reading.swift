extension PlanFile {
  /// Reads a plan file or a `cadre.plan/1` document.
  ///
  /// - Parameters:
  ///   - bytes: of the file.
  ///   - file: its name, for messages.
  ///   - organization: whose teams, levels and partners the seats must name; `nil` takes any.
  /// - Throws: everything that is wrong with the file, by line and column.
  package init(
    _ bytes: [UInt8], file: String, in organization: Organization? = nil
  ) throws(DiagnosticError) {
    var reader = try PlanFileReader(
      bytes, file: file, names: organization.map(PlanFileReader.Names.init))
    let plan = reader.plan()
    guard let plan, reader.findings.isEmpty else { throw DiagnosticError(reader.findings) }
    self = plan
  }
}

extension PlanFileReader {
  fileprivate mutating func plan() -> PlanFile? {
    // A document keeps these together, under keys of their own.
    let model = isPlanFile ? root : root.value(of: "model")
    guard let model else {
      note(.missingKey("model"), at: root.position)
      return nil
    }
    let name = value(isPlanFile ? "model" : "name", of: model)?.text
    let scenario = value("scenario", of: model)?.text
    let currency = value("currency", of: model)?.text
    let start = month("start", of: model)
    let months = count("months", of: model, in: 1...PlanFile.longest)
    let seed = seed()
    let terms = root.value(of: "terms")
    var levels = [String: PlanFile.LevelTerms]()
    var partners = [String: [String: Double]]()
    if let terms, !terms.isNull {
      checkKeys(of: terms, known: ["levels", "partners"])
      levels = levelTerms(terms)
      for entry in terms.value(of: "partners")?.entries ?? [] {
        partners[entry.key] = numbers(entry.value)
      }
    }
    let expected = expectations()
    let (strategy, seats) = seats(of: nil)
    if seats.contains(where: \.id.isEmpty) { note(.missingKey("id"), at: root.position) }
    guard let name, let scenario, let currency, let start, let months, let seed else { return nil }
    var plan = PlanFile(
      model: name, scenario: scenario, currency: currency, start: start, months: months,
      seed: seed, strategy: strategy)
    (plan.levels, plan.partners, plan.expected, plan.seats) = (levels, partners, expected, seats)
    let steps = steps(of: nil)
    (plan.transfers, plan.promotions) = (steps.transfers, steps.promotions)
    for entry in root.value(of: "filled")?.entries ?? [] {
      plan.filled[entry.key] = month(entry.value)
    }
    return plan
  }

  private mutating func seed() -> UInt64? {
    guard let value = value("seed", of: root), let text = value.text else { return nil }
    guard let seed = UInt64(text) else {
      note(.notANumber(text), at: value.position)
      return nil
    }
    return seed
  }

  private mutating func levelTerms(_ terms: SourceNode) -> [String: PlanFile.LevelTerms] {
    var levels = [String: PlanFile.LevelTerms]()
    for entry in terms.value(of: "levels")?.entries ?? [] {
      checkKeys(of: entry.value, known: ["monthsToFill", "costPerMonth"])
      let months = number("monthsToFill", of: entry.value)
      let cost = number("costPerMonth", of: entry.value)
      guard let months, let cost else { continue }
      levels[entry.key] = PlanFile.LevelTerms(monthsToFill: months, costPerMonth: cost)
    }
    return levels
  }

  /// Sorted by month; documents of versions before there were any have none.
  private mutating func expectations() -> [PlanFile.Expectation] {
    guard isPlanFile || root.value(of: "expected") != nil,
      let items = items("expected", of: root)
    else { return [] }
    var expected = [PlanFile.Expectation]()
    for item in items {
      checkKeys(of: item, known: ["month", "cash", "undone", "traffic", "people", "leavers"])
      guard let month = month("month", of: item) else { continue }
      var row = PlanFile.Expectation(month: month)
      row.cash = number("cash", of: item) ?? 0
      row.undone = number("undone", of: item) ?? 0
      row.traffic = numbers("traffic", of: item)
      row.people = numbers("people", of: item)
      row.leavers = numbers("leavers", of: item)
      if expected.contains(where: { $0.month == month }) {
        note(.duplicateKey(month.description), at: item.position)
      }
      expected.append(row)
    }
    return expected.sorted { $0.month < $1.month }
  }
}
