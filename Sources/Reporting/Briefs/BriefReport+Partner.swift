import Organization
import Planning
import Simulation

extension BriefReport {
  /// What there is to decide and to watch about a partner's seat.
  func partnerBlocks(_ brief: PartnerBrief) -> [Page.Block] {
    let terms = organization.partners[brief.partner]
    return scorecardBlocks(brief) + vetoBlocks(brief) + [
      .heading("Governance"),
      .checklist(
        brief.governance.map { practice in
          let missing =
            practice.state == .open ? "; missing at \(names(practice.missing))" : ""
          return (practice.state.isDone, practice.practice.sentence + missing)
        }),
      .fields([
        (
          "oversight",
          "\(NumberText.plain(brief.oversightHours, decimals: 1)) hours a month in house"
        ),
        ("shortest term", NumberText.months(Double(terms.minimumTermMonths))),
        ("notice", NumberText.months(Double(terms.noticeMonths))),
        (
          "at the end",
          "\(NumberText.percent(terms.knowledgeLoss.likely)) of what the partner alone knows is "
            + "lost, less where it is documented"
        ),
      ]),
    ]
  }

  private func scorecardBlocks(_ brief: PartnerBrief) -> [Page.Block] {
    let rows = PartnerBrief.Row.allCases.enumerated().map { place, row in
      [
        row.name, "\(brief.weights[place]) %",
        brief.scores.map { NumberText.plain($0[place], decimals: 1) } ?? "not judged",
      ]
    }
    let score =
      brief.score.map { "Weighted mean \(NumberText.plain($0)) of 5." }
      ?? "The model has no scorecard of this partner: judge it before the contract is signed."
    return [
      .heading("Partner scorecard"),
      .reading([.init("row"), .init("weight", .right), .init("score", .right)], rows: rows),
      .paragraph(score),
    ]
  }

  private func vetoBlocks(_ brief: PartnerBrief) -> [Page.Block] {
    guard !brief.vetoes.isEmpty else {
      return [.paragraph("No regime of the team's services keeps the partner out.")]
    }
    return [
      .paragraph("Vetoes, whatever the scores:"),
      .list(
        brief.vetoes.map { veto in
          "may not touch \(service(veto.service).id) (\(veto.regimes.joined(separator: ", ")))"
        }),
    ]
  }
}

extension Governance.State {
  fileprivate var isDone: Bool? {
    switch self {
    case .done: true
    case .open: false
    case .unknown: nil
    }
  }
}
