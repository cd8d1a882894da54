import Organization

/// Understands logs of what Prometheus Alertmanager sends to a webhook, and its list of alerts.
///
/// It tells of one alert again and again; what has the same fingerprint and beginning is one. It knows
/// nobody: who answered comes from a rota. [Alertmanager, webhook_config and API v2]
struct AlertmanagerReader: OnCallRecordReader {
  private var pages: [String: ReceivedPage] = [:]

  mutating func read(
    _ record: SourceNode, _ shape: OnCallShape, of head: SourceNode, into book: inout OnCallBook
  ) {
    let labels = record.node("labels")
    let service = ["service", "app", "job"].lazy.compactMap { labels?.filledText($0) }.first
    let subject = service ?? labels?.filledText("alertname") ?? ""
    guard let fingerprint = record.filledText("fingerprint") else {
      return book.result.report(
        .badField("fingerprint", expected: "text"), on: subject, at: record.position)
    }
    if book.isLow(labels?.filledText("severity")) {
      return book.skip("page", subject, .lowUrgency, at: record.position)
    }
    guard let opened = book.opened("startsAt", of: record, on: subject) else { return }
    let status = record.node("status")
    if let state = status?.filledText("state"), state == "suppressed" {
      return book.skip("page", subject, .silenced, at: record.position)
    }
    let receivers = record.items("receivers").first?.filledText("name")
    var page = ReceivedPage(
      id: "\(fingerprint) \(opened.seconds)", source: .alertmanager, service: service,
      team: labels?.filledText("team") ?? head.filledText("receiver") ?? receivers,
      opened: opened, at: record.position)
    // What goes on has an end in the year 1.
    if status?.text == "resolved", record.filledText("endsAt")?.hasPrefix("0001-") == false {
      page.resolved = book.instant("endsAt", of: record, on: subject)
    }
    page.isAutoResolved = page.resolved != nil
    page.root = head.filledText("groupKey") ?? fingerprint
    book.assumeAllPage(.alertmanager)
    book.assumeServices(of: .alertmanager, are: "their label `service`, `app` or `job`")
    if let first = pages[page.id] {
      pages[page.id]?.resolved = first.resolved ?? page.resolved
      pages[page.id]?.isAutoResolved = first.isAutoResolved || page.isAutoResolved
      book.skip("notification", subject, .repeated, at: record.position)
    } else {
      pages[page.id] = page
    }
  }

  mutating func finish(into book: inout OnCallBook) {
    let sorted = pages.values.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
    for page in sorted { book.add(page) }
  }
}
