package import Simulation

/// One round of a search: a programme solved, and what it found played.
package struct OptimiserRound: Hashable, Sendable {
  package var plan: StaffingPlan
  /// Money of the programme: seats and undone work.
  package var money: Double
  /// Proved distance of the programme's solution from its best, relative to ``money``.
  package var gap: Double
  /// Share of team-months in which the played plan keeps the policy as often as wanted.
  package var kept: Double
  /// How much less often than wanted demands hold, summed up over teams and months.
  package var missed: Double
  /// Mean cost over the played futures.
  package var cost: Double
}

/// What a search came to.
package struct OptimiserOutcome: Hashable, Sendable {
  package var rounds: [OptimiserRound] = []
  /// Which of them is best in the futures; `nil` where nothing was found.
  package var chosen: Int?
  /// What was left of the solver's time and work.
  package var left: SearchBudget

  init(budget: SearchBudget) { left = budget }

  package var best: OptimiserRound? { chosen.map { rounds[$0] } }
  /// Whether more work or time would have been of use.
  package var isLimited: Bool { left.isSpent }
}
