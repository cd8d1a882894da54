import Organization

/// What a document of a pager holds, found from its own keys.
///
/// Exports say nowhere what they are; the keys that a tool gives its records do.
enum OnCallShape: Hashable {
  case pagerDutyIncidents, pagerDutyAnalytics, pagerDutyOnCalls, pagerDutySchedule
  case opsgenieAlerts, opsgenieTimeline
  case grafanaGroups, grafanaShifts
  case incidentIncidents, incidentEscalations, incidentSchedule
  case alertmanagerAlerts

  /// The tool that writes it.
  var kind: ImportKind {
    switch self {
    case .pagerDutyIncidents, .pagerDutyAnalytics, .pagerDutyOnCalls, .pagerDutySchedule:
      .pagerduty
    case .opsgenieAlerts, .opsgenieTimeline: .opsgenie
    case .grafanaGroups, .grafanaShifts: .grafanaOnCall
    case .incidentIncidents, .incidentEscalations, .incidentSchedule: .incidentIO
    case .alertmanagerAlerts: .alertmanager
    }
  }

  /// What a document is.
  ///
  /// - Parameter head: the document, with the first element of each list.
  /// - Returns: its shape and the keys that lead to the list of its records; `nil` for a document that no
  ///   pager writes.
  static func found(in head: SourceNode) -> (shape: OnCallShape, path: [String])? {
    if case .sequence(let items) = head.content {
      return items.first.flatMap(ofRecord).map { ($0, []) }
    }
    if head.has("oncalls") { return (.pagerDutyOnCalls, ["oncalls"]) }
    if let schedule = head.node("schedule"),
      schedule.has("final_schedule") || schedule.has("schedule_layers")
    {
      return (.pagerDutySchedule, ["schedule"])
    }
    if head.has("schedule_entries") { return (.incidentSchedule, ["schedule_entries"]) }
    if head.has("escalations") { return (.incidentEscalations, ["escalations"]) }
    if head.node("data", "finalTimeline") != nil { return (.opsgenieTimeline, ["data"]) }
    if head.has("alerts"), head.has("groupKey") || head.has("receiver") {
      return (.alertmanagerAlerts, ["alerts"])
    }
    for key in ["incidents", "data", "results", "alerts"] where head.has(key) {
      if let first = head.items(key).first { return ofRecord(first).map { ($0, [key]) } }
      return empty(head, key).map { ($0, [key]) }
    }
    // A line of a log may be a record by itself.
    return ofRecord(head).map { ($0, []) }
  }

  /// What a list without records would hold.
  private static func empty(_ head: SourceNode, _ key: String) -> OnCallShape? {
    switch key {
    case "incidents": head.has("pagination_meta") ? .incidentIncidents : .pagerDutyIncidents
    case "data": head.has("time_zone") ? .pagerDutyAnalytics : .opsgenieAlerts
    case "results": .grafanaGroups
    default: nil
    }
  }

  private static func ofRecord(_ record: SourceNode) -> OnCallShape? {
    if record.has("shift_start", "shift_end") { return .grafanaShifts }
    if record.has("alerts_count") || record.has("integration_id", "created_at") {
      return .grafanaGroups
    }
    if record.has("fingerprint", "startsAt") { return .alertmanagerAlerts }
    if record.has("escalation_level", "user") { return .pagerDutyOnCalls }
    if record.has("escalation_path_id") || record.has("events", "created_at") {
      return .incidentEscalations
    }
    if record.has("incident_status") { return .incidentIncidents }
    if record.has("service_name") || record.has("seconds_to_resolve") { return .pagerDutyAnalytics }
    if record.has("created_at"), record.has("service") || record.has("incident_number") {
      return .pagerDutyIncidents
    }
    if record.has("createdAt") { return .opsgenieAlerts }
    return nil
  }
}
