import Organization
import Planning
import Simulation

extension PlanReport {
  /// Prices that are told in words.
  private static let mostPrices = 5

  /// What one more of what is scarce would save; empty where nobody asked or nothing is.
  var scarcity: [Page.Block] {
    let shadowPrices = recommendation.shadowPrices
    let priced = shadowPrices.filter { !$0.scarce.isEmpty }.prefix(Self.mostPrices)
    let hopeless = shadowPrices.compactMap(unmet)
    guard !priced.isEmpty || !hopeless.isEmpty else { return [] }
    let sentences = priced.map(sentence) + hopeless.prefix(Self.mostPrices)
    return [.heading("What is scarce under the recommended plan")]
      + sentences.map { .paragraph($0) }
      + [
        .note(
          "worth: what one more would save in seats and work left undone, if it cost nothing; by "
            + "the prices of the programme without whole numbers, so that the second is worth less")
      ]
  }

  private func sentence(_ price: ShadowPrice) -> String {
    let (first, last) = (price.scarce.first ?? 0, price.scarce.last ?? 0)
    let often = last - first < 3 ? "" : " a quarter"
    let mends =
      isShared(price.means) && !price.unmet.isEmpty
      ? ", the price on missing the policy included" : ""
    return "\(words(price.means, isFirst: true)) \(isOrAre(price.means)) worth "
      + "\(money(price.perQuarter))\(often) \(span(first, last))\(mends)."
  }

  private func isOrAre(_ means: ShadowPrice.Means) -> String {
    switch means {
    case .hours, .seniorHours: "are"
    case .callReady, .senior, .recruiting, .partnerSeat, .budget, .newSeat: "is"
    }
  }

  /// A demand that cannot be met whatever is opened.
  ///
  /// Programmes ask for a little more than the policy, so that what the plan keeps as often as wanted all the
  /// same is not told.
  private func unmet(_ price: ShadowPrice) -> String? {
    guard let limit = demand(price.means) else { return nil }
    let place = team(price.means)
    let missed = recommendation.recommended.reliability.missed(by: place, of: limit)
    let unmet = price.unmet.filter(missed.contains)
    guard let first = unmet.first, let last = unmet.last else { return nil }
    let name =
      limit == .minimumSeniors
      ? "The fewest seniors" : limit.name.prefix(1).uppercased() + limit.name.dropFirst()
    let team = SafeText.terminal(organization.teams[place].id)
    let all = last - first + 1 == unmet.count
    if all, first <= recommendation.recommended.reliability.firstMonth,
      last + 1 < organization.months
    {
      return "\(name) at \(team) cannot be met at any price before \(month(last + 1))."
    }
    let months = NumberText.count(unmet.count, "month", "months")
    return "\(name) at \(team) cannot be met at any price in \(months) "
      + "\(span(first, last))."
  }

  private func span(_ first: Int, _ last: Int) -> String {
    if first == last { return "in \(month(first))" }
    return last + 1 >= organization.months
      ? "from \(month(first)) on"
      : first <= recommendation.recommended.reliability.firstMonth
        ? "until \(month(last))" : "from \(month(first)) to \(month(last))"
  }

  private func isShared(_ means: ShadowPrice.Means) -> Bool {
    switch means {
    case .callReady, .hours, .seniorHours, .senior: false
    case .recruiting, .partnerSeat, .budget, .newSeat: true
    }
  }

  private func team(_ means: ShadowPrice.Means) -> Int {
    switch means {
    case .callReady(let team), .hours(let team), .seniorHours(let team), .senior(let team): team
    case .recruiting, .partnerSeat, .budget, .newSeat: 0
    }
  }

  /// The demand that more of it would meet; `nil` of what teams share.
  private func demand(_ means: ShadowPrice.Means) -> Limit? {
    switch means {
    case .callReady: .onCallShare
    case .hours: .coverage
    case .seniorHours: .seniorCoverage
    case .senior: .minimumSeniors
    case .recruiting, .partnerSeat, .budget, .newSeat: nil
    }
  }

  private func words(_ means: ShadowPrice.Means, isFirst: Bool) -> String {
    let one = isFirst ? "One" : "one"
    func at(_ team: Int) -> String { "at \(SafeText.terminal(organization.teams[team].id))" }
    switch means {
    case .callReady(let team): return "\(one) more call-ready engineer \(at(team))"
    case .hours(let team): return "\(one) more engineer's hours \(at(team))"
    case .seniorHours(let team): return "\(one) more senior's hours \(at(team))"
    case .senior(let team): return "\(one) more senior \(at(team))"
    case .recruiting: return "\(one) more requisition a month that recruiters take on"
    case .partnerSeat(let partner):
      return "\(one) more seat at \(SafeText.terminal(organization.partners[partner].id))"
    case .budget: return "\(money(ShadowPrice.budgetStep)) more budget a quarter"
    case .newSeat: return "\(one) more seat that may be opened"
    }
  }

  var shadowPricesJSON: JSONValue {
    .array(
      recommendation.shadowPrices.map { price -> JSONValue in
        var fields: [String: JSONValue] = [
          "means": .string(kind(price.means)), "perQuarter": .number(price.perQuarter),
          "total": .number(price.total),
          "worthByMonth": .array(price.worth.map(JSONValue.number)),
          "scarce": .array(price.scarce.map { .string(month($0)) }),
          "unmet": .array(price.unmet.map { .string(month($0)) }),
          "team": .null, "partner": .null,
        ]
        if !isShared(price.means) {
          fields["team"] = .string(organization.teams[team(price.means)].id)
        }
        if case .partnerSeat(let partner) = price.means {
          fields["partner"] = .string(organization.partners[partner].id)
        }
        return .object(fields)
      })
  }

  private func kind(_ means: ShadowPrice.Means) -> String {
    switch means {
    case .callReady: "call-ready"
    case .hours: "hours"
    case .seniorHours: "senior-hours"
    case .senior: "senior"
    case .recruiting: "recruiting"
    case .partnerSeat: "partner-seat"
    case .budget: "budget"
    case .newSeat: "new-seat"
    }
  }
}
