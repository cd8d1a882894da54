/// What a team does for others beside its own services.
package struct TeamHelp: Hashable, Sendable {
  /// Indices into ``Organization/teams`` of those that it serves, each once and never itself.
  package var teams: [Int]
  /// Share of their toil that it keeps away while it can do its work; `nil` takes the assumption for
  /// its kind.
  package var lowersToil: ThreePoint?
  /// The same of their pages.
  package var lowersPages: ThreePoint?
  /// Ramped-up mid-level people that a team which is yet to be founded needs for all of its effect;
  /// `nil` for one that helps today.
  package var foundedWith: Double?

  package init(
    teams: [Int], lowersToil: ThreePoint? = nil, lowersPages: ThreePoint? = nil,
    foundedWith: Double? = nil
  ) {
    self.teams = teams
    self.lowersToil = lowersToil
    self.lowersPages = lowersPages
    self.foundedWith = foundedWith
  }
}

extension TeamKind {
  /// What a team of the kind takes from the toil of those it serves, where the model does not say.
  package var lowersToil: AssumptionID? { self == .platform ? .shapePlatformLowersToil : nil }

  /// What a team of the kind takes from the pages of those it serves, where the model does not say.
  package var lowersPages: AssumptionID? {
    self == .reliability ? .shapeReliabilityLowersPages : nil
  }
}

/// Teams that a team has to talk to through services, more than today where it is positive.
///
/// What today's dependencies cost is in today's meetings already, so that only a change counts.
package struct AddedDependencies: Hashable, Sendable {
  /// Teams of any kind but platform.
  package var teams: Double
  /// Platform teams, which are used rather than talked to.
  package var platforms: Double

  package init(teams: Double = 0, platforms: Double = 0) {
    self.teams = teams
    self.platforms = platforms
  }

  package static let none = AddedDependencies()
}
