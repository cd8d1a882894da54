/// The seats of a plan that was written as a document earlier, found again in an organisation.
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
  }

  /// The strategy whose seats they are, as the document names it.
  package let strategy: String
  package let seats: [Seat]

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
    (self.strategy, seats) = reader.seats(of: strategy)
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

  mutating func seats(of wanted: String?) -> (String, [PlannedSeats.Seat]) {
    let format = root.value(of: "format")
    guard let version = format?.text, version.hasPrefix("cadre.plan/1.") else {
      note(
        .wrongShape(
          expected: "a plan written by 'cadre plan --format json'",
          found: format?.kindName ?? root.kindName), at: format?.position ?? root.position)
      return ("", [])
    }
    guard let wanted else {
      let name = root.value(of: "recommendation")?.value(of: "strategy")?.text ?? "recommended"
      return (name, list(root))
    }
    let strategies = root.value(of: "strategies")
    guard case .sequence(let outcomes)? = strategies?.content else {
      note(.missingKey("strategies"), at: root.position)
      return (wanted, [])
    }
    let names = outcomes.map { $0.value(of: "strategy")?.text ?? "" }
    guard let place = names.firstIndex(of: wanted) else {
      let nearest = Nearest.name(to: wanted, among: names)
      note(
        .notAChoice(wanted, choices: names, nearest: nearest),
        at: strategies?.position ?? root.position)
      return (wanted, [])
    }
    return (wanted, list(outcomes[place]))
  }

  private mutating func list(_ node: SourceNode) -> [PlannedSeats.Seat] {
    guard let seats = node.value(of: "seats"), case .sequence(let items) = seats.content else {
      note(.missingKey("seats"), at: node.position)
      return []
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
      team: team, level: level, partner: partner, openMonth: open, endMonth: end.map { $0 + 1 })
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
    guard let value = node.value(of: key), let text = value.text else {
      note(.missingKey(key), at: node.position)
      return nil
    }
    guard let month = YearMonth(text) else {
      note(.badMonth(text), at: value.position)
      return nil
    }
    return max(0, month - organization.start)
  }
}
