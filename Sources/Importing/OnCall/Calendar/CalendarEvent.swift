import Organization

/// A shift, or a series of them, as a calendar has it.
struct CalendarEvent {
  var uid: String?
  var start: CalendarTime?
  var end: CalendarTime?
  /// Seconds, where a length stands in place of an end.
  var duration: Int?
  var rule: RecurrenceRule?
  var extra: [CalendarTime] = []
  var excluded: [CalendarTime] = []
  /// The time of the one event of a series that this one replaces.
  var replaces: CalendarTime?
  var isCancelled = false
  var summary = ""
  /// Names and addresses of whom it invites.
  var attendees: [(name: String?, address: String?)] = []
  var position: SourcePosition

  init(at position: SourcePosition) { self.position = position }

  /// Whom the words of an event put on call, and for what.
  struct Duty: Hashable {
    var people: [String]
    var rota: String?
    var layer: Int?
  }

  /// The people, rota and layer that the summary tells.
  ///
  /// Known are `On Call - PERSON - SCHEDULE` of PagerDuty, `TEAM ROLE shift: PERSON` of LinkedIn Oncall
  /// and `[L1] @user` of Grafana; of others the whole summary is a person.
  var duty: Duty {
    let parts = summary.split(separator: " - ").map { String($0).trimmedBlanks }
    if parts.count >= 2, Self.isOnCall(parts[0]) {
      let rota = parts.dropFirst(2).joined(separator: " - ")
      return Duty(people: [parts[1]], rota: rota.isEmpty ? nil : rota, layer: nil)
    }
    if let found = summary.firstRange(of: " shift: ") {
      var words = summary[..<found.lowerBound].split(separator: " ")
      let role = words.popLast().map { $0.lowercased() } ?? ""
      let rota = words.joined(separator: " ")
      let layer = role.hasPrefix("primary") ? 1 : role.hasPrefix("secondary") ? 2 : nil
      return Duty(
        people: [String(summary[found.upperBound...]).trimmedBlanks],
        rota: rota.isEmpty ? nil : rota, layer: layer)
    }
    var rest = summary[...]
    var layer: Int?
    if rest.hasPrefix("[L"), let close = rest.firstIndex(of: "]") {
      layer = Int(rest[rest.index(rest.startIndex, offsetBy: 2)..<close]).flatMap {
        (1...9).contains($0) ? $0 : nil
      }
      rest = rest[rest.index(after: close)...]
    }
    let names = rest.split { $0 == " " || $0 == "," }.filter { $0.hasPrefix("@") && $0.count > 1 }
    if !names.isEmpty {
      return Duty(people: names.map { String($0.dropFirst()) }, rota: nil, layer: layer)
    }
    let name = String(rest).trimmedBlanks
    return Duty(people: name.isEmpty ? [] : [name], rota: nil, layer: layer)
  }

  private static func isOnCall(_ text: String) -> Bool {
    ["on call", "on-call", "oncall"].contains(text.lowercased())
  }
}
