extension OwnershipAudit {
  /// Rules C0318 and C0319: somebody knows what the services need, and not one person alone.
  static func competencies(_ facts: OwnershipFacts) -> [AuditFinding] {
    CompetencyMatrix(facts.organization).cells.compactMap { cell in
      switch cell.state {
      case .gap: gap(cell, facts)
      case .risk: cell.tier <= 1 ? singleHolder(cell, facts) : nil
      case .covered, .spare: nil
      }
    }
  }

  private static func gap(_ cell: CompetencyMatrix.Cell, _ facts: OwnershipFacts) -> AuditFinding {
    AuditFinding(
      .competencyGap, .warning, subject: facts.name(cell.team),
      message: "nobody holds \(facts.organization.competencies[cell.competency]), needed by "
        + names(of: cell.services, facts),
      hint: "hire for it, teach two people, or give the \(word(for: cell.services)) to a team "
        + "that knows it", measured: 0, limit: Double(CompetencyHoldings.enough))
  }

  private static func singleHolder(
    _ cell: CompetencyMatrix.Cell, _ facts: OwnershipFacts
  ) -> AuditFinding {
    let important = cell.services.filter { facts.organization.services[$0].tier <= 1 }
    return AuditFinding(
      .singleHolder, .note, subject: facts.name(cell.team),
      message: "one person holds \(facts.organization.competencies[cell.competency]), needed by "
        + "tier 1 \(word(for: important)) " + names(of: important, facts),
      hint: "let somebody pair with the holder, or hire for it",
      measured: 1, limit: Double(CompetencyHoldings.enough))
  }

  private static func word(for services: [Int]) -> String {
    services.count == 1 ? "service" : "services"
  }

  /// The first few by name, the rest by number.
  private static func names(of services: [Int], _ facts: OwnershipFacts) -> String {
    let shown = services.prefix(3).map { facts.organization.services[$0].id }
    let more = services.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
