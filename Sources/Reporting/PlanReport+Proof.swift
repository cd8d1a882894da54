import Organization
import Planning
import Simulation

extension PlanReport {
  /// How the plan was found, in words.
  var method: String {
    let judged =
      futures == nil
      ? "traffic varies, all else is at its mean" : "judged in futures, person by person"
    guard let solver = recommendation.solver, !unsearched.contains(best.strategy) else {
      return "hire-up-to heuristic on the mean-value recursion; \(judged)"
    }
    return "mixed-integer programmes over a sample of futures (\(solver)); \(judged)"
  }

  /// How near the plan is to the best, and how much better than by hand; empty where nobody searched.
  var proof: [Page.Block] {
    guard let solver = recommendation.solver else { return [] }
    var lines = [String]()
    if let search = best.search, let round = search.best {
      lines.append(
        "\(solver) proves that no plan of this strategy is better by more than "
          + "\(money(round.gap * round.money)) by the programme's own reckoning, "
          + "\(NumberText.fixed(100 * round.gap, decimals: 1)) % of the \(money(round.money)) that it "
          + "decides on"
          + (search.isLimited ? "; the limit of \(limit(search)) ended the proof." : "."))
      lines.append(rounds(search))
    }
    if let beside { lines.append(beside) }
    if !unsearched.isEmpty {
      lines.append(
        "In the time and work that it was given \(solver) found no plan for "
          + unsearched.map(\.rawValue).joined(separator: ", ")
          + ": what is shown is what hiring up to need as a careful manager would by hand comes to, and how near "
          + "that is to the best is not known. --time-limit gives it more time.")
    }
    guard !lines.isEmpty else { return [] }
    return [.heading("How good the plan is")] + lines.map { .paragraph($0) }
  }

  /// Strategies for which the solver found nothing, so that the heuristic's plan stands.
  private var unsearched: [Strategy] {
    guard recommendation.solver != nil, recommendation.stopped == nil else { return [] }
    return recommendation.outcomes.filter { $0.strategy != .asIs && $0.search == nil }
      .map(\.strategy)
  }

  private func limit(_ search: OptimiserOutcome) -> String {
    search.left.seconds <= 0 ? "time" : "work"
  }

  private func rounds(_ search: OptimiserOutcome) -> String {
    let steps = search.rounds.map { NumberText.percent($0.kept) }
    return
      "Each programme was made of what the plan before it left undone; their plans kept the policy in "
      + "\(steps.joined(separator: ", ")) of the team-months of the futures that they were made for."
  }

  /// What the optimiser is worth beside the hire-up-to heuristic, in futures that neither has seen.
  private var beside: String? {
    guard let futures else { return nil }
    let searched = recommendation.outcomes.indices.filter {
      recommendation.outcomes[$0].search != nil
    }
    guard let place = searched.firstIndex(of: recommendation.best) else { return nil }
    let heuristic = recommendation.outcomes.count + place
    guard futures.runs.indices.contains(heuristic) else { return nil }
    let extra = futures.extraCost(recommendation.best, than: heuristic)
    return
      "Hiring up to need as a careful manager would by hand keeps the policy in "
      + "\(kept(futures.runs[heuristic])), this plan in \(kept(futures.runs[recommendation.best])), of "
      + "team-months of the same futures; in all this plan costs \(money(abs(extra.mean))) "
      + "(± \(money(2 * (extra.standardError ?? 0)))) \(extra.mean >= 0 ? "more" : "less")."
  }

  /// Share of team-months in which the policy is kept, with twice its standard error, and in which it is kept as
  /// often as wanted, which may be none of either where it is missed a little everywhere.
  private func kept(_ run: FuturesRun) -> String {
    let mean = run.estimate[.policyKept].mean
    let error = NumberText.fixed(200 * (mean.standardError ?? 0), decimals: 1)
    let wanted = run.estimate.keptAsOftenAsWanted(run.judge.limits)
    return
      "\(NumberText.percent(mean.mean)) (± \(error) points; as often as wanted in "
      + "\(NumberText.percent(wanted)))"
  }

  func json(_ search: OptimiserOutcome) -> JSONValue {
    [
      "limitMet": search.isLimited ? .string(limit(search)) : .null,
      "chosen": search.chosen.map(JSONValue.integer) ?? .null,
      "rounds": .array(
        search.rounds.map { round -> JSONValue in
          [
            "seats": .integer(round.plan.seats.count), "money": .number(round.money),
            "gap": round.gap.isFinite ? .number(round.gap) : .null,
            "policyKept": .number(round.kept),
            "shortfall": .number(round.missed), "cost": .number(round.cost),
          ]
        }),
    ]
  }
}
