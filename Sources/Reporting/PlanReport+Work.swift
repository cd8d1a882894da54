import Organization
import Planning

extension PlanReport {
  /// What of the planned work gets done under the recommended plan; empty where none is planned.
  var plannedWork: [Page.Block] {
    let all = PlannedWorkDone.all(organization, in: best.expected)
    guard !all.isEmpty else { return [] }
    let hasGoals = organization.work.contains { $0.goal != nil }
    var table = TextTable(columns: [
      .init("work"), .init("teams", dropRank: 2), .init("hours", .right), .init("done", .right),
      .init(hasGoals ? "goal" : "", dropRank: 1),
    ])
    for done in all {
      let work = organization.work[done.work]
      let teams = work.teams.map { organization.teams[$0].id }.joined(separator: ", ")
      table.add([
        .init(SafeText.terminal(work.id)), .init(SafeText.terminal(teams)),
        .init(NumberText.fixed(done.hours)),
        .init(NumberText.percent(done.share), done.share < 0.9 ? .warning : nil),
        .init(SafeText.terminal(work.goal ?? "")),
      ])
    }
    return [.heading("Planned work under the recommended plan"), .table(table)]
  }

  var plannedWorkJSON: JSONValue {
    .array(
      PlannedWorkDone.all(organization, in: best.expected).map { done -> JSONValue in
        let work = organization.work[done.work]
        return [
          "id": .string(work.id),
          "teams": .array(work.teams.map { .string(organization.teams[$0].id) }),
          "goal": work.goal.map { .string($0) } ?? .null, "hours": .number(done.hours),
          "done": .number(done.done), "share": .number(done.share),
        ]
      })
  }
}
