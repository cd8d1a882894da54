extension PlanFileReader {
  /// The strategy whose seats are wanted, with its seats; `nil` wants the recommended one, and a plan
  /// file has no other.
  mutating func seats(of wanted: String?) -> (strategy: String, seats: [SeatRecord]) {
    if isPlanFile {
      let own = text("strategy", of: root) ?? ""
      if let wanted, wanted != own {
        note(
          .notAChoice(wanted, choices: [own], nearest: nil),
          at: root.value(of: "strategy")?.position ?? root.position)
        return (wanted, [])
      }
      return (own, seats(in: root))
    }
    guard let wanted else {
      let name = root.value(of: "recommendation")?.value(of: "strategy")?.text ?? "recommended"
      return (name, seats(in: root))
    }
    guard let outcomes = items("strategies", of: root) else { return (wanted, []) }
    let names = outcomes.map { $0.value(of: "strategy")?.text ?? "" }
    guard let place = names.firstIndex(of: wanted) else {
      note(
        .notAChoice(wanted, choices: names, nearest: Nearest.name(to: wanted, among: names)),
        at: root.value(of: "strategies")?.position ?? root.position)
      return (wanted, [])
    }
    return (wanted, seats(in: outcomes[place]))
  }

  private mutating func seats(in node: SourceNode) -> [SeatRecord] {
    guard let items = items("seats", of: node) else { return [] }
    var known: Set<String> = []
    for item in items {
      guard let id = item.value(of: "id"), let text = id.text, !id.isNull else { continue }
      if !known.insert(text).inserted { note(.duplicateKey(text), at: id.position) }
    }
    let read = items.compactMap { item in seat(item).map { (item, $0) } }
    checkReplacements(read)
    return read.map(\.1)
  }

  private mutating func seat(_ node: SourceNode) -> SeatRecord? {
    guard node.entries != nil else {
      note(.wrongShape(expected: "a seat", found: node.kindName), at: node.position)
      return nil
    }
    checkKeys(of: node, known: SeatRecord.keys)
    // Documents of versions that gave seats no ids are still read.
    let id = isPlanFile ? value("id", of: node)?.text : text("id", of: node) ?? ""
    let team = name("team", of: node, among: names?.teams)
    let level = name("level", of: node, among: names?.levels)
    let partner =
      text("partner", of: node) == nil
      ? nil : name("partner", of: node, among: names?.partners)
    let state = state(of: node)
    let open = month("open", of: node)
    let start = optionalMonth("start", of: node)
    let end = optionalMonth("end", of: node)
    if let open, let end, end < open, let place = node.value(of: "end") {
      note(.outOfRange(value: end.description, allowed: "\(open) or later"), at: place.position)
    }
    checkSource(of: node)
    let latest = optionalMonth("latest", of: node)
    let cost = optionalNumber("cost", of: node)
    let reason = node.value(of: "reason").flatMap { $0.isNull ? nil : self.reason($0) }
    guard let id, let team, let level, let state, let open else { return nil }
    return SeatRecord(
      id: id, team: team, level: level, partner: partner, state: state,
      replaces: text("replaces", of: node), open: open, start: start, end: end, latest: latest,
      owner: text("owner", of: node), cost: cost, competency: text("competency", of: node),
      reason: reason, note: text("note", of: node))
  }

  mutating func name(
    _ key: String, of node: SourceNode, among names: NameIndex?
  ) -> String? {
    guard let value = value(key, of: node), let name = value.text else { return nil }
    guard let names, names[name] == nil else { return name }
    note(
      .unknownReference(name, kind: names.kind, nearest: names.nearest(to: name)),
      at: value.position)
    return nil
  }

  /// A seat of which a document says nothing is proposed.
  private mutating func state(of node: SourceNode) -> SeatState? {
    guard isPlanFile || text("state", of: node) != nil else { return .proposed }
    guard let value = value("state", of: node), let name = value.text else { return nil }
    if let state = SeatState(rawValue: name) { return state }
    let choices = SeatState.allCases.map(\.rawValue)
    note(
      .notAChoice(name, choices: choices, nearest: Nearest.name(to: name, among: choices)),
      at: value.position)
    return nil
  }

  private mutating func checkSource(of node: SourceNode) {
    guard isPlanFile, let source = node.value(of: "source"), let name = source.text else { return }
    let choices = ["in-house", "partner"]
    guard choices.contains(name) else {
      note(
        .notAChoice(name, choices: choices, nearest: Nearest.name(to: name, among: choices)),
        at: source.position)
      return
    }
    let partner = node.value(of: "partner")
    if name == "partner", partner == nil { note(.missingKey("partner"), at: source.position) }
    if name == "in-house", let partner, !partner.isNull {
      note(.misplacedKey("partner", because: "the seat is in-house"), at: partner.position)
    }
  }

  private mutating func reason(_ node: SourceNode) -> PlannedSeats.Reason? {
    checkKeys(of: node, known: ["limit", "first", "value", "threshold"])
    guard let limit = text("limit", of: node) else {
      note(.missingKey("limit"), at: node.position)
      return nil
    }
    let first = month("first", of: node)
    let worst = number("value", of: node)
    let threshold = number("threshold", of: node)
    guard let first, let worst, let threshold else { return nil }
    return PlannedSeats.Reason(
      limit: limit, firstMonth: first, worstValue: worst, threshold: threshold)
  }

  // MARK: Replacements

  /// A seat that takes another's place must not stand beside it, nor two in one place: that would be
  /// one position counted twice.
  private mutating func checkReplacements(_ seats: [(node: SourceNode, record: SeatRecord)]) {
    let states = Dictionary(
      seats.map { ($0.record.id, $0.record.state) }, uniquingKeysWith: { first, _ in first })
    var taken = [String: String]()
    for (node, record) in seats where record.state != .cancelled {
      guard let replaced = record.replaces, let place = node.value(of: "replaces")?.position else {
        continue
      }
      let because: String? =
        if replaced == record.id {
          "a seat cannot replace itself"
        } else if let other = taken[replaced] {
          "'\(Printable.clipped(other))' replaces the same, which would count it twice"
        } else if let state = states[replaced], !state.isOver {
          "'\(Printable.clipped(replaced))' is still \(state.rawValue), which would count it twice; "
            + "cancel it first"
        } else {
          nil
        }
      taken[replaced] = record.id
      if let because { note(.misplacedKey("replaces", because: because), at: place) }
    }
  }
}
