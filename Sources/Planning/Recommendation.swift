package import Organization
package import Simulation

/// The answer of `cadre plan`: strategies compared, one recommended, with what would change it.
package struct Recommendation: Sendable {
  package var model: StaffingModel
  /// In the order of ``Strategy``; only those that were asked for and make sense.
  package var outcomes: [StrategyOutcome]
  /// Strategies that were not compared, and why.
  package var leftOut: [(strategy: Strategy, reason: String)]
  /// Index into ``outcomes``.
  package var best: Int
  /// Share of futures in which each outcome costs least among those that break the policy least.
  package var probabilityOfBest: [Double]
  package var seats: [PlannedSeat]
  /// People who change teams.
  package var transfers: [PlannedTransfer] = []
  /// People who are promoted by decision.
  package var rises: [PlannedRise] = []
  package var breakEvens: [BreakEven]
  /// Where the recommended plan does not keep the policy as often as wanted; empty where no futures
  /// judged it.
  package var gaps: [PolicyGap] = []
  /// What more of each scarce thing would save, the highest first; empty without the optimiser.
  package var shadowPrices: [ShadowPrice] = []
  /// What could be done beside hiring, the most useful first.
  package var levers: [LeverOutcome] = []
  /// `nil` where the search was ended before.
  package var asIsMargin: AsIsMargin?
  /// Indices of services whose work no team takes, so that no plan covers it.
  package var unowned: [Int]
  /// Courses of traffic on which plans were made.
  package var courses: Int
  /// The mean course of traffic, on which ``StrategyOutcome/expected`` is played.
  package var traffic: TrafficFuture
  /// Name and version of the solver that looked for better plans than the heuristic's, if one did.
  package var solver: String?
  /// The compared plans, and then the heuristic's, in futures that leave everything to chance; `nil`
  /// where nobody asked for them.
  package var futures: StrategyFutures?
  /// Where the search was ended before its time; `nil` for a whole answer.
  package var stopped: Stop?

  /// What a search that was ended had come to.
  package enum Stop: Hashable, Sendable {
    /// This strategy, and those after it, were not compared.
    case comparing(Strategy)
    /// Plans of some strategies are still the heuristic's.
    case optimising
    /// All were compared; what each seat is for and what would change the answer are not known.
    case explaining
    /// All is known but what to decide for all scenarios.
    case hedging
  }

  /// Those that come about as near to the policy as the best does, of which the cheapest is best.
  package var comparable: [Int] { Planner.comparable(outcomes) }
  package var recommended: StrategyOutcome { outcomes[best] }
  package var organization: Organization { model.organization }
}
