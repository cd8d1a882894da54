/// What a team is for, which decides what drives its work.
package enum TeamKind: String, CaseIterable, Sendable {
  case service, platform, reliability, data
}

/// One employed person; who it is stays in the roster file and never enters the model.
package struct Member: Hashable, Sendable {
  /// Index into ``Organization/levels``.
  package var level: Int
  /// Completed months of service at the start of the plan, or `nil` where the model only counts.
  package var tenureMonths: Int?
  /// Index into the rota's sites.
  package var site: Int
  /// False for people who do not take part in the rota.
  package var takesPager: Bool

  package init(level: Int, tenureMonths: Int? = nil, site: Int = 0, takesPager: Bool = true) {
    self.level = level
    self.tenureMonths = tenureMonths
    self.site = site
    self.takesPager = takesPager
  }
}

/// People who work together and carry one pager.
package struct Team: Hashable, Sendable {
  package var id: String
  package var kind: TeamKind
  package var members: [Member]
  /// `nil` where the team is not on call.
  package var rota: Rota?
  /// Hours of roadmap work asked per month; `nil` asks for what today's capacity leaves.
  package var roadmapHoursPerMonth: ThreePoint?
  /// What beside load keeps its people.
  package var retention: Retention
  /// How many of its people hold what, by index into ``Organization/competencies``, none of what is
  /// missing; `nil` where the model says nothing, and the team is taken to hold all that it needs.
  package var competencies: [Int: Int]?
  /// Index into ``Organization/regions`` of where its new people are hired; `nil` is the home market.
  package var region: Int?

  package init(
    id: String, kind: TeamKind = .service, members: [Member], rota: Rota? = nil,
    roadmapHoursPerMonth: ThreePoint? = nil, retention: Retention = .ordinary,
    competencies: [Int: Int]? = nil, region: Int? = nil
  ) {
    self.id = id
    self.kind = kind
    self.members = members
    self.rota = rota
    self.roadmapHoursPerMonth = roadmapHoursPerMonth
    self.retention = retention
    self.competencies = competencies
    self.region = region
  }
}
