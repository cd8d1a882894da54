import Organization
import Testing

@testable import Importing

@Suite struct OtherPagersTests {
  // MARK: Opsgenie

  static let alerts = """
    {"data": [
      {"id": "70-1", "tinyId": "17", "alias": "queue", "message": "Queue is long", "status": "closed",
       "createdAt": "2026-03-21T20:32:52.353Z", "updatedAt": "2026-03-21T20:40:00.301Z",
       "source": "probe", "owner": "kim@example.com", "priority": "P2",
       "responders": [{"id": "45-1", "type": "team"}],
       "integration": {"id": "46-1", "name": "orders", "type": "API"},
       "report": {"ackTime": 15702, "closeTime": 60503, "acknowledgedBy": "kim@example.com",
                  "closedBy": "robin@example.com"}},
      {"id": "70-2", "tinyId": "18", "status": "closed", "createdAt": "2026-03-22T20:32:52Z",
       "updatedAt": "2026-03-22T20:34:00Z", "priority": "P3", "entity": "mail",
       "responders": [{"id": "45-1", "type": "team"}],
       "report": {"ackTime": 30, "closeTime": 604800000, "closedBy": "Alert API"}},
      {"id": "70-3", "tinyId": "19", "status": "open", "createdAt": "2026-03-23T20:32:52Z",
       "priority": "P5", "integration": {"name": "orders"}, "responders": []}
    ], "took": 0.306, "requestId": "r"}
    """

  static let timeline = """
    {"data": {"_parent": {"id": "s", "name": "45-1"}, "startDate": "2026-03-16T00:00:00Z",
      "finalTimeline": {"rotations": [{"id": "r", "name": "Rota1", "order": 1, "periods": [
        {"startDate": "2026-03-16T08:00:00Z", "endDate": "2026-03-23T08:00:00Z", "type": "historical",
         "recipient": {"id": "u1", "type": "user", "name": "kim@example.com"}},
        {"startDate": "2026-03-23T08:00:00Z", "endDate": "2026-03-30T08:00:00Z", "type": "default",
         "recipient": {"id": "u2", "type": "user", "name": "robin@example.com"}},
        {"startDate": "2026-03-30T08:00:00Z", "endDate": "2026-04-06T08:00:00Z", "type": "default",
         "recipient": {"type": "none"}}]}]}}, "took": 0.1}
    """

  @Test func opsgenieTellsElapsedTimes() throws {
    let records = try OnCallExample.records(["a.json": Self.alerts, "b.json": Self.timeline])
    #expect(records.pages.map(\.service) == ["orders", "mail", "orders"])
    #expect(records.pages.map(\.team) == ["45-1", "45-1", nil])
    let first = try #require(records.pages.first)
    #expect(first.acknowledged == first.opened + 15)
    #expect(first.resolved == first.opened + 60)
    // The second would have been closed a week after it was last changed.
    #expect(OnCallExample.codes(records) == ["C0571"])
    #expect(records.pages[1].resolved == nil)
    #expect(records.pages.map(\.isAutoResolved) == [false, true, false])
    #expect(records.shifts.count == 2)
    #expect(OnCallStudy(records).people == 2)
    let seconds = try OnCallExample.records(
      ["a.json": Self.alerts], map: "elapsed: s\nlow: [P5]")
    #expect(seconds.pages.count == 2)
    #expect(seconds.pages[1].acknowledged == seconds.pages[1].opened + 30)
    #expect(OnCallExample.codes(seconds) == ["C0571", "C0571", "C0571"])
  }

  // MARK: Grafana OnCall

  static let groups = """
    {"count": 2, "next": null, "results": [
      {"id": "I1", "integration_id": "CF1", "route_id": "R1", "team_id": "TG1", "alerts_count": 3,
       "state": "resolved", "created_at": "2026-05-19T12:37:01.430444Z",
       "resolved_at": "2026-05-19T13:37:01.429805Z", "acknowledged_at": "2026-05-19T12:40:01Z",
       "acknowledged_by": "UC1", "resolved_by": "UC1", "title": "Memory"},
      {"id": "I2", "integration_id": "CF1", "alerts_count": 1, "state": "new", "team_id": "TG1",
       "created_at": "2026-05-20T01:00:00Z", "resolved_at": null, "acknowledged_at": null,
       "acknowledged_by": null, "resolved_by": null,
       "labels": [{"key": {"name": "service_name"}, "value": {"name": "orders"}}]}
    ], "current_page_number": 1, "page_size": 50, "total_pages": 1}
    """

