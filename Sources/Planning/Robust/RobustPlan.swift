package import Simulation

/// What to decide before anybody knows which scenario it is, what to decide once it shows, and what
/// knowing would be worth.
///
/// All amounts are what programmes reckon with: money for seats and undone work, and a price on
/// missing the policy. Scenarios are equally likely.
package struct RobustPlan: Sendable {
  package var scenarios: [RobustScenario]
  package var strategy: Strategy
  /// The scenario that one would plan for who plans for one.
  package var reference: Int
  /// Seats that open before this month are decided now.
  package var decidedBefore: Int
  /// Freezes of these scenarios are taken to begin only once one knows of them.
  package var movedFreezes: [String]
  /// First quarters that were compared, by what they cost on average.
  package var candidates: [Candidate]
  /// By scenario, what the best plan costs for one who knows that it comes.
  package var knowing: [Amount]
  /// The plan from the chosen first quarter on, by scenario.
  package var plans: [StaffingPlan]
  package var triggers: [Trigger]
  /// Money for a demand that is short of one person in a month.
  package var missPrice: Double
  /// What no first quarter can cost less than on average.
  package var bound: Double
  /// What knowing in advance cannot cost less than on average.
  package var knowingBound: Double
  package var solver: String

  /// An amount as programmes reckon.
  package struct Amount: Hashable, Sendable {
    /// Seats and undone work.
    package var money: Double
    /// The price on missing the policy.
    package var missed: Double
    /// What the solver has proved that it cannot be less than.
    package var bound: Double

    package var total: Double { money + missed }

    func bounded(by bound: Double) -> Amount {
      Amount(money: money, missed: missed, bound: min(bound, total))
    }
  }

  /// A first quarter, and what it leads to where the best is made of each scenario afterwards.
  package struct Candidate: Sendable {
    package enum Source: Hashable, Sendable {
      /// Of the programme over all scenarios.
      case all
      /// Of the best plan for one scenario.
      case scenario(Int)
      /// Opens nothing yet.
      case nothing
      /// Of a plan that was found without looking at the other scenarios.
      case given
    }

    /// All that come to this first quarter.
    package var sources: [Source]
    /// Contracts without their ends, which are decided later.
    package var seats: [Seat]
    /// By scenario; `nil` where it cannot be done within its rules.
    package var amounts: [Amount?]

    /// Average over the scenarios; infinite where it cannot be done in all of them.
    package var mean: Double {
      amounts.reduce(0) { $0 + ($1?.total ?? .infinity) } / Double(max(1, amounts.count))
    }
  }

  /// Person-months by which a candidate leaves demands of the policy short, on average.
  package func short(_ candidate: Candidate) -> Double {
    average(candidate.amounts.map(\.?.missed)) / missPrice
  }

  /// Money of a candidate, without the price on missing the policy, on average.
  package func money(_ candidate: Candidate) -> Double {
    average(candidate.amounts.map(\.?.money))
  }

  /// The first of the candidates that has a source.
  package func candidate(_ source: Candidate.Source) -> Candidate? {
    candidates.first { $0.sources.contains(source) }
  }

  private func average(_ values: [Double?]) -> Double {
    values.reduce(0) { $0 + ($1 ?? .infinity) } / Double(max(1, values.count))
  }

  /// The first quarter that is best for the reference alone.
  package var referenceCandidate: Candidate? {
    candidate(.scenario(reference))
  }

  /// The first quarter to decide: the cheapest on average.
  package var chosen: Candidate { candidates[0] }
  package var now: [Seat] { chosen.seats }

  /// What a candidate costs in a scenario beyond the best plan for it.
  package func regret(_ candidate: Candidate, in scenario: Int) -> Double? {
    candidate.amounts[scenario].map { $0.total - knowing[scenario].total }
  }

  /// The scenario in which the chosen first quarter costs most beyond the best plan for it.
  package var largestRegret: (scenario: Int, amount: Double)? {
    scenarios.indices.compactMap { scenario in
      regret(chosen, in: scenario).map { (scenario, $0) }
    }.max { $0.1 < $1.1 }
  }

  /// Average cost of the chosen first quarter [RP].
  package var robustCost: Double { chosen.mean }
  /// Average cost where one knew in advance [WS].
  package var knowingCost: Double {
    knowing.reduce(0) { $0 + $1.total } / Double(max(1, knowing.count))
  }
  /// Average cost of the first quarter that is best for the reference [EEV]; infinite where it cannot
  /// be done in all scenarios.
  package var referenceCost: Double {
    referenceCandidate?.mean ?? .infinity
  }
  /// What planning for all scenarios saves beside planning for the reference [VSS].
  package var valueOfStochasticSolution: Double { referenceCost - robustCost }
  /// What it would be worth to know which scenario comes [EVPI].
  package var valueOfInformation: Double { robustCost - knowingCost }
  /// Largest error that the solver leaves in either value.
  package var gap: Double {
    max(0, robustCost - max(bound, knowingBound), knowingCost - knowingBound)
  }
}
