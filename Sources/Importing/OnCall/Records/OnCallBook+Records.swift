import Organization

extension OnCallBook {
  /// The person that `{id, summary}` and the like refer to.
  mutating func person(_ reference: SourceNode) -> OnCallPerson? {
    person(
      id: reference.filledText("id"), reference.filledText("summary"),
      reference.filledText("name"), reference.filledText("email"))
  }

  /// Whether a map says that an urgency, priority or severity pages nobody; `low` never does.
  func isLow(_ word: String?) -> Bool {
    guard let word = word?.lowercased() else { return false }
    return map.low.isEmpty ? word == "low" : map.low.contains(word)
  }

  /// The instant that a page was opened; what has none is skipped, with a finding.
  mutating func opened(
    _ key: String, of record: SourceNode, on subject: String, clock: ZoneClock? = nil
  ) -> Instant? {
    let before = result.findings.count
    if let opened = instant(key, of: record, on: subject, clock: clock) { return opened }
    if result.findings.count == before {
      result.report(.badInstant(field: key), on: subject, at: record.position)
    }
    skip("page", subject, .unusable, at: record.position)
    return nil
  }

  /// Takes a shift whose ends stand under two keys.
  mutating func addShift(
    _ record: SourceNode, from start: String = "start", to end: String = "end",
    person: OnCallPerson?, layer: Int? = nil, rota: String, zone: String? = nil,
    clock: ZoneClock? = nil
  ) {
    guard let person else { return skip("shift", rota, .nobody, at: record.position) }
    let before = result.findings.count
    let from = instant(start, of: record, on: rota, clock: clock)
    let to = instant(end, of: record, on: rota, clock: clock)
    guard let from, let to else {
      if result.findings.count == before {
        result.report(
          .badInstant(field: from == nil ? start : end), on: rota, at: record.position)
      }
      return skip("shift", rota, .unusable, at: record.position)
    }
    add(
      OnCallShift(
        person, layer: layer, rota: rota, from: from, to: to, zone: zone, at: record.position))
  }
}
