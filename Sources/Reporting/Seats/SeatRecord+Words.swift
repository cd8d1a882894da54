import Organization
import Planning

extension SeatRecord {
  /// Where whoever takes it comes from.
  var source: String { partner ?? "hire" }

  /// The seat as documents hold it.
  var json: JSONValue {
    [
      "id": .string(id), "team": .string(team), "level": .string(level),
      "source": .string(partner == nil ? "in-house" : "partner"), "partner": .optional(partner),
      "state": .string(state.rawValue), "replaces": .optional(replaces),
      "open": .string(open.description), "start": .optional(start?.description),
      "end": .optional(end?.description), "latest": .optional(latest?.description),
      "owner": .optional(owner), "cost": .optional(cost), "competency": .optional(competency),
      "reason": reason?.json ?? .null, "note": .optional(note),
    ]
  }
}

extension PlannedSeats.Reason {
  /// What breaks, when and how badly; of a limit that this version does not know only when.
  var sentence: String {
    guard let limit = Limit(rawValue: limit) else { return "\(limit) breaks from \(firstMonth)" }
    return limit.sentence(worst: worstValue, threshold: threshold, from: firstMonth)
  }

  var json: JSONValue {
    [
      "limit": .string(limit), "first": .string(firstMonth.description),
      "value": .number(worstValue), "threshold": .number(threshold),
    ]
  }
}

extension PlanDiff.Cause {
  /// Why, in a few words.
  var words: String {
    switch self {
    case .replaces(let seat): "takes the place of \(seat)"
    case .neededFor(let reason): "without it \(reason.sentence)"
    case .filled(let month): "somebody fills it" + (month.map { " since \($0)" } ?? "")
    case .cancelled: "it was cancelled"
    case .replaced(let seat): "\(seat) takes its place"
    case .noLongerNeededFor(let reason): "no longer needed: it was for \(reason.sentence)"
    case .needChanged(let before, let after): "\(after.sentence); before: \(before.sentence)"
    case .stateChanged(let before, let after): "it was \(before.rawValue), now \(after.rawValue)"
    case .note(let text): text
    case .unknown: ""
    }
  }
}