  static let shifts = """
    {"count": 2, "results": [
      {"user_pk": "UC1", "user_email": "kim@example.com", "user_username": "kim",
       "shift_start": "2026-05-18T09:00:00Z", "shift_end": "2026-05-20T09:00:00Z"},
      {"user_pk": "UC2", "user_email": "robin@example.com", "user_username": "robin",
       "shift_start": "2026-05-20T09:00:00Z", "shift_end": "2026-05-22T09:00:00Z"}]}
    """

  @Test func grafanaTellsGroupsAndShifts() throws {
    let records = try OnCallExample.records(["a.json": Self.groups, "web.json": Self.shifts])
    #expect(records.pages.map(\.service) == ["CF1", "orders"])
    #expect(records.pages.map(\.minutes) == [60, nil])
    #expect(records.shifts.map(\.rota) == ["web", "web"])
    #expect(records.shifts.first?.person == records.pages.first?.responders.first)
    #expect(records.result.findings.isEmpty)
    let study = OnCallStudy(
      try OnCallExample.records(
        ["a.json": Self.groups, "web.json": Self.shifts], map: "teams: {TG1: web}"))
    // Nobody took the second; whoever was on call got it.
    #expect(study.teams.map(\.name) == ["web"])
    #expect(study.teams.first?.interruptions.total == 2)
    #expect(study.unanswered == 0)
  }

  // MARK: incident.io

  static let incidents = """
    {"incidents": [
      {"id": "01A", "reference": "INC-1", "name": "Orders fail", "mode": "standard",
       "created_at": "2026-08-17T03:30:00.801578Z", "incident_status": {"category": "closed"},
       "custom_field_entries": [{"custom_field": {"id": "f", "name": "Affected services"},
         "values": [{"value_catalog_entry": {"id": "c", "name": "orders"}}]}],
       "incident_timestamp_values": [{"incident_timestamp": {"name": "Resolved at"},
         "value": {"value": "2026-08-17T04:30:00Z"}}]},
      {"id": "01B", "reference": "INC-2", "mode": "test", "created_at": "2026-08-18T13:28:57Z",
       "incident_status": {"category": "closed"}},
      {"id": "01C", "reference": "INC-3", "mode": "standard", "created_at": "2026-08-19T13:28:57Z",
       "incident_status": {"category": "declined"}},
      {"id": "01D", "reference": "INC-4", "mode": "standard", "created_at": "2026-08-20T13:28:57Z",
       "incident_status": {"category": "live"}}
    ], "pagination_meta": {"after": "01D", "page_size": 25}}
    """

  static let escalations = """
    {"escalations": [
      {"id": "E1", "title": "Orders fail", "status": "resolved", "priority": {"name": "P1"},
       "created_at": "2026-08-17T03:29:00Z", "escalation_path_id": "path-shop", "events": [
         {"event": "triggered", "occurred_at": "2026-08-17T03:29:00Z", "users": [], "channels": []},
         {"event": "notified_users", "occurred_at": "2026-08-17T03:29:10Z", "urgency": "high",
          "users": [{"id": "U1", "name": "Kim Berg", "email": "kim@example.com"}]},
         {"event": "acked", "occurred_at": "2026-08-17T03:31:00Z", "users": []}],
       "related_alerts": [], "related_incidents": [{"id": "01A", "reference": "INC-1"}]},
      {"id": "E2", "status": "cancelled", "created_at": "2026-08-21T03:29:00Z",
       "escalation_path_id": "path-shop", "events": [
         {"event": "triggered", "occurred_at": "2026-08-21T03:29:00Z"}], "related_incidents": []}
    ], "pagination_meta": {"page_size": 25}}
    """

  static let schedule = """
    {"schedule_entries": {"final": [
      {"start_at": "2026-08-10T09:00:00Z", "end_at": "2026-08-17T09:00:00Z", "rotation_id": "r",
       "layer_id": "l", "user": {"id": "U1", "name": "Kim Berg", "email": "kim@example.com"}},
      {"start_at": "2026-08-17T09:00:00Z", "end_at": "2026-08-24T09:00:00Z", "rotation_id": "r",
       "layer_id": "l", "user": {"id": "U2", "name": "Robin Vale", "email": "robin@example.com"}}],
     "overrides": [], "scheduled": []}, "pagination_meta": {}}
    """

