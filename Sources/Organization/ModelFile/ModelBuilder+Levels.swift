extension ModelBuilder {
  /// The four default levels with what the file changes, then its own, ordered by standing.
  mutating func buildLevels() {
    let given = root["levels"]?.entries ?? []
    let values = Dictionary(
      given.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    let own = given.filter { entry in !Standing.allCases.contains { $0.name == entry.id } }
    for standing in Standing.allCases {
      if let like = values[standing.name]?["like"] {
        report(
          .misplacedKey("like", because: "\(standing.name) is a default level"), at: like.position)
      }
    }
    let defaults = defaultLevels(values)
    levelNames = NameIndex(defaults.map(\.id) + own.map(\.id), kind: "level")
    var known: [String: Level?] = Dictionary(uniqueKeysWithValues: defaults.map { ($0.id, $0) })
    for entry in own { resolveLevel(entry.id, entry.position, values, &known, chain: []) }
    let all = defaults + own.compactMap { known[$0.id] ?? nil }
    levels = Standing.allCases.flatMap { standing in all.filter { $0.standing == standing } }
    levelNames = NameIndex(levels.map(\.id), kind: "level")
    checkPromotions(values)
  }

  /// Notes a level of the file's own, after those that it is like; `nil` where that cannot be done.
  private mutating func resolveLevel(
    _ id: String, _ position: SourcePosition, _ values: [String: Checked],
    _ known: inout [String: Level?], chain: [String]
  ) {
    guard known[id] == nil, let value = values[id] else { return }
    guard let like = value["like"], let base = like.text else {
      if value["like"] == nil, value.isFields {
        report(
          .needsValue(key: "like", because: "\(id) is not one of the default levels"), at: position)
      }
      return
    }
    guard !chain.contains(id), chain.count < 32 else {
      for member in chain { known[member] = .some(nil) }
      return report(.circularLevels(id), at: like.position)
    }
    guard resolve(base, in: levelNames, at: like.position) != nil else { return }
    resolveLevel(base, like.position, values, &known, chain: chain + [id])
    guard known[id] == nil, var level = known[base] ?? nil else { return }
    level.id = id
    known[id] = changed(level, by: value)
  }

  private func changed(_ level: Level, by value: Checked?) -> Level {
    guard let value else { return level }
    var changed = Level(
      id: level.id, standing: level.standing,
      salaryPerYear: value["salary"]?.number ?? level.salaryPerYear,
      productivity: value["productivity"]?.number ?? level.productivity,
      rampMonths: value["ramp"]?.number ?? level.rampMonths,
      leadDays: value["lead"]?.number ?? level.leadDays,
      attritionPerYear: value["attrition"]?.number ?? level.attritionPerYear,
      promotedAfterMonths: level.promotedAfterMonths)
    if let months = value["promoted-after"]?.exact { changed.promotedAfterMonths = Int(months) }
    return changed
  }

  /// Nobody rises above the highest standing.
  private mutating func checkPromotions(_ values: [String: Checked]) {
    for level in levels where level.standing == Standing.allCases.last {
      guard let key = values[level.id]?["promoted-after"] else { continue }
      report(
        .misplacedKey("promoted-after", because: "no level is above \(level.id)"),
        at: key.position)
    }
  }

  private mutating func defaultLevels(_ values: [String: Checked]) -> [Level] {
    let mid = midSalary(values)
    let leaving = root["hiring"]?["attrition"]?.number ?? assumptions.row(.turnoverPerYear).value
    return Standing.allCases.map { standing in
      let rows = standing.assumptionIDs
      // Salaries keep the spread of the mid salary; the spread of the ratio is not added to it.
      let level = Level(
        id: standing.name, standing: standing,
        salaryPerYear: mid.scaled(by: standing == .mid ? 1 : assumptions[rows.salary]),
        productivity: assumptions.row(rows.productivity).value,
        rampMonths: assumptions.row(rows.ramp).value, leadDays: assumptions.row(rows.lead).value,
        attritionPerYear: leaving)
      return changed(level, by: values[standing.name])
    }
  }

  /// What a mid-level engineer earns, from which the other defaults follow.
  private mutating func midSalary(_ values: [String: Checked]) -> ThreePoint {
    if let given = values["mid"]?["salary"]?.number { return given }
    let isComplete = Standing.allCases.allSatisfy { values[$0.name]?["salary"] != nil }
    if currency != "EUR", !isComplete {
      report(
        .needsValue(
          key: "levels.mid.salary", because: "cadre knows default salaries in EUR only"),
        at: root["levels"]?.position ?? root["currency"]?.position)
    }
    return assumptions.row(.levelMidSalaryEur).value
  }
}

extension Standing {
  /// Where the defaults of the level of this standing stand in the table.
  fileprivate var assumptionIDs:
    (salary: AssumptionID, productivity: AssumptionID, ramp: AssumptionID, lead: AssumptionID)
  {
    switch self {
    case .junior:
      (.levelSalaryJunior, .levelProductivityJunior, .levelRampMonthsJunior, .levelLeadDaysJunior)
    case .mid: (.levelSalaryMid, .levelProductivityMid, .levelRampMonthsMid, .levelLeadDaysMid)
    case .senior:
      (.levelSalarySenior, .levelProductivitySenior, .levelRampMonthsSenior, .levelLeadDaysSenior)
    case .staff:
      (.levelSalaryStaff, .levelProductivityStaff, .levelRampMonthsStaff, .levelLeadDaysStaff)
    }
  }
}
