import Organization
import Planning
import Simulation

extension FuturesReport {
  /// The report for people: the answer first, then what it rests on.
  package var page: Page {
    Page(
      organization.name, subtitles: [scope],
      partial + [
        .heading("In \(NumberText.count(estimate.count, "future", "futures"))"), .paragraph(answer),
      ]
        + broken(.policy, "Demands of the policy") + broken(.published, "Published limits")
        + teams + money + shocks + TornadoTable.blocks(tornado),
      footer: footer)
  }

  var organization: Organization { judge.organization }

  func month(_ index: Int) -> String { (organization.start + index).description }

  private var scope: String {
    let seats = NumberText.count(judge.plan.staffing.seats.count, "seat", "seats")
    return
      "\(month(0)) to \(month(organization.months - 1)), scenario \(organization.scenario), "
      + "\(strategy) (\(seats))"
  }

  private var partial: [Page.Block] {
    guard isPartial else { return [] }
    return [
      .paragraph("PARTIAL: stopped after \(estimate.count) of \(goal.futures) futures", .warning)
    ]
  }

  private var answer: String {
    let kept = estimate[.policyKept]
    let cost = estimate[.total]
    let asWanted = estimate.keptAsOftenAsWanted(judge.limits)
    return
      "The policy is kept in "
      + "\(NumberText.percent(kept.mean.mean)) of the team-months from \(month(judge.firstMonth)) "
      + "(\(range(kept.spread) { NumberText.percent($0) }) in the middle 80 % of futures) and as "
      + "often as wanted in \(NumberText.percent(asWanted)) of them, at "
      + "\(NumberText.shortMoney(cost.mean.mean, organization.currency)) in all "
      + "(\(range(cost.spread) { NumberText.shortMoney($0, organization.currency) }))."
  }

  func range(_ spread: QuantileSketch, _ text: (Double) -> String) -> String {
    let (low, high) = (spread.quantile(0.1) ?? 0, spread.quantile(0.9) ?? 0)
    return "\(text(low)) to \(text(high))"
  }

  // MARK: Limits

  /// A limit that a team is likely to break.
  private struct Trouble {
    var limit: Limit
    var team: Int
    var worstMonth: Int
    var worst: Double
    var allowed: Double
    var from: Int?
  }

  private func troubles(_ weight: Limit.Weight) -> [Trouble] {
    var found = [Trouble]()
    for limit in Limit.allCases where limit.weight == weight {
      let allowed = judge.allowed(limit)
      for team in organization.teams.indices {
        let month = estimate.worstMonth(limit, team: team)
        let worst = estimate.broken(limit, team: team, month: month).value ?? 0
        guard worst > allowed else { continue }
        found.append(
          Trouble(
            limit: limit, team: team, worstMonth: month, worst: worst, allowed: allowed,
            from: estimate.firstMonth(above: allowed, limit, team: team)))
      }
    }
    return found.sorted { ($1.worst, $0.team) < ($0.worst, $1.team) }
  }

  private static let mostRows = 12

  private func broken(_ weight: Limit.Weight, _ name: String) -> [Page.Block] {
    let troubles = troubles(weight)
    let heading = Page.Block.heading("\(name) that break too often")
    guard !troubles.isEmpty else {
      return [heading, .paragraph("none: every team keeps them as often as wanted", .good)]
    }
    var table = TextTable(columns: [
      .init("team", mayShrink: true), .init("limit", mayShrink: true),
      .init("worst month", .right), .init("in", .right), .init("allowed", .right, dropRank: 2),
      .init("too often from", .right), .init("ever", .right, dropRank: 1),
    ])
    for trouble in troubles.prefix(Self.mostRows) {
      let ever = estimate.everBroken(trouble.limit, team: trouble.team).value ?? 0
      table.add([
        .init(organization.teams[trouble.team].id), .init(words(trouble.limit)),
        .init(NumberText.percent(trouble.worst), .bad), .init(month(trouble.worstMonth)),
        .init(NumberText.percent(trouble.allowed)), .init(trouble.from.map(month) ?? ""),
        .init(NumberText.percent(ever)),
      ])
    }
    let left = troubles.count - Self.mostRows
    return [heading, .table(table)]
      + (left > 0 ? [.note("and \(left) more; --format csv has all")] : [])
  }

  func words(_ limit: Limit) -> String {
    let threshold = judge.limits.threshold(limit)
    let number =
      switch limit {
      case .coverage, .seniorCoverage, .onCallShare, .burnout, .neverOnCallShare,
        .adviceOnCallShare:
        NumberText.percent(threshold)
      case .minimumSeniors, .pagesPerShift, .weeklyHours, .interruptions, .nights:
        NumberText.plain(threshold, decimals: 1)
      }
    return "\(limit.name) \(limit.isFloor ? "<" : ">") \(number)"
  }

