import Organization
import Planning
import Simulation

extension BriefReport {
  /// The brief as blocks, in the order in which a hiring manager reads it.
  package var page: Page {
    Page(
      "Role brief: \(level.id) in \(team.id)",
      summary + why + trafficBlocks + dutyBlocks + knowledgeBlocks + levelBlocks + exposureBlocks
        + (brief.search.map(searchBlocks) ?? []) + (brief.partner.map(partnerBlocks) ?? [])
        + [.note(closing)])
  }

  private var closing: String {
    "Dates are expected values. Exposure, the level's say and the weights of scorecards are cadre's "
      + "proposals, not findings. No names of people are read or written. Seed \(header.seed)."
  }

  private var summary: [Page.Block] {
    var fields: [(name: String, value: String)] = [
      ("seat", brief.id), ("organisation", organization.name),
      ("source", partner.map { "partner \($0.id), \($0.kind.rawValue)" } ?? "hire"),
      ("open by", "\(month(brief.seat.openMonth)), the latest month that still holds the policy"),
      ("starts", month(brief.startMonth)),
    ]
    if let end = brief.seat.endMonth { fields.append(("until", month(end - 1))) }
    return [.fields(fields)]
  }

  private var why: [Page.Block] {
    let reason =
      brief.reason.map {
        "Without it the team breaks a limit: "
          + $0.limit.sentence(
            worst: $0.worstValue, threshold: $0.threshold, from: $0.firstMonth)
          + "."
      } ?? "The plan does not say what breaks without it."
    return [.heading("Why the seat is there"), .paragraph(reason)]
  }

  // MARK: Work

  private var dutyBlocks: [Page.Block] {
    let items = brief.duties.map { duty in
      let isEverywhere = duty.services.count == brief.services.count
      let places = isEverywhere ? "all services" : names(duty.services)
      return "\(duty.responsibility.sentence) (\(places))"
    }
    return [.heading("Responsibilities"), items.isEmpty ? .paragraph(noServices) : .list(items)]
      + (plannedWork.isEmpty
        ? [] : [.paragraph("Planned beside them:"), .list(plannedWork.map(words))])
  }

  private func words(_ work: PlannedWork) -> String {
    let from = work.from.map { " from \($0)" } ?? ""
    let to = work.to.map { " to \($0)" } ?? ""
    let goal = work.goal.map { ", for \($0)" } ?? ""
    let share = work.teams.count > 1 ? ", shared by \(work.teams.count) teams" : ""
    return
      "\(work.id): \(NumberText.fixed(work.hoursPerMonth)) hours a month\(from)\(to)\(share)\(goal)"
  }

  var noServices: String { "The team owns no services." }

  private var knowledgeBlocks: [Page.Block] {
    var blocks: [Page.Block] = [.heading("Must have")]
    if brief.mustHave.isEmpty {
      blocks.append(.paragraph(noServices))
    } else {
      blocks.append(.list(brief.mustHave.map(words)))
    }
    if !brief.helpful.isEmpty {
      let helpful = brief.helpful.map { organization.competencies[$0.competency] }
      blocks.append(.paragraph("Helpful, and can be learnt: \(helpful.joined(separator: ", "))."))
    }
    return blocks
  }

  private func words(_ knowledge: SeatBrief.Knowledge) -> String {
    var facts = [String]()
    if knowledge.isBrought { facts.append("the seat is there to bring it") }
    if let held = knowledge.held {
      facts.append(
        held == 0
          ? "nobody in the team holds it"
          : "\(NumberText.count(held, "person holds", "people hold")) it today")
    }
    if !knowledge.services.isEmpty { facts.append("needed by \(names(knowledge.services))") }
    let name = organization.competencies[knowledge.competency]
    return facts.isEmpty ? name : "\(name): \(facts.joined(separator: "; "))"
  }

  private var levelBlocks: [Page.Block] {
    [
      .heading("What the level may do"),
      .fields([
        (
          "level",
          level.id == level.standing.name ? level.id : "\(level.id) (\(level.standing.name))"
        ),
        ("works", level.standing.scope), ("decides", level.standing.decisions),
        (
          "owns",
          partner == nil ? level.standing.ownership : "nothing; owner and deputy are in house"
        ),
        ("guidance", level.standing.guidance),
      ]),
    ]
  }

  private var exposureBlocks: [Page.Block] {
    let rows = brief.exposure.steps.map { [month($0.month), $0.exposure.name] }
    var blocks: [Page.Block] = [
      .heading("Exposure plan"),
      .reading([.init("from"), .init("trusted with", mayShrink: true)], rows: rows),
    ]
    if let partner, !partner.takesPager, team.rota != nil {
      blocks.append(.note("The partner does not carry the pager."))
    }
    if team.rota == nil { blocks.append(.note("The team is not on call.")) }
    return blocks
  }
}

extension Standing {
  /// How somebody of the standing works.
  fileprivate var scope: String {
    switch self {
    case .junior: "on features and fixes under guidance"
    case .mid: "on whole services, without guidance"
    case .senior: "on architecture across the team's services"
    case .staff: "on the direction of several teams over years"
    }
  }

  fileprivate var decisions: String {
    switch self {
    case .junior: "how a change is made, with a review"
    case .mid: "design within a service"
    case .senior: "design between services; leads incidents"
    case .staff: "what is built, bought or left; the standards of all teams"
    }
  }

  fileprivate var ownership: String {
    switch self {
    case .junior: "nothing alone yet"
    case .mid: "services of tier 2 to 4; deputy at tier 1"
    case .senior, .staff: "services of any tier"
    }
  }

  fileprivate var guidance: String {
    switch self {
    case .junior: "needs it from a senior, throughout"
    case .mid: "needs it until ramped up"
    case .senior: "gives it to juniors and newcomers"
    case .staff: "gives it to seniors and leads"
    }
  }
}
