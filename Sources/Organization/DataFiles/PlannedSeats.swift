/// The seats, transfers and promotions of a plan that was written as a document earlier, found again in
/// an organisation.
package struct PlannedSeats: Hashable, Sendable {
  package struct Seat: Hashable, Sendable {
    /// Index into ``Organization/teams``.
    package var team: Int
    /// Index into ``Organization/levels``.
    package var level: Int
    /// Index into ``Organization/partners``; `nil` is a hire.
    package var partner: Int?
    /// Month of the plan, from 0.
    package var openMonth: Int
    /// The first month no longer worked.
    package var endMonth: Int?
    /// What the document calls it.
    package var id: String?
    /// The competency that it is to bring, as the document names it.
    package var competency: String?
    /// What breaks without it, where the document says.
    package var reason: Reason?

    package init(
      team: Int, level: Int, partner: Int? = nil, openMonth: Int, endMonth: Int? = nil,
      id: String? = nil, competency: String? = nil, reason: Reason? = nil
    ) {
      self.team = team
      self.level = level
      self.partner = partner
      self.openMonth = openMonth
      self.endMonth = endMonth
      self.id = id
      self.competency = competency
      self.reason = reason
    }
  }

  /// One person who changes teams.
  package struct Transfer: Hashable, Sendable {
    /// Index into ``Organization/levels``.
    package var level: Int
    /// Indices into ``Organization/teams``.
    package var from: Int
    package var to: Int
    /// Month of the plan, from 0.
    package var month: Int
  }

  /// One person who is promoted by decision.
  package struct Rise: Hashable, Sendable {
    /// Index into ``Organization/teams``.
    package var team: Int
    /// Index into ``Organization/levels``, of what she is before.
    package var level: Int
    /// Month of the plan, from 0.
    package var month: Int
  }

  /// A limit that breaks without a seat.
  package struct Reason: Hashable, Sendable {
    /// Its id, which may be of a later version.
    package var limit: String
    package var firstMonth: YearMonth
    package var worstValue: Double
    package var threshold: Double
  }

  /// The strategy whose seats they are, as the document names it.
  package let strategy: String
  package let seats: [Seat]
  /// None where the document is older than transfers and promotions.
  package let transfers: [Transfer]
  package let rises: [Rise]

  /// Reads a `cadre.plan/1` document.
  ///
  /// - Parameters:
  ///   - bytes: of the file.
  ///   - file: its name, for messages.
  ///   - strategy: whose seats to take; `nil` takes the recommended ones.
  ///   - organization: that they are for.
  /// - Throws: everything that is wrong with the document, by line and column.
  package init(
    _ bytes: [UInt8], file: String, strategy: String?, in organization: Organization
  ) throws(DiagnosticError) {
    var reader = try Reader(bytes, file: file, organization: organization)
    let node: SourceNode?
    (self.strategy, node) = reader.plan(of: strategy)
    seats = node.map { reader.seats($0) } ?? []
    transfers = node.map { reader.transfers($0) } ?? []
    rises = node.map { reader.rises($0) } ?? []
    if !reader.findings.isEmpty { throw DiagnosticError(reader.findings) }
  }
}

/// Reads one document and gathers what is wrong with it.
private struct Reader {
  let text: SourceText
  let root: SourceNode
  let organization: Organization
  let teams: NameIndex
  let levels: NameIndex
  let partners: NameIndex
  var findings: [Diagnostic]

  init(_ bytes: [UInt8], file: String, organization: Organization) throws(DiagnosticError) {
    text = SourceText(bytes)
    (root, findings) = try YAMLReader.read(text, file: file)
    self.organization = organization
    teams = NameIndex(organization.teams.map(\.id), kind: "team")
    levels = NameIndex(organization.levels.map(\.id), kind: "level")
    partners = NameIndex(organization.partners.map(\.id), kind: "partner")
  }

  mutating func note(_ problem: Problem, at position: SourcePosition) {
    findings.append(Diagnostic(problem, at: position, sourceLine: text.line(position.line)))
  }

  /// The strategy that is wanted, or the recommended one, with the node that has what it decides.
  mutating func plan(of wanted: String?) -> (String, SourceNode?) {
    let format = root.value(of: "format")
    guard let version = format?.text, version.hasPrefix("cadre.plan/1.") else {
      note(
        .wrongShape(
          expected: "a plan written by 'cadre plan --format json'",
          found: format?.kindName ?? root.kindName), at: format?.position ?? root.position)
      return ("", nil)
    }
    guard let wanted else {
      let name = root.value(of: "recommendation")?.value(of: "strategy")?.text ?? "recommended"
      return (name, root)
    }
    let strategies = root.value(of: "strategies")
    guard case .sequence(let outcomes)? = strategies?.content else {
      note(.missingKey("strategies"), at: root.position)
      return (wanted, nil)
    }
    let names = outcomes.map { $0.value(of: "strategy")?.text ?? "" }
    guard let place = names.firstIndex(of: wanted) else {
      let nearest = Nearest.name(to: wanted, among: names)
      note(
        .notAChoice(wanted, choices: names, nearest: nearest),
        at: strategies?.position ?? root.position)
      return (wanted, nil)
    }
    return (wanted, outcomes[place])
  }

