import Organization
import Testing

@testable import Importing

@Suite struct PagerDutyTests {
  static let incidents = """
    {"incidents": [
      {"id": "PA1", "incident_number": 7, "title": "Queue is long", "status": "resolved",
       "created_at": "2026-03-02T02:14:07Z", "resolved_at": "2026-03-02T02:59:07Z", "urgency": "high",
       "service": {"id": "PS1", "type": "service_reference", "summary": "orders"},
       "assignments": [], "acknowledgements": [], "teams": [{"id": "PT1", "summary": "shop"}],
       "last_status_change_by": {"id": "PU1", "type": "user_reference", "summary": "Robin Vale"},
       "escalation_policy": {"id": "PE1", "summary": "Shop first"}, "priority": {"summary": "P2"}},
      {"id": "PA2", "incident_number": 8, "status": "resolved", "urgency": "low",
       "created_at": "2026-03-03T10:00:00Z", "resolved_at": "2026-03-03T10:05:00Z",
       "service": {"id": "PS1", "summary": "orders"}, "teams": []},
      {"id": "PA3", "incident_number": 9, "status": "triggered", "urgency": "high",
       "created_at": "2026-03-20T12:00:00Z", "service": {"id": "PS2", "summary": "mail"},
       "assignments": [{"at": "2026-03-20T12:00:00Z",
         "assignee": {"id": "PU2", "type": "user_reference", "summary": "Kim Berg"}}],
       "acknowledgements": [{"at": "2026-03-20T12:04:00Z",
         "acknowledger": {"id": "PU2", "type": "user_reference", "summary": "Kim Berg"}}],
       "teams": [], "escalation_policy": {"id": "PE1", "summary": "Shop first"}}
     ], "limit": 25, "offset": 0, "more": false}
    """

  static let analytics = """
    {"data": [
      {"id": "PB1", "incident_number": 31, "description": "Errors", "status": "resolved",
       "urgency": "high", "created_at": "2026-03-29T01:30:00", "resolved_at": "2026-03-29T03:30:00",
       "service_id": "PS1", "service_name": "orders", "team_id": null, "team_name": null,
       "escalation_policy_name": "Shop first", "acknowledged_user_ids": ["PU1"],
       "acknowledged_user_names": ["Robin Vale"], "assigned_user_ids": ["PU1", "PU2"],
       "assigned_user_names": ["Robin Vale", "Kim Berg"], "seconds_to_first_ack": 90,
       "seconds_to_resolve": 9999, "auto_resolved": true, "priority_name": null}
     ], "limit": 10, "more": false, "time_zone": "Europe/Berlin"}
    """

  static let table = """
    id,incident_number,description,service_id,service_name,escalation_policy_id,\
    escalation_policy_name,created_on,resolved_on,seconds_to_first_ack,auto_resolved,\
    acknowledged_by_user_ids,acknowledged_by_user_names,assigned_to_user_ids,\
    assigned_to_user_names,urgency\r
    PC1,40,"Disk, full",PS1,orders,PE1,Shop first,2026-02-01T09:02:21-08:00,\
    2026-02-01T09:32:21-08:00,65,f,"PU1,PU2","Robin Vale,Kim Berg",PU1,Robin Vale,high

    PC2,41,Disk,PS1,orders,PE1,Shop first,2026-02-02T09:02:21-08:00,,,f,,,PU2,Kim Berg,low\r

    """

  static let onCalls = """
    {"oncalls": [
      {"user": {"id": "PU1", "summary": "Robin Vale"}, "schedule": {"id": "PD1", "summary": "shop"},
       "escalation_policy": {"id": "PE1", "summary": "Shop first"}, "escalation_level": 1,
       "start": "2026-03-02T09:00:00+01:00", "end": "2026-03-09T09:00:00+01:00"},
      {"user": {"id": "PU2", "summary": "Kim Berg"}, "schedule": {"id": "PD2", "summary": "shop"},
       "escalation_level": 2,
       "start": "2026-03-02T09:00:00+01:00", "end": "2026-03-09T09:00:00+01:00"},
      {"user": {"id": "PU3", "summary": "Lou Reed"}, "schedule": null,
       "escalation_policy": {"id": "PE1", "summary": "Shop first"}, "escalation_level": 3,
       "start": null, "end": null}
    ]}
    """

  static let schedule = """
    {"schedule": {"id": "PD1", "name": "shop", "time_zone": "Europe/Berlin", "final_schedule":
      {"rendered_schedule_entries": [
        {"start": "2026-03-23T09:00:00+01:00", "end": "2026-03-30T09:00:00+02:00",
         "user": {"id": "PU1", "summary": "Robin Vale"}},
        {"start": "2026-03-30T09:00:00+02:00", "end": "2026-04-06T09:00:00+02:00",
         "user": {"id": "PU2", "summary": "Kim Berg"}}]}}}
    """

