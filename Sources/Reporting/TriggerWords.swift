import Organization
import Planning
import Simulation

/// What waits until traffic shows which scenario it is, in words.
struct TriggerWords {
  let organization: Organization
  /// Names of the scenarios.
  let scenarios: [String]

  /// What is decided later than in a year will be planned anew by then.
  private static let shownMonths = 12

  func blocks(_ triggers: [Trigger]) -> [Page.Block] {
    guard !triggers.isEmpty else {
      return [.subheading("Decide later: nothing but backfills in any scenario")]
    }
    let near = triggers.filter { $0.month < Self.shownMonths }
    let decisions: Page.Block =
      near.isEmpty
      ? .paragraph("nothing but backfills within a year")
      : .fields(
        near.map { trigger in
          (month(trigger.month), "\(sign(of: trigger)): \(actions(of: trigger))")
        })
    let notes = [legend(of: near), rest(triggers.count - near.count)].compactMap(\.self)
    return [.subheading("Decide later, at the beginning of each quarter"), decisions]
      + (notes.isEmpty ? [] : [.note(notes.joined(separator: "; "))])
  }

  private func legend(of triggers: [Trigger]) -> String? {
    guard triggers.contains(where: { !$0.conditions.isEmpty }) else { return nil }
    return
      "signs: mean of the three months that end there, relative to today's; in brackets for which "
      + "scenarios, and in how many of the courses that traffic may take in them, and in the others, "
      + "it shows"
      + (triggers.contains(where: \.isWeak)
        ? "; weak: these are less than half apart, so that it says little" : "")
  }

  private func rest(_ count: Int) -> String? {
    count > 0
      ? "\(NumberText.count(count, "decision", "decisions")) from \(month(Self.shownMonths)) on: see "
        + "--format json" : nil
  }

  private func month(_ index: Int) -> String { (organization.start + index).description }

  private func sign(of trigger: Trigger) -> String {
    let names = trigger.scenarios.map { scenarios[$0] }.joined(separator: ", ")
    if trigger.scenarios.count == scenarios.count { return "whatever happens" }
    if trigger.isCertain { return "whatever happens, where it is not done yet" }
    if let isFrozen = trigger.isFrozen {
      return "\(isFrozen ? "if" : "unless") a hiring freeze has begun by then (\(names))"
    }
    guard !trigger.conditions.isEmpty else {
      return "if something else shows \(names), which traffic does not by then"
    }
    let last = month(trigger.observed.upperBound - 1)
    let words =
      "if " + trigger.conditions.map(self.words).joined(separator: " and ") + " by \(last)"
    guard let fires = trigger.fires, let falsely = trigger.firesFalsely else {
      return "\(words) (\(names))"
    }
    return "\(words) (\(names): \(NumberText.percent(fires)), others: "
      + "\(NumberText.percent(falsely))\(trigger.isWeak ? ", weak" : ""))"
  }

  private func words(_ condition: Trigger.Condition) -> String {
    let driver = organization.drivers[condition.driver].id
    func times(_ value: Double) -> String { "x" + NumberText.plain(value) }
    switch (condition.above, condition.below) {
    case (let above?, let below?):
      return "\(driver) between \(times(above)) and \(times(below))"
    case (let above?, nil): return "\(driver) above \(times(above))"
    case (nil, let below?): return "\(driver) below \(times(below))"
    case (nil, nil): return driver
    }
  }

  private func actions(of trigger: Trigger) -> String {
    let kinds: [(Trigger.Action.Kind, String)] = [
      (.open, "open "), (.end, "give notice to "),
    ]
    return kinds.compactMap { kind, words -> String? in
      let own = trigger.actions.filter { $0.kind == kind }
      guard !own.isEmpty else { return nil }
      return words
        + own.map {
          "\($0.count) \(organization.teams[$0.team].id) \(organization.levels[$0.level].id) "
            + "(\(organization.name(of: $0.source)))"
        }.joined(separator: ", ")
    }.joined(separator: "; ")
  }
}

extension TriggerWords {
  /// The trigger for programs.
  func json(_ trigger: Trigger) -> JSONValue {
    [
      "month": .string(month(trigger.month)),
      "observed": [
        .string(month(trigger.observed.lowerBound)),
        .string(month(trigger.observed.upperBound - 1)),
      ],
      "scenarios": .array(trigger.scenarios.map { .string(scenarios[$0]) }),
      "isCertain": .bool(trigger.isCertain),
      "isFrozen": trigger.isFrozen.map { .bool($0) } ?? .null,
      "conditions": .array(
        trigger.conditions.map {
          [
            "driver": .string(organization.drivers[$0.driver].id), "above": .optional($0.above),
            "below": .optional($0.below),
          ]
        }),
      "fires": .optional(trigger.fires), "firesFalsely": .optional(trigger.firesFalsely),
      "actions": .array(
        trigger.actions.map { action in
          [
            "do": action.kind == .open ? "open" : "give-notice",
            "count": .integer(action.count),
            "team": .string(organization.teams[action.team].id),
            "level": .string(organization.levels[action.level].id),
            "partner": .optional(organization.partnerID(of: action.source)),
          ]
        }),
    ]
  }
}