  mutating func rises(_ node: SourceNode) -> [PlannedSeats.Rise] {
    guard case .sequence(let items)? = node.value(of: "promotions")?.content else { return [] }
    return items.compactMap { item in
      let team = index("team", of: item, in: teams)
      let level = index("level", of: item, in: levels)
      let month = month("month", of: item)
      guard let team, let level, let month else { return nil }
      return PlannedSeats.Rise(team: team, level: level, month: month)
    }
  }

  mutating func transfers(_ node: SourceNode) -> [PlannedSeats.Transfer] {
    guard case .sequence(let items)? = node.value(of: "transfers")?.content else { return [] }
    return items.compactMap { item in
      let from = index("from", of: item, in: teams)
      let to = index("to", of: item, in: teams)
      let level = index("level", of: item, in: levels)
      let month = month("month", of: item)
      guard let from, let to, let level, let month else { return nil }
      return PlannedSeats.Transfer(level: level, from: from, to: to, month: month)
    }
  }

  mutating func seats(_ node: SourceNode) -> [PlannedSeats.Seat] {
    guard let seats = node.value(of: "seats"), case .sequence(let items) = seats.content else {
      note(.missingKey("seats"), at: node.position)
      return []
    }
    var known: Set<String> = []
    for item in items {
      guard let id = item.value(of: "id"), let text = id.text, !id.isNull else { continue }
      if !known.insert(text).inserted { note(.duplicateKey(text), at: id.position) }
    }
    return items.compactMap { seat($0) }
  }

  private mutating func seat(_ node: SourceNode) -> PlannedSeats.Seat? {
    let team = index("team", of: node, in: teams)
    let level = index("level", of: node, in: levels)
    let partner = node.value(of: "partner").flatMap { value in
      value.isNull ? nil : index("partner", of: node, in: partners)
    }
    let open = month("open", of: node)
    let end = node.value(of: "end").flatMap { $0.isNull ? nil : month("end", of: node) }
    guard let team, let level, let open else { return nil }
    return PlannedSeats.Seat(
      team: team, level: level, partner: partner, openMonth: open, endMonth: end.map { $0 + 1 },
      id: text("id", of: node), competency: text("competency", of: node),
      reason: node.value(of: "reason").flatMap { $0.isNull ? nil : reason($0) })
  }

  private func text(_ key: String, of node: SourceNode) -> String? {
    node.value(of: key).flatMap { $0.isNull ? nil : $0.text }
  }

  private mutating func reason(_ node: SourceNode) -> PlannedSeats.Reason? {
    guard let limit = text("limit", of: node) else {
      note(.missingKey("limit"), at: node.position)
      return nil
    }
    let first = calendarMonth("first", of: node)
    let worst = number("value", of: node)
    let threshold = number("threshold", of: node)
    guard let first, let worst, let threshold else { return nil }
    return PlannedSeats.Reason(
      limit: limit, firstMonth: first, worstValue: worst, threshold: threshold)
  }

  private mutating func number(_ key: String, of node: SourceNode) -> Double? {
    guard let value = node.value(of: key), let text = value.text else {
      note(.missingKey(key), at: node.position)
      return nil
    }
    guard let number = Double(text), number.isFinite else {
      note(.notANumber(text), at: value.position)
      return nil
    }
    return number
  }

  private mutating func index(_ key: String, of node: SourceNode, in names: NameIndex) -> Int? {
    guard let value = node.value(of: key), let name = value.text else {
      note(.missingKey(key), at: node.position)
      return nil
    }
    if let index = names[name] { return index }
    note(
      .unknownReference(name, kind: names.kind, nearest: names.nearest(to: name)),
      at: value.position)
    return nil
  }

  /// A month of the plan; seats that open before it are due in its first month.
  private mutating func month(_ key: String, of node: SourceNode) -> Int? {
    calendarMonth(key, of: node).map { max(0, $0 - organization.start) }
  }

  private mutating func calendarMonth(_ key: String, of node: SourceNode) -> YearMonth? {
    guard let value = node.value(of: key), let text = value.text else {
      note(.missingKey(key), at: node.position)
      return nil
    }
    guard let month = YearMonth(text) else {
      note(.badMonth(text), at: value.position)
      return nil
    }
    return month
  }
}
