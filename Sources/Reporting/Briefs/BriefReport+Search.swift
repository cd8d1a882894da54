import Organization
import Planning

extension BriefReport {
  /// How a hire is found: what is judged, by whom, at what cost.
  func searchBlocks(_ search: SeatBrief.Search) -> [Page.Block] {
    let card = search.scorecard
    let heaviest = card.heaviest.map(\.name).joined(separator: " and ")
    let plan = search.interviews
    return [
      .heading("Hiring scorecard"),
      .reading(
        [
          .init("row"), .init("weight", .right),
          .init("what a good score rests on", mayShrink: true),
        ],
        rows: HiringScorecard.Row.allCases.map { row in
          [row.name, "\(card.weight(of: row)) %", row.evidence]
        }),
      .paragraph(
        "Scores go from 1 to \(HiringScorecard.highest); 3 is what the level does on an ordinary day. "
          + "Hire bar: a weighted mean of \(NumberText.plain(HiringScorecard.bar)) or more, no row "
          + "below \(HiringScorecard.floor), \(heaviest) not below "
          + "\(HiringScorecard.floorOfHeaviest)."),
      .heading("Interview plan"),
      .reading(
        [.init("stage"), .init("tests", mayShrink: true), .init("engineer hours", .right)],
        rows: plan.rounded.map { slot, tenths in
          let rows = slot.stage.rows.map(\.name).joined(separator: ", ")
          return [
            slot.stage.name, rows.isEmpty ? "all rows together" : rows,
            NumberText.fixed(Double(tenths) / 10, decimals: 1),
          ]
        } + [["in all", "", NumberText.fixed(plan.hours, decimals: 1)]]),
      .paragraph(
        "Hours are those of one hire, candidates who are not hired included. Feedback is complete "
          + "with \(plan.scoresDue) written scores, each with its evidence, by everybody who "
          + "interviewed, before anybody reads the others'; nobody decides sooner."),
    ]
  }
}

extension InterviewPlan {
  /// Hours of each stage in tenths, which add up to those of the total as it is shown.
  var rounded: [(slot: Slot, tenths: Int)] {
    let tenths = LargestRemainder.whole(
      slots.map { $0.hours * 10 }, sum: Int((hours * 10).rounded()))
    return Array(zip(slots, tenths)).map { (slot: $0, tenths: $1) }
  }
}
