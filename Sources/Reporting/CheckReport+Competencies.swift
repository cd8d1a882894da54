import Organization

extension CheckReport {
  /// What teams need and hold, in as many tables beside each other as the width asks for.
  func competencyTables(_ style: TextStyle) -> String {
    let teams = Set(competencies.cells.map(\.team)).sorted()
    guard !teams.isEmpty else { return "" }
    let rows = Set(competencies.cells.map(\.competency)).sorted()
    let cells = Dictionary(
      uniqueKeysWithValues: competencies.cells.map { (Place($0.team, $0.competency), $0) })
    var text = "\n" + style.ink(.heading, "Competencies, by people who hold them") + "\n"
    for group in columns(teams, rows: rows, within: style.width - 2) {
      var table = TextTable(
        columns: [.init("")] + group.map { .init(name($0), .right) })
      for competency in rows {
        table.add(
          [.init(organization.competencies[competency])]
            + group.map { cells[Place($0, competency)]?.text ?? "" })
      }
      text += table.text(style, indent: 2) + "\n"
    }
    let legend =
      "gap: the team's services need it and nobody holds it; risk: one person does; a number: so "
      + "many do; empty: not needed. Teams that say nothing about competencies are left out."
    return text
      + TextWrap.lines(legend, width: style.width - 2).map { "  " + style.ink(.muted, $0) + "\n" }
      .joined()
  }

  /// Which teams go into one table, so that none is wider than `limit`.
  private func columns(_ teams: [Int], rows: [Int], within limit: Int) -> [[Int]] {
    let first = rows.map { CellWidth.of(organization.competencies[$0]) }.max() ?? 0
    var groups: [[Int]] = []
    var width = Int.max / 2
    for team in teams {
      let own = max(CompetencyMatrix.Cell.widest, CellWidth.of(name(team))) + 2
      if width + own > limit {
        groups.append([])
        width = first
      }
      groups[groups.count - 1].append(team)
      width += own
    }
    return groups
  }

  private func name(_ team: Int) -> String { SafeText.terminal(organization.teams[team].id) }

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
  /// Cells of the longest text of any.
  fileprivate static let widest = 4

  fileprivate var text: TextTable.Cell {
    switch state {
    case .covered, .spare: .init("\(depth)")
    case .risk: .init("risk", .warning)
    case .gap: .init("gap", .bad)
    }
  }
}
