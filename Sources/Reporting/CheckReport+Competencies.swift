import Organization

extension CheckReport {
  /// What teams need and hold.
  var competencyBlocks: [Page.Block] {
    let teams = Set(competencies.cells.map(\.team)).sorted()
    guard !teams.isEmpty else { return [] }
    let rows = Set(competencies.cells.map(\.competency)).sorted()
    let cells = Dictionary(
      uniqueKeysWithValues: competencies.cells.map { (Place($0.team, $0.competency), $0) })
    var table = TextTable(
      columns: [.init("")] + teams.map { .init(organization.teams[$0].id, .right) })
    table.isSplit = true
    for competency in rows {
      table.add(
        [.init(organization.competencies[competency])]
          + teams.map { cells[Place($0, competency)]?.text ?? "" })
    }
    return [
      .heading("Competencies, by people who hold them"), .table(table),
      .note(
        "gap: the team's services need it and nobody holds it; risk: one person does; a number: so "
          + "many do; empty: not needed. Teams that say nothing about competencies are left out."),
    ]
  }

  /// A row for every team and competency that it needs or names.
  var competencyJSON: JSONValue {
    .array(
      competencies.cells.map { cell in
        [
          "team": .string(organization.teams[cell.team].id),
          "competency": .string(organization.competencies[cell.competency]),
          "depth": .integer(cell.depth), "state": .string(cell.state.rawValue),
          "services": .array(cell.services.map { .string(organization.services[$0].id) }),
        ]
      })
  }
}

/// A team and a competency.
private struct Place: Hashable {
  let team: Int
  let competency: Int

  init(_ team: Int, _ competency: Int) {
    self.team = team
    self.competency = competency
  }
}

extension CompetencyMatrix.Cell {
  fileprivate var text: TextTable.Cell {
    switch state {
    case .covered, .spare: .init("\(depth)")
    case .risk: .init("risk", .warning)
    case .gap: .init("gap", .bad)
    }
  }
}