  @Test func incidentsOfHighUrgencyArePages() throws {
    let records = try OnCallExample.records(["a.json": Self.incidents])
    #expect(records.pages.map(\.id) == ["PA1", "PA3"])
    #expect(records.pages.map(\.service) == ["orders", "mail"])
    #expect(records.pages.map(\.team) == ["shop", "Shop first"])
    #expect(records.pages.map(\.minutes) == [45, nil])
    #expect(records.pages.map(\.responders.count) == [1, 1])
    #expect(records.pages.last?.acknowledged == OnCallExample.instant("2026-03-20T12:04:00Z"))
    #expect(records.result.items.contains { $0.outcome == .skipped(.lowUrgency) })
    #expect(!"\(records)".contains("Vale") || !"\(records.result)".contains("Vale"))
  }

  /// Their times have no zone; it stands once, behind them.
  @Test func timesOfAnalyticsAreOfTheZoneOnTop() throws {
    let records = try OnCallExample.records(["a.json": Self.analytics])
    let page = try #require(records.pages.first)
    #expect(page.opened == OnCallExample.instant("2026-03-29T00:30:00Z"))
    #expect(page.resolved == OnCallExample.instant("2026-03-29T01:30:00Z"))
    #expect(page.acknowledged == page.opened + 90)
    #expect(page.isAutoResolved)
    #expect(page.responders.count == 1)
    let wrong = try OnCallExample.records([
      "a.json": Self.analytics.replacing("Europe/Berlin", with: "Europe/Bärlin")
    ])
    #expect(OnCallExample.codes(wrong) == ["C0562"])
    #expect(wrong.pages.first?.opened == OnCallExample.instant("2026-03-29T01:30:00Z"))
  }

  @Test func theTableOfOldIsRead() throws {
    let records = try OnCallExample.records(["a.csv": Self.table])
    let page = try #require(records.pages.first)
    #expect(records.pages.count == 1)
    #expect(page.opened == OnCallExample.instant("2026-02-01T17:02:21Z"))
    #expect(page.minutes == 30)
    #expect(page.responders.count == 2)
    #expect(page.position.line == 2)
    #expect(records.result.broken.isEmpty)
    let short = try OnCallExample.records(["a.csv": "incident_number,id\n1,2\n"])
    #expect(short.result.broken.map(\.problem.code) == ["C0401", "C0401"])
  }

  @Test func shiftsHaveLayersAndPeopleOfOneIDAreOne() throws {
    let records = try OnCallExample.records([
      "a.json": Self.onCalls, "b.json": Self.schedule, "c.json": Self.incidents,
    ])
    #expect(records.shifts.map(\.layer) == [1, 2, nil, nil])
    #expect(records.shifts.map(\.hours) == [168, 168, 167, 168])
    #expect(Set(records.shifts.map(\.person)).count == 2)
    #expect(records.result.items.contains { $0.outcome == .skipped(.always) })
    #expect(OnCallStudy(records).people == 2)
  }

  @Test func namesThatDifferInCapitalsAreOne() throws {
    let records = try OnCallExample.records([
      "a.json": Self.incidents,
      "b.json": Self.onCalls.replacing("\"shop\"", with: "\"SHOP\""),
      "c.json": Self.incidents.replacing("PA1", with: "PB1").replacing("orders", with: "Orders"),
    ])
    #expect(Set(records.shifts.map(\.rota)).isDisjoint(with: ["SHOP"]))
    #expect(Set(records.pages.compactMap(\.service)).isDisjoint(with: ["Orders"]))
  }

  @Test func twoExportsOfTheSameDaysCountOnce() throws {
    let records = try OnCallExample.records(["a.json": Self.incidents, "b.json": Self.incidents])
    #expect(records.pages.count == 2)
    #expect(OnCallExample.codes(records) == ["C0563", "C0563"])
  }

  @Test func whatMakesNoSenseIsTold() throws {
    let records = try OnCallExample.records([
      "a.json": """
      {"incidents": [
       {"id": "1", "service": {"summary": "x"}, "created_at": "2026-03-02T02:00:00Z",
        "resolved_at": "2026-03-01T02:00:00Z"},
       {"id": "2", "service": {"summary": "x"}, "created_at": "2036-03-02T02:00:00Z"},
       {"id": "3", "service": {"summary": "x"}, "created_at": "yesterday"},
       {"id": "4", "service": {"summary": "x"}, "created_at": "99999-03-02T02:00:00Z"},
       {"service": {"summary": "x"}, "created_at": "2026-03-02T02:00:00Z"},
       {"id": "6", "service": {"summary": "x"}, "created_at": {"a": []}},
       7]}
      """
    ])
    #expect(
      OnCallExample.codes(records) == ["C0565", "C0564", "C0561", "C0561", "C0519", "C0561"])
    #expect(records.pages.map(\.id) == ["1"])
    #expect(records.pages.first?.resolved == nil)
  }
}
