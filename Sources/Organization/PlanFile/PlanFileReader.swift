/// Reads a plan, from a plan file or a `cadre.plan/1` document, and gathers what is wrong with it.
///
/// The two have the same keys for the same things. People edit plan files, so that a key which is not
/// known is an error there; a document may be of a later version, which adds keys.
struct PlanFileReader {
  let text: SourceText
  let root: SourceNode
  /// Whose teams, levels and partners the seats must name; `nil` takes any.
  let names: Names?
  /// A plan file, and not a document.
  let isPlanFile: Bool
  var findings: [Diagnostic]

  /// What seats may name.
  struct Names {
    let teams: NameIndex
    let levels: NameIndex
    let partners: NameIndex

    init(_ organization: Organization) {
      teams = NameIndex(organization.teams.map(\.id), kind: "team")
      levels = NameIndex(organization.levels.map(\.id), kind: "level")
      partners = NameIndex(organization.partners.map(\.id), kind: "partner")
    }
  }

  /// - Throws: ``DiagnosticError`` where the file cannot be read as a plan at all.
  init(_ bytes: [UInt8], file: String, names: Names?) throws(DiagnosticError) {
    text = SourceText(bytes)
    (root, findings) = try YAMLReader.read(text, file: file)
    self.names = names
    let format = root.value(of: "format")
    let version = format?.text ?? ""
    isPlanFile = version.hasPrefix("cadre.plan-file/1.")
    guard isPlanFile || version.hasPrefix("cadre.plan/1.") else {
      note(
        .wrongShape(
          expected: "a plan written by 'cadre plan --save' or 'cadre plan --format json'",
          found: format?.kindName ?? root.kindName), at: format?.position ?? root.position)
      throw DiagnosticError(findings)
    }
    if isPlanFile { checkKeys(of: root, known: PlanFile.keys) }
  }

  mutating func note(_ problem: Problem, at position: SourcePosition) {
    findings.append(Diagnostic(problem, at: position, sourceLine: text.line(position.line)))
  }

  mutating func checkKeys(of node: SourceNode, known: [String]) {
    guard isPlanFile else { return }
    for entry in node.entries ?? [] where !known.contains(entry.key) {
      note(
        .unknownKey(
          entry.key, known: known, nearest: Nearest.name(to: entry.key, among: known)),
        at: entry.keyPosition)
    }
  }

  // MARK: Values

  /// The value of a key that must be there.
  mutating func value(_ key: String, of node: SourceNode) -> SourceNode? {
    guard let value = node.value(of: key), value.text != nil, !value.isNull else {
      note(.missingKey(key), at: node.value(of: key)?.position ?? node.position)
      return nil
    }
    return value
  }

  func text(_ key: String, of node: SourceNode) -> String? {
    node.value(of: key).flatMap { $0.isNull ? nil : $0.text }
  }

  mutating func number(_ key: String, of node: SourceNode) -> Double? {
    value(key, of: node).flatMap { number($0) }
  }

  mutating func number(_ value: SourceNode) -> Double? {
    guard let text = value.text, let number = Double(text), number.isFinite else {
      note(.notANumber(value.text ?? value.kindName), at: value.position)
      return nil
    }
    guard abs(number) <= Self.mostOfAnything else {
      note(
        .outOfRange(value: text, allowed: "at most \(Printable.number(Self.mostOfAnything))"),
        at: value.position)
      return nil
    }
    return number
  }

  /// More money or people than there are; beyond it numbers are slips, and not to be reckoned with.
  private static let mostOfAnything = 1e12

  /// - Returns: `nil` also where there is none.
  mutating func optionalNumber(_ key: String, of node: SourceNode) -> Double? {
    node.value(of: key).flatMap { $0.isNull ? nil : number($0) }
  }

  mutating func month(_ key: String, of node: SourceNode) -> YearMonth? {
    value(key, of: node).flatMap { month($0) }
  }

  mutating func month(_ value: SourceNode) -> YearMonth? {
    guard let text = value.text, let month = YearMonth(text) else {
      note(.badMonth(value.text ?? value.kindName), at: value.position)
      return nil
    }
    return month
  }

  mutating func optionalMonth(_ key: String, of node: SourceNode) -> YearMonth? {
    node.value(of: key).flatMap { $0.isNull ? nil : month($0) }
  }

  /// A whole number in a range.
  mutating func count(_ key: String, of node: SourceNode, in range: ClosedRange<Int>) -> Int? {
    guard let value = value(key, of: node), let text = value.text else { return nil }
    guard let count = Int(text) else {
      note(.notANumber(text), at: value.position)
      return nil
    }
    guard range.contains(count) else {
      note(
        .outOfRange(value: text, allowed: "\(range.lowerBound) to \(range.upperBound)"),
        at: value.position)
      return nil
    }
    return count
  }

  /// Numbers by name.
  mutating func numbers(_ key: String, of node: SourceNode) -> [String: Double] {
    guard let map = node.value(of: key), !map.isNull else { return [:] }
    return numbers(map)
  }

  mutating func numbers(_ map: SourceNode) -> [String: Double] {
    guard let entries = map.entries else {
      note(.wrongShape(expected: "numbers by name", found: map.kindName), at: map.position)
      return [:]
    }
    var numbers = [String: Double]()
    for entry in entries { numbers[entry.key] = number(entry.value) }
    return numbers
  }

  mutating func items(_ key: String, of node: SourceNode) -> [SourceNode]? {
    guard let list = node.value(of: key), case .sequence(let items) = list.content else {
      let found = node.value(of: key)
      note(
        found.map { .wrongShape(expected: "a list of \(key)", found: $0.kindName) }
          ?? .missingKey(key), at: found?.position ?? node.position)
      return nil
    }
    return items
  }
}
