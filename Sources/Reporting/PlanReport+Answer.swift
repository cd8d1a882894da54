import Organization
import Planning
import Simulation

extension PlanReport {
  /// What to do, how sure that is, what it costs and what would change it.
  package var answer: [Page.Block] {
    var blocks: [Page.Block] = [
      .heading("Recommendation: \(best.strategy.rawValue)", beside: ", \(action)")
    ]
    if let partial { blocks.append(.paragraph(partial, .bad)) }
    blocks += [.paragraph(certainty), .paragraph(price)]
    if let rival {
      blocks.append(.paragraph(rival))
    } else if !flips.isEmpty {
      blocks.append(
        .paragraph("The choice of strategy changes if " + flips.joined(separator: "; ") + "."))
    } else if !recommendation.breakEvens.isEmpty {
      blocks.append(
        .paragraph(
          "No single input that was varied (\(searched)) makes another compared plan cheaper."))
    }
    if let margin { blocks.append(.paragraph(margin)) }
    let missing = recommendation.gaps.isEmpty ? [shortfall] : gapSentences
    blocks += missing.filter { !$0.isEmpty }.map { .paragraph($0) }
    if !recommendation.unowned.isEmpty { blocks.append(.paragraph(unowned)) }
    return blocks
  }

  /// What is missing in an answer whose search was ended.
  var partial: String? {
    switch recommendation.stopped {
    case nil: nil
    case .comparing(let strategy):
      "PARTIAL: the search was stopped while it planned \(strategy.rawValue); that strategy and "
        + "those after it are not compared, and what would change the answer is not known."
    case .optimising:
      "PARTIAL: the search was stopped while it looked for better plans than the heuristic's; some "
        + "strategies are the heuristic's, and what would change the answer is not known."
    case .explaining:
      "PARTIAL: the search was stopped after all strategies were compared; what each seat is for "
        + "and what would change the answer are not known."
    case .hedging:
      "PARTIAL: the search was stopped while it planned for all scenarios; the plan for this one is "
        + "whole, what to decide whichever comes is not known."
    }
  }

  var action: String {
    let hires = best.plan.seats.count { !$0.source.isPartner }
    let rented = best.plan.seats.count - hires
    let (moved, promoted) = (best.plan.transfers.count, best.plan.rises.count)
    let steps = [
      moved > 0 ? "move \(NumberText.count(moved, "person", "people")) to other teams" : nil,
      promoted > 0 ? "promote \(NumberText.count(promoted, "person", "people"))" : nil,
    ].compactMap(\.self)
    guard !steps.isEmpty else { return opening(hires, rented) }
    let all = steps.joined(separator: " and ")
    return hires + rented == 0 ? "\(all) beside backfills" : "\(opening(hires, rented)); \(all)"
  }

  private func opening(_ hires: Int, _ rented: Int) -> String {
    switch (hires, rented) {
    case (0, 0): return "nothing beside backfills"
    case (_, 0): return "hire \(NumberText.count(hires, "person", "people")) beside backfills"
    case (0, _): return "rent \(NumberText.count(rented, "seat", "seats")) from partners"
    default:
      return "hire \(NumberText.count(hires, "person", "people")) beside backfills and rent "
        + NumberText.count(rented, "seat", "seats")
    }
  }

  var certainty: String {
    var text =
      "It keeps the policy as often as wanted in "
      + "\(NumberText.percent(best.reliability.kept)) of team-months"
    if let asIs, asIs.strategy != best.strategy {
      text += ", with backfills only in \(NumberText.percent(asIs.reliability.kept))"
    }
    guard let futures else {
      return text
        + ". \(recommendation.courses) courses of traffic were played; all else is at its mean, which "
        + "--replications 1000 would leave to chance."
    }
    let kept = futures.runs[recommendation.best].estimate[.policyKept]
    return text
      + ", judged in \(NumberText.grouped(futures.count)) futures that it was not made for, person by "
      + "person; in the middle 80 % of them it is kept in "
      + "\(NumberText.percent(kept.spread.quantile(0.1) ?? 0)) to "
      + "\(NumberText.percent(kept.spread.quantile(0.9) ?? 0)) of team-months.\(byDemand)\(odds)"
  }

  /// How sure it is that no other plan is as good for less.
  private var odds: String {
    guard recommendation.comparable.count > 1 else {
      return recommendation.outcomes.count > 1
        ? " No other compared plan comes about as near to the policy." : ""
    }
    let share = NumberText.percent(recommendation.probabilityOfBest[recommendation.best])
    return
      " Of the compared plans that come about as near to the policy it is the cheapest in \(share) of "
      + "futures."
  }

