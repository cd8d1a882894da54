package import Organization

/// One page, from whichever tool, in one form.
package struct ReceivedPage: Hashable, Sendable {
  /// As the tool has it.
  package var id: String
  /// The tool.
  package var source: ImportKind
  /// As the tool calls it; `nil` where it does not say.
  package var service: String?
  /// The team that answers, as the tool calls it; `nil` where it does not say.
  package var team: String?
  package var opened: Instant
  package var acknowledged: Instant?
  package var resolved: Instant?
  /// Numbers of the people who were paged or took it.
  package var responders: [OnCallPerson] = []
  /// Whether nobody had to end it.
  package var isAutoResolved = false
  /// What pages of one trouble have in common.
  package var root: String?
  package var position: SourcePosition

  init(
    id: String, source: ImportKind, service: String?, team: String?, opened: Instant,
    at position: SourcePosition
  ) {
    self.id = id
    self.source = source
    self.service = service
    self.team = team
    self.opened = opened
    self.position = position
  }

  /// Minutes until it ended; `nil` where that is not known.
  package var minutes: Double? {
    resolved.flatMap { $0 >= opened ? Double($0 - opened) / 60 : nil }
  }
}

/// A stretch of time in which somebody was on call.
package struct OnCallShift: Hashable, Sendable {
  package var person: OnCallPerson
  /// 1 is paged first; `nil` where the source does not say.
  package var layer: Int?
  /// The schedule, as the tool calls it.
  package var rota: String
  package var start: Instant
  package var end: Instant
  /// The zone that the schedule is kept in, where the source tells.
  var zone: String?
  package var position: SourcePosition

  init(
    _ person: OnCallPerson, layer: Int? = nil, rota: String, from start: Instant, to end: Instant,
    zone: String? = nil, at position: SourcePosition
  ) {
    self.person = person
    self.layer = layer
    self.rota = rota
    self.start = start
    self.end = end
    self.zone = zone
    self.position = position
  }

  package var hours: Double { Double(end - start) / Double(Instant.secondsPerHour) }
}