  @Test func anEscalationAndItsIncidentAreOnePage() throws {
    let both = try OnCallExample.records([
      "a.json": Self.incidents, "b.json": Self.escalations, "path-shop.json": Self.schedule,
    ])
    let page = try #require(both.pages.first)
    #expect(both.pages.count == 1)
    #expect(page.service == "orders")
    #expect(page.team == "path-shop")
    #expect(page.opened == OnCallExample.instant("2026-08-17T03:29:10Z"))
    #expect(page.resolved == OnCallExample.instant("2026-08-17T04:30:00Z"))
    #expect(page.responders.first == both.shifts.first?.person)
    let reasons = both.result.items.compactMap { item in
      if case .skipped(let reason) = item.outcome { reason } else { nil }
    }
    #expect(Set(reasons) == [.covered, .declared, .test, .withdrawn, .nobody])
    let alone = try OnCallExample.records(["a.json": Self.incidents])
    #expect(alone.pages.map(\.id) == ["01A", "01D"])
    #expect(alone.result.assumptions.contains(.allPage(kind: "incident.io")))
  }

  // MARK: Alertmanager

  static let webhooks = """
    {"version":"4","groupKey":"{}:{}","status":"firing","receiver":"shop","alerts":[{"status":"firing","labels":{"alertname":"Errors","service":"orders","severity":"page"},"annotations":{},"startsAt":"2026-03-02T03:14:07.123Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"b3f1"},{"status":"firing","labels":{"alertname":"Errors","service":"mail","severity":"page"},"startsAt":"2026-03-02T03:14:08Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"c4"}]}
    {"version":"4","groupKey":"{}:{}","status":"firing","receiver":"shop","alerts":[{"status":"firing","labels":{"alertname":"Errors","service":"orders","severity":"page"},"startsAt":"2026-03-02T03:14:07.123Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"b3f1"}]}
    {"version":"4","groupKey":"{}:{}","status":"resolved","receiver":"shop","alerts":[{"status":"resolved","labels":{"alertname":"Errors","service":"orders","severity":"page"},"startsAt":"2026-03-02T03:14:07.123Z","endsAt":"2026-03-02T03:44:07.5Z","fingerprint":"b3f1"}]}
    {"version":"4","groupKey":"{}:{}","status":"firing","receiver":"shop","alerts":[{"status":"firing","labels":{"alertname":"Errors","service":"orders","severity":"page"},"startsAt":"2026-03-05T03:14:07Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"b3f1"}]}

    """

  @Test func alertmanagerTellsOfOneAlertAgainAndAgain() throws {
    let records = try OnCallExample.records(["a.jsonl": Self.webhooks])
    #expect(records.pages.map(\.service) == ["orders", "mail", "orders"])
    #expect(records.pages.map(\.minutes) == [30, nil, nil])
    #expect(records.pages.map(\.team) == ["shop", "shop", "shop"])
    #expect(records.result.findings.isEmpty)
    // Nobody is named, and two within a second of each other are one interruption.
    let study = OnCallStudy(records)
    #expect(study.merged == 1)
    #expect(study.unanswered == 3)
  }

  @Test func aBrokenLineHidesNoOther() throws {
    let lines = Self.webhooks.split(separator: "\n")
    let text = [lines[0], lines[1].prefix(80), lines[3]].joined(separator: "\n")
    let records = try OnCallExample.records(["a.jsonl": text])
    #expect(records.result.broken.map(\.position?.line) == [3])
    #expect(records.pages.count == 3)
    let separate = try OnCallExample.records([
      "a.jsonl": [lines[0], "{\"a\": 1,}", lines[3]].joined(separator: "\n")
    ])
    #expect(separate.result.broken.map(\.position?.line) == [2])
    #expect(separate.pages.count == 3)
  }

  // MARK: All

  @Test func exportsOfOtherToolsAreLeftOut() throws {
    let records = try OnCallExample.records(
      [
        "a.json": Self.groups, "b.json": "{\"some\": [1]}",
        "c.ics": "BEGIN:VCALENDAR\nEND:VCALENDAR",
      ],
      kind: .pagerduty)
    #expect(OnCallExample.codes(records) == ["C0569", "C0570", "C0569"])
    #expect(records.pages.isEmpty)
    let strange = try OnCallExample.records(["a.csv": "a,b\n1,2\n", "b.json": "  \n"])
    #expect(strange.result.broken.map(\.problem.code) == ["C0409", "C0409"])
  }
}
