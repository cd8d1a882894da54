package import Organization
package import Planning
import Simulation

/// One future as a story, month by month.
package struct StoryReport: Sendable {
  private let judge: FutureJudge
  private let future: Int
  private let story: FutureStory
  private let result: Trajectory
  private let header: RunHeader

  package init(_ judge: FutureJudge, future: Int, header: RunHeader) {
    self.judge = judge
    self.future = future
    self.header = header
    (story, result) = judge.story(of: future)
  }

  private var organization: Organization { judge.organization }

  private func month(_ index: Int) -> String { (organization.start + index).description }

  // MARK: Text

  package var page: Page {
    let months = (0..<organization.months).flatMap { month -> [Page.Block] in
      [.heading(self.month(month), beside: "  \(summary(of: month))")]
        + sentences(in: month).map { .paragraph($0.text, $0.role) }
    }
    return Page(
      "\(organization.name), future \(future)",
      subtitles: [
        "one of many that are equally likely; seed \(header.seed), scenario "
          + organization.scenario
      ],
      months + [.heading("In the end"), .paragraph(ending)])
  }

  private func summary(of month: Int) -> String {
    var (people, rented, open, pages) = (0.0, 0.0, 0.0, 0.0)
    for team in organization.teams.indices {
      let cell = result[team: team, month: month]
      people += cell.headcount.total
      rented += cell.partnerSeats
      open += cell.openRequisitions
      pages += cell.pages
    }
    let partners = rented > 0 ? ", \(NumberText.plain(rented, decimals: 1)) rented" : ""
    return "\(NumberText.count(Int(people), "person", "people"))\(partners), "
      + "\(NumberText.count(Int(open), "open requisition", "open requisitions")), "
      + NumberText.count(Int(pages), "page", "pages")
  }

  private var ending: String {
    var leavers = 0.0
    var starters = 0.0
    for team in organization.teams.indices {
      for month in 0..<organization.months {
        leavers += result[team: team, month: month].leavers
        starters += result[team: team, month: month].starters
      }
    }
    let cost = NumberText.shortMoney(result.cost.total, organization.currency)
    return "\(NumberText.count(Int(leavers), "person", "people")) left, "
      + "\(NumberText.plain(starters, decimals: 0)) started; \(cost) in all"
  }

  private struct Line {
    var text: String
    var role: TextRole?
  }

  private func sentences(in month: Int) -> [Line] {
    let told = story.entries.filter { $0.month == month }.map { entry in
      let place = entry.team.map { SafeText.terminal(organization.teams[$0].id) + ": " } ?? ""
      return Line(text: place + words(entry.event), role: role(entry.event))
    }
    return told + limits(in: month)
  }

  private func engineer(_ level: Int) -> String {
    "\(SafeText.terminal(organization.levels[level].id)) engineer"
  }

  private func words(_ event: FutureStory.Event) -> String {
    switch event {
    case .opened(let level): "the plan opens a requisition for one \(engineer(level))"
    case .declined(let level): "a candidate for \(engineer(level)) declines; the search goes on"
    case .joined(let level): "one \(engineer(level)) starts"
    case .left(let level, let isBurnedOut):
      "one \(isBurnedOut ? "burned-out " : "")\(engineer(level)) leaves; a backfill opens"
    case .transferred(let level, let from):
      "one \(engineer(level)) comes from \(SafeText.terminal(organization.teams[from].id))"
    case .promoted(let level): "one person is promoted to \(engineer(level))"
    case .burnedOut(let level): "one \(engineer(level)) burns out"
    case .recovered(let level): "one \(engineer(level)) recovers from burnout"
    case .signed(let partner, let level, let start):
      "\(SafeText.terminal(organization.partners[partner].id)) is to send one \(engineer(level)) "
        + "from \(month(Int(start)))"
    case .outgrown(let service, let isReady):
      "\(SafeText.terminal(organization.services[service].id)) outgrows what it can carry, "
        + (isReady ? "and has been scaled in time" : "and its scaling is late: it pages more")
    case .caughtUp(let service):
      "the late scaling of \(SafeText.terminal(organization.services[service].id)) is done"
    }
  }

  private func role(_ event: FutureStory.Event) -> TextRole? {
    switch event {
    case .left, .burnedOut: .bad
    case .outgrown(_, let isReady): isReady ? nil : .bad
    case .joined, .promoted, .recovered, .caughtUp: .good
    case .opened, .declined, .signed, .transferred: nil
    }
  }

  /// Demands of the policy that begin or cease to be broken.
  private func limits(in month: Int) -> [Line] {
    guard month >= judge.firstMonth else { return [] }
    var lines = [Line]()
    for team in organization.teams.indices {
      for limit in Limit.allCases where limit.weight == .policy {
        func isBroken(_ month: Int) -> Bool {
          judge.limits.excess(limit, of: result[team: team, month: month], team: team) > 0
        }
        let before = month > judge.firstMonth && isBroken(month - 1)
        guard isBroken(month) != before else { continue }
        let name = SafeText.terminal(organization.teams[team].id)
        lines.append(
          before
            ? Line(text: "\(name): keeps its \(limit.name) again", role: .good)
            : Line(text: "\(name): breaks the policy's \(limit.name)", role: .warning))
      }
    }
    return lines
  }

  // MARK: JSON

  package var json: JSONValue {
    header.document(
      "cadre.story/1.0",
      [
        "model": [
          "name": .string(organization.name), "scenario": .string(organization.scenario),
          "start": .string(organization.start.description), "months": .integer(organization.months),
          "currency": .string(organization.currency),
        ],
        "future": .integer(future),
        "cost": .number(result.cost.total),
        "months": .array(
          (0..<organization.months).map { month in
            [
              "month": .string(self.month(month)),
              "events": .array(sentences(in: month).map { .string($0.text) }),
            ]
          }),
      ])
  }
}
