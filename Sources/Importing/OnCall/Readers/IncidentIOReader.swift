import Organization

/// Understands exports of incident.io: incidents, escalations and entries of schedules.
///
/// An escalation pages people; an incident may come of one, or be declared by somebody. Where both are
/// given, the escalations are the pages, so that none counts twice. [incident.io API Reference, V2]
struct IncidentIOReader: OnCallRecordReader {
  private var incidents: [Incident] = []
  private var escalations: [Escalation] = []

  private struct Incident {
    var id: String
    var service: String?
    var opened: Instant
    var resolved: Instant?
    var position: SourcePosition
  }

  private struct Escalation {
    var page: ReceivedPage
    var incidents: [String]
  }

  mutating func read(
    _ record: SourceNode, _ shape: OnCallShape, of head: SourceNode, into book: inout OnCallBook
  ) {
    switch shape {
    case .incidentEscalations: readEscalation(record, &book)
    case .incidentSchedule: readSchedule(record, &book)
    default: readIncident(record, &book)
    }
  }

  // MARK: Incidents

  private static let unreal: Set<String> = ["test", "tutorial"]
  private static let withdrawn: Set<String> = ["declined", "merged", "canceled", "cancelled"]

  private mutating func readIncident(_ record: SourceNode, _ book: inout OnCallBook) {
    let service = service(of: record)
    let subject = service ?? ""
    guard let id = record.filledText("id") else {
      return book.result.report(
        .badField("id", expected: "text"), on: subject, at: record.position)
    }
    if let mode = record.filledText("mode"), Self.unreal.contains(mode) {
      return book.skip("incident", subject, .test, at: record.position)
    }
    let status = record.node("incident_status")?.filledText("category") ?? ""
    if Self.withdrawn.contains(status) {
      return book.skip("incident", subject, .withdrawn, at: record.position)
    }
    guard let opened = book.opened("created_at", of: record, on: subject) else { return }
    incidents.append(
      Incident(
        id: id, service: service, opened: opened, resolved: end(of: record, subject, &book),
        position: record.position))
  }

  /// The value of the first custom field whose name says that it holds services.
  private func service(of record: SourceNode) -> String? {
    for entry in record.items("custom_field_entries") {
      let name = entry.node("custom_field")?.filledText("name")?.lowercased() ?? ""
      guard name.contains("service") else { continue }
      for value in entry.items("values") {
        let text =
          value.node("value_catalog_entry")?.filledText("name")
          ?? value.node("value_option")?.filledText("value") ?? value.filledText("value_text")
        if let text { return text }
      }
    }
    return nil
  }

  private func end(
    of record: SourceNode, _ subject: String, _ book: inout OnCallBook
  ) -> Instant? {
    for stamp in record.items("incident_timestamp_values") {
      let name = stamp.node("incident_timestamp")?.filledText("name")?.lowercased() ?? ""
      guard name.contains("resolved") || name.contains("fixed") || name.contains("closed"),
        let value = stamp.node("value")
      else { continue }
      return book.instant("value", of: value, on: subject)
    }
    return nil
  }

  // MARK: Escalations

  private mutating func readEscalation(_ record: SourceNode, _ book: inout OnCallBook) {
    let team = record.filledText("escalation_path_id")
    let subject = team ?? ""
    guard let id = record.filledText("id") else {
      return book.result.report(
        .badField("id", expected: "text"), on: subject, at: record.position)
    }
    let events = record.items("events")
    let paged = events.filter { $0.filledText("event") == "notified_users" }
    guard let first = paged.first else {
      return book.skip("escalation", subject, .nobody, at: record.position)
    }
    let isLow = paged.allSatisfy { book.isLow($0.filledText("urgency")) }
    if isLow || book.isLow(record.node("priority")?.filledText("name")) {
      return book.skip("page", subject, .lowUrgency, at: record.position)
    }
    guard let opened = book.opened("occurred_at", of: first, on: subject) else { return }
    var page = ReceivedPage(
      id: id, source: .incidentIO, service: nil, team: team, opened: opened, at: record.position)
    page.responders = paged.flatMap { $0.items("users") }.compactMap { book.person($0) }
    page.acknowledged = instant(of: "acked", events, subject, &book)
    page.resolved = instant(of: "resolved", events, subject, &book)
    let related = record.items("related_incidents").compactMap { $0.filledText("id") }
    page.root = related.first
    escalations.append(Escalation(page: page, incidents: related))
  }

  private func instant(
    of event: String, _ events: [SourceNode], _ subject: String, _ book: inout OnCallBook
  ) -> Instant? {
    events.first { $0.filledText("event") == event }.flatMap {
      book.instant("occurred_at", of: $0, on: subject)
    }
  }

  // MARK: Schedules

  private func readSchedule(_ record: SourceNode, _ book: inout OnCallBook) {
    let stem = FilePath.stem(of: record.position.file)
    for entry in record.items("final") {
      let rota = entry.filledText("schedule_id") ?? stem
      if rota == stem { book.assumeRotaOfFile(rota) }
      book.addShift(
        entry, from: "start_at", to: "end_at",
        person: entry.node("user").flatMap { book.person($0) }, rota: rota)
    }
  }

  // MARK: Together

  mutating func finish(into book: inout OnCallBook) {
    let byID = Dictionary(incidents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for escalation in escalations {
      var page = escalation.page
      let incident = escalation.incidents.lazy.compactMap { byID[$0] }.first
      page.service = incident?.service
      page.resolved = page.resolved ?? incident?.resolved
      book.add(page)
    }
    let paged = Set(escalations.flatMap(\.incidents))
    for incident in incidents {
      if paged.contains(incident.id) {
        book.skip("incident", incident.service ?? "", .covered, at: incident.position)
      } else if !escalations.isEmpty {
        book.skip("incident", incident.service ?? "", .declared, at: incident.position)
      } else {
        book.assumeAllPage(.incidentIO)
        var page = ReceivedPage(
          id: incident.id, source: .incidentIO, service: incident.service, team: nil,
          opened: incident.opened, at: incident.position)
        page.resolved = incident.resolved
        book.add(page)
      }
    }
  }
}
