import Organization

/// Understands exports of Grafana OnCall: alert groups and final shifts.
///
/// [Grafana OnCall HTTP API, alert groups and schedules]
struct GrafanaReader: OnCallRecordReader {
  mutating func read(
    _ record: SourceNode, _ shape: OnCallShape, of head: SourceNode, into book: inout OnCallBook
  ) {
    if shape == .grafanaShifts {
      readShift(record, &book)
    } else {
      readGroup(record, &book)
    }
  }

  private func readGroup(_ record: SourceNode, _ book: inout OnCallBook) {
    let service = label(of: record) ?? record.filledText("integration_id")
    let subject = service ?? ""
    guard let id = record.filledText("id") else {
      return book.result.report(
        .badField("id", expected: "text"), on: subject, at: record.position)
    }
    guard let opened = book.opened("created_at", of: record, on: subject) else { return }
    var page = ReceivedPage(
      id: id, source: .grafanaOnCall, service: service, team: record.filledText("team_id"),
      opened: opened, at: record.position)
    page.acknowledged = book.instant("acknowledged_at", of: record, on: subject)
    page.resolved = book.instant("resolved_at", of: record, on: subject)
    let people = ["acknowledged_by", "resolved_by"].compactMap { record.filledText($0) }
    page.responders = people.compactMap { book.person(id: $0) }
    page.isAutoResolved = page.resolved != nil && record.filledText("resolved_by") == nil
    page.root = id
    book.assumeServices(of: .grafanaOnCall, are: "their label `service`, or else their integration")
    book.assumeAllPage(.grafanaOnCall)
    book.add(page)
  }

  /// The service that a group's labels name.
  private func label(of record: SourceNode) -> String? {
    let names = ["service_name", "service"]
    return record.items("labels").first { label in
      label.node("key")?.filledText("name").map { names.contains($0) } ?? false
    }?.node("value")?.filledText("name")
  }

  /// A shift of a schedule whose name the export does not say.
  private func readShift(_ record: SourceNode, _ book: inout OnCallBook) {
    let person = book.person(
      id: record.filledText("user_pk"), record.filledText("user_username"),
      record.filledText("user_email"))
    let rota = FilePath.stem(of: record.position.file)
    book.assumeRotaOfFile(rota)
    book.addShift(record, from: "shift_start", to: "shift_end", person: person, rota: rota)
  }
}
