extension OwnershipAudit {
  /// Rules C0321 to C0323: what services fail with.
  ///
  /// - Complexity: O(services × dependencies) in the worst case, nothing where there are none.
  static func dependencies(_ facts: OwnershipFacts) -> [AuditFinding] {
    let services = facts.organization.services
    guard services.contains(where: { !$0.dependsOn.isEmpty }) else { return [] }
    let graph = DependencyGraph(services)
    return graph.circles.map { circle(of: $0, services) }
      + services.flatMap { lesser(than: $0, services) } + singlePoints(graph, services)
  }

  private static func circle(of members: [Int], _ services: [Service]) -> AuditFinding {
    let names = members.prefix(6).map { services[$0].id }.joined(separator: ", ")
    let more = members.count > 6 ? " and \(members.count - 6) more" : ""
    return AuditFinding(
      .circularDependency, .warning, subject: services[members[0]].id,
      message: "depends in a circle on \(names)\(more)",
      hint: "break the circle with a queue, a cache or a copy of the data",
      measured: Double(members.count))
  }

  private static func lesser(than service: Service, _ services: [Service]) -> [AuditFinding] {
    guard service.tier <= 1 else { return [] }
    return service.dependsOn.map { services[$0] }.filter { $0.tier >= 3 }.map { lesser in
      AuditFinding(
        .lesserDependency, .warning, subject: service.id,
        message: "tier 1 service fails with \(lesser.id) of tier \(lesser.tier)",
        hint: "raise the tier of \(lesser.id), or let \(service.id) live without it for a while",
        measured: Double(lesser.tier), limit: 2)
    }
  }

  private static func singlePoints(
    _ graph: DependencyGraph, _ services: [Service]
  ) -> [AuditFinding] {
    let important = services.indices.filter { services[$0].tier <= 1 }
    guard important.count >= 4 else { return [] }
    return services.indices.compactMap { index in
      let failing = graph.dependents(of: index).count { services[$0].tier <= 1 }
      let others = important.count - (services[index].tier <= 1 ? 1 : 0)
      guard 2 * failing > others else { return nil }
      return AuditFinding(
        .singlePointOfFailure, .warning, subject: services[index].id,
        message: "\(failing) of \(others) other tier 1 services fail with it",
        hint: "split it, isolate what depends on it, or staff it for what it carries",
        measured: Double(failing), limit: Double(others) / 2)
    }
  }
}
