import Organization

extension OnCallBook {
  private mutating func assume(_ assumption: ImportAssumption) {
    if !result.assumptions.contains(assumption) { result.assumptions.append(assumption) }
  }

  /// What a tool that has no services names in their place.
  mutating func assumeServices(of kind: ImportKind, are words: String) {
    assume(.servicesAre(kind: kind.name, words))
  }

  /// A tool that does not say what paged: all of it counts.
  mutating func assumeAllPage(_ kind: ImportKind) { assume(.allPage(kind: kind.name)) }

  /// A rota that its export does not name.
  mutating func assumeRotaOfFile(_ name: String) { assume(.rotaOfFile(name)) }

  mutating func assumeElapsedUnit() {
    if !map.saysElapsedUnit { assume(.elapsedMilliseconds) }
  }

  /// Times that are written without a zone, in a file that names none.
  mutating func assumeUTC(of file: String) { assume(.zonelessTimes(file: file)) }
}

extension OnCallBook {
  /// The clock of times that name no zone: that of the map, or else UTC, which is told.
  mutating func homeClock(for file: String) -> ZoneClock {
    if let clock = map.zone.flatMap({ ZoneClock(named: $0) }) { return clock }
    assumeUTC(of: file)
    return .utc
  }
}
