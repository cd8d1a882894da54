import Organization

/// Understands exports of Opsgenie: alerts and the timeline of a schedule.
///
/// [Opsgenie API Reference, Alert and Schedule]
struct OpsgenieReader: OnCallRecordReader {
  mutating func read(
    _ record: SourceNode, _ shape: OnCallShape, of head: SourceNode, into book: inout OnCallBook
  ) {
    if shape == .opsgenieTimeline {
      readTimeline(record, &book)
    } else {
      readAlert(record, &book)
    }
  }

  // MARK: Alerts

  private func readAlert(_ record: SourceNode, _ book: inout OnCallBook) {
    let service =
      record.filledText("entity") ?? record.node("integration")?.filledText("name")
      ?? record.filledText("source")
    let subject = service ?? ""
    guard let id = record.filledText("id") else {
      return book.result.report(
        .badField("id", expected: "text"), on: subject, at: record.position)
    }
    if book.isLow(record.filledText("priority")) {
      return book.skip("page", subject, .lowUrgency, at: record.position)
    }
    guard let opened = book.opened("createdAt", of: record, on: subject) else { return }
    let team = record.items("responders").first { $0.filledText("type") == "team" }
    var page = ReceivedPage(
      id: id, source: .opsgenie, service: service,
      team: team?.filledText("name") ?? team?.filledText("id") ?? record.filledText("ownerTeamId"),
      opened: opened, at: record.position)
    page.root = record.filledText("alias")
    let report = record.node("report")
    let last = book.instant("updatedAt", of: record, on: subject)
    page.acknowledged = report.flatMap {
      elapsed("ackTime", of: $0, from: opened, to: last, subject, &book)
    }
    page.resolved = report.flatMap {
      elapsed("closeTime", of: $0, from: opened, to: last, subject, &book)
    }
    let closer = report?.filledText("closedBy")
    // Integrations close alerts under names that are no addresses.
    page.isAutoResolved =
      record.filledText("status") == "closed" && !(closer.map(isPerson) ?? false)
    page.responders = [report?.filledText("acknowledgedBy"), closer, record.filledText("owner")]
      .compactMap(\.self).filter(isPerson).compactMap { book.person($0) }
    book.assumeServices(of: .opsgenie, are: "their entity, or else their integration")
    book.add(page)
  }

  private func isPerson(_ name: String) -> Bool { name.contains("@") }

  /// The instant that a time since the opening means, in the unit of the map.
  private func elapsed(
    _ key: String, of report: SourceNode, from opened: Instant, to last: Instant?,
    _ subject: String, _ book: inout OnCallBook
  ) -> Instant? {
    guard let node = report.value(of: key), !node.isNull else { return nil }
    book.assumeElapsedUnit()
    guard let number = report.number(key) else {
      book.result.report(.badField(key, expected: "a number"), on: subject, at: node.position)
      return nil
    }
    let seconds = number / (book.map.elapsedInSeconds ? 1 : 1_000)
    // What is over cannot have taken longer than until the last change.
    let most = last.map { Double(max(0, $0 - opened)) + Self.slackSeconds } ?? Self.longestSeconds
    guard (0...min(most, Self.longestSeconds)).contains(seconds) else {
      book.result.report(.elapsedOutOfRange(field: key), on: subject, at: node.position)
      return nil
    }
    return opened + Int(seconds)
  }

  /// Clocks of one service may differ by so much.
  private static let slackSeconds = 60.0
  /// A year.
  private static let longestSeconds = 31_536_000.0

  // MARK: Timelines

  private func readTimeline(_ record: SourceNode, _ book: inout OnCallBook) {
    let schedule = record.node("_parent")?.filledText("name")
    for rotation in record.node("finalTimeline")?.items("rotations") ?? [] {
      let rota = schedule ?? rotation.filledText("name") ?? ""
      for period in rotation.items("periods") {
        let recipient = period.node("recipient")
        let isUser = recipient?.filledText("type")?.lowercased() == "user"
        book.addShift(
          period, from: "startDate", to: "endDate",
          person: isUser ? recipient.flatMap { book.person($0) } : nil, rota: rota)
      }
    }
  }
}
