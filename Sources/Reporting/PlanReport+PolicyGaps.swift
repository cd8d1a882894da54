import Organization
import Planning
import Simulation

extension PlanReport {
  /// Where the policy does not hold as often as wanted, by demand, and what would have to give way.
  var gapSentences: [String] {
    var sentences = [String]()
    for limit in Limit.allCases {
      let gaps = recommendation.gaps.filter { $0.limit == limit }
      guard let worst = gaps.min(by: { $0.held < $1.held }) else { continue }
      var text =
        "\(demand(limit)) does not hold in \(NumberText.percent(worst.wanted)) of futures at "
        + "\(places(gaps)); \(relaxed(gaps, limit))"
      if let relief = relief(gaps) { text += relief }
      sentences.append(text + ".")
    }
    return sentences
  }

  /// Teams that are all named; of more the worst are.
  private static let mostPlaces = 12
  private static let worstPlaces = 5

  private func places(_ gaps: [PolicyGap]) -> String {
    func names(_ gaps: some Sequence<PolicyGap>) -> String {
      gaps.map { gap in
        "\(SafeText.terminal(organization.teams[gap.team].id)) (\(months(gap.months)), at worst in "
          + "\(NumberText.percent(gap.held)) of futures)"
      }.joined(separator: ", ")
    }
    guard gaps.count > Self.mostPlaces else { return names(gaps) }
    let worst = gaps.enumerated().sorted {
      ($0.element.held, $0.offset) < ($1.element.held, $1.offset)
    }
    .prefix(Self.worstPlaces).map(\.element)
    return
      "\(gaps.count) of \(organization.teams.count) teams, worst at \(names(worst)), the others below"
  }

  var gapsJSON: JSONValue {
    .array(
      recommendation.gaps.map { gap -> JSONValue in
        [
          "team": .string(organization.teams[gap.team].id), "limit": .string(gap.limit.rawValue),
          "threshold": .number(Limits(organization).threshold(gap.limit)),
          "months": .array(gap.months.map { .string(month($0)) }), "wanted": .number(gap.wanted),
          "heldAtWorst": .number(gap.held), "holdsAt": .number(gap.holdsAt),
          "loweredByOneMore": .optional(gap.relief),
        ]
      })
  }

  func months(_ months: [Int]) -> String {
    guard let first = months.first, let last = months.last else { return "" }
    let count = NumberText.count(months.count, "month", "months")
    return first == last
      ? "\(count), \(month(first))" : "\(count), \(month(first)) to \(month(last))"
  }

  private func demand(_ limit: Limit) -> String {
    let threshold = Limits(organization).threshold(limit)
    let bound = limit.isFloor ? "at least" : "at most"
    let name = limit.name.prefix(1).uppercased() + limit.name.dropFirst()
    return "\(name) \(bound) \(limit.text(threshold))"
  }

  /// The threshold that the plan keeps everywhere.
  private func relaxed(_ gaps: [PolicyGap], _ limit: Limit) -> String {
    let values = gaps.map(\.holdsAt)
    // Rounded so that it holds.
    let value =
      limit.isFloor
      ? ((values.min() ?? 0) * 100).rounded(.down) / 100
      : ((values.max() ?? 0) * 100).rounded(.up) / 100
    return "this plan holds \(limit.isFloor ? "at least" : "at most") \(limit.text(value))"
  }

  private func relief(_ gaps: [PolicyGap]) -> String? {
    let all = gaps.compactMap(\.relief)
    guard let least = all.min(), let most = all.max() else { return nil }
    func points(_ value: Double) -> String { NumberText.fixed(100 * value, decimals: 1) }
    let range =
      points(least) == points(most) ? points(most) : "\(points(least)) to \(points(most))"
    return
      ", and one more engineer there lowers the expected share by \(range) points, so that fewer pages "
      + "may do more than more people: see the levers below"
  }
}
