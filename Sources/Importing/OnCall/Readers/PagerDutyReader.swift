import Organization

/// Understands exports of PagerDuty: incidents, analytics, who is on call, schedules.
///
/// [PagerDuty API Reference, REST API and Analytics]
struct PagerDutyReader: OnCallRecordReader {
  mutating func read(
    _ record: SourceNode, _ shape: OnCallShape, of head: SourceNode, into book: inout OnCallBook
  ) {
    switch shape {
    case .pagerDutyOnCalls: readOnCall(record, &book)
    case .pagerDutySchedule: readSchedule(record, &book)
    case .pagerDutyAnalytics: readAnalytics(record, of: head, &book)
    default: readIncident(record, &book)
    }
  }

  // MARK: Incidents

  /// An incident of `GET /incidents`; its times end in `Z`.
  private func readIncident(_ record: SourceNode, _ book: inout OnCallBook) {
    let service = record.node("service")?.filledText("summary")
    let team =
      record.items("teams").first?.filledText("summary")
      ?? record.node("escalation_policy")?.filledText("summary")
    guard var page = page(record, service: service, team: team, clock: nil, &book) else { return }
    page.resolved = book.instant("resolved_at", of: record, on: service ?? "")
    let taken = record.items("acknowledgements")
    page.acknowledged = taken.first.flatMap { book.instant("at", of: $0, on: service ?? "") }
    var people = record.items("assignments").compactMap { $0.node("assignee") }
    people += taken.compactMap { $0.node("acknowledger") }
    if let last = record.node("last_status_change_by") {
      // Resolved incidents forget whom they paged; whoever ended it was there.
      if last.filledText("type")?.hasPrefix("user") ?? false {
        people.append(last)
      } else if record.filledText("status") == "resolved" {
        page.isAutoResolved = true
      }
    }
    page.responders = people.compactMap { book.person($0) }
    book.add(page)
  }

  /// An incident of `POST /analytics/raw/incidents`; its times have no zone, which is said once for all.
  private func readAnalytics(
    _ record: SourceNode, of head: SourceNode, _ book: inout OnCallBook
  ) {
    let service = record.filledText("service_name")
    let zone = head.value(of: "time_zone")
    let clock =
      zone.flatMap {
        $0.filledText == nil
          ? nil : book.clock($0.filledText, on: service ?? "", at: $0.position)
      } ?? .utc
    let team = record.filledText("team_name") ?? record.filledText("escalation_policy_name")
    guard var page = page(record, service: service, team: team, clock: clock, &book) else {
      return
    }
    page.resolved = book.instant("resolved_at", of: record, on: service ?? "", clock: clock)
    page.acknowledged = record.number("seconds_to_first_ack").flatMap {
      (0...Self.longestSeconds).contains($0) ? page.opened + Int($0) : nil
    }
    page.isAutoResolved = record.flag("auto_resolved") ?? false
    page.responders = people(
      record, [("acknowledged_user_ids", "acknowledged_user_names")], &book)
    if page.responders.isEmpty {
      page.responders = people(record, [("assigned_user_ids", "assigned_user_names")], &book)
    }
    book.add(page)
  }

  /// A year: whatever takes longer is no answer to a page.
  private static let longestSeconds = 31_536_000.0

  /// What both kinds of incident have; `nil` for what is no page.
  private func page(
    _ record: SourceNode, service: String?, team: String?, clock: ZoneClock?,
    _ book: inout OnCallBook
  ) -> ReceivedPage? {
    let subject = service ?? ""
    guard let id = record.filledText("id") else {
      book.result.report(.badField("id", expected: "text"), on: subject, at: record.position)
      return nil
    }
    let urgency = record.filledText("urgency") ?? "high"
    if book.isLow(urgency) || book.isLow(priority(of: record)) {
      book.skip("page", subject, .lowUrgency, at: record.position)
      return nil
    }
    guard let opened = book.opened("created_at", of: record, on: subject, clock: clock) else {
      return nil
    }
    var page = ReceivedPage(
      id: id, source: .pagerduty, service: service, team: team, opened: opened,
      at: record.position)
    page.root = record.filledText("incident_key")
    return page
  }

  private func priority(of record: SourceNode) -> String? {
    record.filledText("priority_name") ?? record.node("priority")?.filledText("summary")
  }

  /// People of lists of ids and of names that belong together.
  private func people(
    _ record: SourceNode, _ keys: [(ids: String, names: String)], _ book: inout OnCallBook
  ) -> [OnCallPerson] {
    keys.flatMap { key in
      let names = record.items(key.names)
      return record.items(key.ids).enumerated().compactMap { place, id in
        book.person(
          id: id.filledText, names.indices.contains(place) ? names[place].filledText : nil)
      }
    }
  }

  // MARK: Shifts

  /// An entry of `GET /oncalls`.
  private func readOnCall(_ record: SourceNode, _ book: inout OnCallBook) {
    let rota =
      record.node("schedule")?.filledText("summary")
      ?? record.node("escalation_policy")?.filledText("summary") ?? ""
    // Whoever is always on call has no shifts.
    if record.node("start") == nil, record.node("end") == nil {
      return book.skip("shift", rota, .always, at: record.position)
    }
    let level = record.number("escalation_level").flatMap { (1...9).contains($0) ? Int($0) : nil }
    book.addShift(
      record, person: record.node("user").flatMap { book.person($0) }, layer: level, rota: rota)
  }

  /// A schedule of `GET /schedules/{id}`, whose shifts are those that came of all layers.
  private func readSchedule(_ record: SourceNode, _ book: inout OnCallBook) {
    let rota = record.filledText("name") ?? record.filledText("summary") ?? ""
    let zone = record.value(of: "time_zone")
    let clock = zone.flatMap { book.clock($0.filledText, on: rota, at: $0.position) }
    let entries = record.node("final_schedule")?.items("rendered_schedule_entries") ?? []
    if entries.isEmpty {
      book.skip("schedule", rota, .noShifts, at: record.position)
    }
    for entry in entries {
      book.addShift(
        entry, person: entry.node("user").flatMap { book.person($0) }, rota: rota,
        zone: clock?.name)
    }
  }
}