  // MARK: Teams and money

  private var teams: [Page.Block] {
    var table = TextTable(columns: [
      .init("team", mayShrink: true), .init("people", .right), .init("coverage"),
      .init("worst", .right), .init("1 in 10", .right), .init("burned out", .right),
      .init("leave a year", .right, dropRank: 1), .init("pages", .right, dropRank: 2),
      .init("slip at end", .right, dropRank: 3),
    ])
    let last = organization.months - 1
    let judged = judge.firstMonth...max(judge.firstMonth, last)
    for team in organization.teams.indices {
      func figure(_ figure: TeamFigure, _ month: Int) -> FigureEstimate {
        estimate[figure, team: team, month: month]
      }
      let middle = (0...last).map { figure(.coverage, $0).spread.quantile(0.5) ?? 1 }
      func ends(_ which: TeamFigure) -> String {
        [0, last].map { NumberText.plain(figure(which, $0).mean.mean, decimals: 1) }
          .joined(separator: " → ")
      }
      func sum(_ which: TeamFigure) -> Double {
        (0...last).reduce(0) { $0 + figure(which, $1).mean.mean }
      }
      let people = sum(.people)
      let burnout = judged.map { figure(.burnout, $0).mean.mean }.max() ?? 0
      table.add([
        .init(organization.teams[team].id),
        .init(ends(.people)),
        .init(curve: middle, in: 0.5...1),
        .init(NumberText.percent(judged.map { middle[$0] }.min() ?? 1)),
        .init(
          NumberText.percent(
            judged.map { figure(.coverage, $0).spread.quantile(0.1) ?? 1 }.min() ?? 1)),
        .init(NumberText.percent(burnout)),
        .init(people > 0 ? NumberText.percent(sum(.leavers) / people * 12) : ""),
        .init(ends(.pages)), .init(NumberText.months(figure(.slipMonths, last).mean.mean)),
      ])
    }
    let legend =
      "coverage: the middle future from 50 % to 100 %, its worst month, and the worst month of one "
      + "future in ten; other columns are means"
    return [.heading("Teams"), .table(table), .note(legend)]
  }

  private var money: [Page.Block] {
    var table = TextTable(columns: [
      .init("cost"), .init("mean", .right), .init("error", .right), .init("10 %", .right),
      .init("50 %", .right), .init("90 %", .right),
    ])
    let rows: [(String, FutureFigure)] = [
      ("payroll", .payroll), ("hiring", .hiring), ("partners", .partner),
      ("urgent work undone", .shortage), ("roadmap slipped", .slip), ("in all", .total),
    ]
    for (name, figure) in rows {
      let found = estimate[figure]
      guard found.mean.mean != 0 || figure == .total else { continue }
      func money(_ amount: Double?) -> TextTable.Cell {
        .init(NumberText.shortMoney(amount ?? 0, organization.currency))
      }
      table.add([
        .init(name, figure == .total ? .emphasis : nil), money(found.mean.mean),
        money(found.mean.standardError), money(found.spread.quantile(0.1)),
        money(found.spread.quantile(0.5)), money(found.spread.quantile(0.9)),
      ])
    }
    return [.heading("Money over the whole plan"), .table(table)]
  }

  // MARK: What it depends on

  private var shocks: [Page.Block] {
    guard !resilience.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init("if", mayShrink: true), .init("policy kept", .right), .init("change", .right),
      .init("cost", .right, dropRank: 1), .init("hit hardest", dropRank: 2),
    ])
    for outcome in resilience {
      table.add([
        .init(outcome.shock.words(in: organization)),
        .init(NumberText.percent(outcome.policyKept)),
        .init(
          "\(NumberText.fixed(outcome.keptChange.mean * 100, decimals: 1)) "
            + "± "
            + NumberText.fixed((outcome.keptChange.standardError ?? 0) * 200, decimals: 1)),
        .init(NumberText.shortMoney(outcome.costChange.mean, organization.currency)),
        .init(outcome.hardestTeam.map { organization.teams[$0].id } ?? ""),
      ])
    }
    return [.heading("What shocks would do, on the same luck"), .table(table)]
  }

  private var footer: String {
    "Chances and the mean cost are known to \(NumberText.percent(estimate.precision, decimals: 1)) "
      + "(half of a 95 % interval, cost relative to itself). Estimates and assumptions with a range "
      + "are drawn anew in each future; burnout is transferred from other professions and wide; "
      + "limits are facts. Seed \(header.seed); --trace N tells future N as a story."
  }
}
