import Organization
import Planning
import Simulation

extension PlanReport {
  /// Cost against risk; empty where nobody asked.
  var frontierBlocks: [Page.Block] {
    guard !frontier.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init("hires", .right), .init("rented", .right), .init("cash", .right),
      .init("dearer by", .right, dropRank: 1), .init("policy kept", .right),
      .init("a point costs", .right, dropRank: 2), .init("", isDroppedEmpty: true),
    ])
    for (index, point) in frontier.enumerated() {
      let before = index > 0 ? frontier[index - 1] : nil
      table.add([
        .init(NumberText.fixed(Double(point.plan.seats.count { !$0.source.isPartner }))),
        .init(NumberText.fixed(Double(point.plan.seats.count { $0.source.isPartner }))),
        .init(money(point.cash)), .init(before.map { money(point.cash - $0.cash) } ?? ""),
        .init(NumberText.percent(point.kept)),
        .init(
          before.map { money((point.cash - $0.cash) / max(1e-9, 100 * (point.kept - $0.kept))) }
            ?? ""),
        .init(marks(of: point)),
      ])
    }
    let made =
      frontier.contains { $0.mayMiss != nil }
      ? "the cheapest plans of the same strategy that miss no more of the policy than so much, in "
        + "\(Frontier.judgedIn) futures each, person by person, of which none"
      : "plans of the same strategy for lower and higher coverage, of which none"
    let legend =
      made + " is both dearer and worse than another; policy kept: share of team-months in which "
      + "the model's own policy holds as often as wanted; dearer by, a point costs: against the row above; knee: from here on "
      + "money buys less"
    return [.heading("Cost against risk"), .table(table), .note(legend), frontierChart]
  }

  func marks(of point: FrontierPoint) -> String {
    [
      point.isKnee ? "knee" : nil, point.plan == best.plan ? "recommended" : nil,
      point.plan.seats.isEmpty ? "backfills only" : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  var frontierJSON: JSONValue {
    .array(
      frontier.map { point -> JSONValue in
        [
          "aim": .number(point.aim), "cash": .number(point.cash), "total": .number(point.total),
          "policyKept": .number(point.kept), "isKnee": .bool(point.isKnee),
          "isRecommended": .bool(point.plan == best.plan),
          "mayMiss": .optional(point.mayMiss), "gap": .optional(point.gap),
          "hires": .integer(point.plan.seats.count { !$0.source.isPartner }),
          "rented": .integer(point.plan.seats.count { $0.source.isPartner }),
        ]
      })
  }
}
