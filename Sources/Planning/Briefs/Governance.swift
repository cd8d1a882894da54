import Organization

/// A practice that keeps work with a partner safe, and what the model knows of it.
package struct Governance: Hashable, Sendable {
  package enum Practice: String, CaseIterable, Sendable {
    case ownership, documentation, reviews, benchmarks, contact

    package var sentence: String {
      switch self {
      case .ownership: "each service has one owning team with an owner and a deputy in house"
      case .documentation: "both sides document by one standard"
      case .reviews: "architecture is reviewed together, regularly, and decisions are written down"
      case .benchmarks: "performance and reliability are agreed as numbers"
      case .contact: "engineers talk to engineers, without a go-between"
      }
    }
  }

  package enum State: String, Sendable {
    case done
    /// Missing at some of the services.
    case open
    /// Nothing in the model tells.
    case unknown
  }

  package var practice: Practice
  package var state: State
  /// Indices of the services where it is missing.
  package var missing: [Int]

  static func all(services: [Int], team: Int, in organization: Organization) -> [Governance] {
    Practice.allCases.map { practice in
      guard practice != .contact else {
        return Governance(practice: practice, state: .unknown, missing: [])
      }
      let missing = services.filter { !holds(practice, at: $0, team: team, in: organization) }
      return Governance(
        practice: practice, state: missing.isEmpty ? .done : .open, missing: missing)
    }
  }

  private static func holds(
    _ practice: Practice, at index: Int, team: Int, in organization: Organization
  ) -> Bool {
    let service = organization.services[index]
    switch practice {
    case .ownership:
      let experienced = organization.teams[team].members.count {
        organization.levels[$0.level].standing >= .mid
      }
      return service.owners.count == 1 && experienced >= 2
    case .documentation: return service.documents.isSuperset(of: [.contracts, .schema, .playbooks])
    case .reviews: return service.documents.contains(.decisions)
    case .benchmarks: return service.documents.contains(.benchmarks) || service.metrics.slo != nil
    case .contact: return true
    }
  }
}