  /// How often each demand of the policy holds by itself, where they do not all do.
  private var byDemand: String {
    guard best.reliability.kept < 1 else { return "" }
    let demands = Limit.allCases.compactMap { limit in
      best.reliability.kept(limit).map { "\(limit.name) in \(NumberText.percent($0))" }
    }
    return " Each demand by itself holds as often as wanted: \(demands.joined(separator: ", "))."
  }

  /// What growth would make backfills enough, or too little.
  var margin: String? {
    // Without a solver this is played once for each course of traffic, which futures may see otherwise.
    let alone =
      recommendation.solver == nil && futures != nil
      ? "With all but traffic at its mean backfills alone" : "Backfills alone"
    switch recommendation.asIsMargin {
    case nil: return nil
    case .needsLessGrowth(let less) where recommendation.solver != nil:
      return
        "\(alone) would keep the policy as often as this plan if traffic grew "
        + "\(NumberText.percent(less)) a year less than expected."
    case .neverSuffices where recommendation.solver != nil:
      return
        "\(alone) keep the policy less often than this plan even if traffic grows 30 % a year less "
        + "than expected."
    case .sufficesUpTo(let extra):
      let more = extra.map { "up to \(NumberText.percent($0)) a year more growth than expected" }
      return "\(alone) keep the policy, \(more ?? "even with much more growth")."
    case .needsLessGrowth(let less):
      return
        "\(alone) would keep the policy if traffic grew \(NumberText.percent(less)) a year "
        + "less than expected."
    case .neverSuffices:
      return
        "\(alone) break the policy even if traffic grows 30 % a year less than expected."
    }
  }

  /// Work that no plan covers must not look covered.
  var unowned: String {
    let names = recommendation.unowned.map { SafeText.terminal(organization.services[$0].id) }
    let hours = recommendation.unowned.reduce(0) { sum, index in
      let service = recommendation.model.services[index]
      return sum + service.upkeepHours + service.toilHours + service.complianceHours
    }
    return
      "Not planned for: \(names.joined(separator: ", ")) (\(NumberText.fixed(hours)) h a month) "
      + "\(names.count == 1 ? "has" : "have") no owning team; see 'cadre check'."
  }

  var price: String {
    let cost = best.cost
    var text =
      "Cash \(money(cost.cash)) over \(NumberText.count(organization.months, "month", "months"))"
    if let asIs, asIs.strategy != best.strategy {
      let more = cost.cash - asIs.cost.cash
      text += ", \(money(abs(more))) \(more >= 0 ? "more" : "less") than backfills only"
      let saved = asIs.cost.total - cost.total
      let missing = asIs.cost.shortage + asIs.cost.slip
      text +=
        "; work left undone is priced at \(money(cost.shortage + cost.slip)) instead of "
        + "\(money(missing)), so in all the plan \(saved >= 0 ? "saves" : "costs") \(money(abs(saved)))"
    }
    return text + "."
  }

  var shortfall: String {
    let misses = organization.teams.indices.compactMap { team -> String? in
      let missed = best.reliability.missed(by: team)
      guard !missed.isEmpty else { return nil }
      return "\(SafeText.terminal(organization.teams[team].id)) (\(months(missed)))"
    }
    return misses.isEmpty ? "" : "Not so at: \(misses.joined(separator: ", "))."
  }

  /// What would change the recommendation, in words; `nil` where nothing searched does.
  func flip(_ breakEven: BreakEven) -> String? {
    guard let value = breakEven.value, let instead = breakEven.instead else { return nil }
    let change: String
    switch breakEven.input {
    case .trafficGrowth:
      change =
        "traffic grows \(NumberText.percent(abs(value))) a year \(value > 0 ? "more" : "less")"
    case .timeToFill: change = "time to fill is \(factor(value))"
    case .attrition: change = "attrition is \(factor(value))"
    case .partnerRate: change = "partner rates are \(factor(value))"
    case .shortagePrice: change = "the price of missing work is \(factor(value))"
    case .ramp: change = "ramp is \(factor(value))"
    case .loadedCost: change = "what employees cost is \(factor(value))"
    }
    return "\(change)\(between(breakEven)) (then \(instead.rawValue))"
  }

  func factor(_ value: Double) -> String {
    let change = NumberText.percent(abs(value - 1))
    return value >= 1 ? "\(change) higher" : "\(change) lower"
  }

  var searched: String {
    recommendation.breakEvens.map { breakEven in
      let name = breakEven.input.rawValue.replacing("-", with: " ")
      let low = breakEven.searched.lowerBound
      let high = breakEven.searched.upperBound
      return breakEven.input == .trafficGrowth
        ? "\(name) \(NumberText.percent(low)) to +\(NumberText.percent(high)) a year"
        : "\(name) x\(NumberText.plain(low)) to x\(NumberText.plain(high))"
    }.joined(separator: ", ")
  }
}
