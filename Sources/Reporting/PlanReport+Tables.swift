import Organization
import Planning
import Simulation

extension PlanReport {
  var strategies: [Page.Block] {
    var table = TextTable(columns: [
      .init("strategy"), .init("hires", .right), .init("rented", .right),
      .init("moved", .right, isDroppedEmpty: true),
      .init("promoted", .right, isDroppedEmpty: true), .init("cash", .right),
      .init("undone work", .right), .init("in all", .right), .init("policy kept", .right),
      .init("cheapest", .right, dropRank: 1),
      .init("first broken", mayShrink: true, dropRank: 2),
    ])
    for (index, outcome) in recommendation.outcomes.enumerated() {
      let cost = outcome.cost
      let hires = outcome.plan.seats.count { !$0.source.isPartner }
      let first = outcome.breaches.filter { $0.limit.weight == .policy }
        .min { $0.firstMonth < $1.firstMonth }
      table.add([
        .init(outcome.strategy.rawValue, index == recommendation.best ? .emphasis : nil),
        .init("\(hires)"), .init("\(outcome.plan.seats.count - hires)"),
        .init(outcome.plan.transfers.isEmpty ? "" : "\(outcome.plan.transfers.count)"),
        .init(outcome.plan.rises.isEmpty ? "" : "\(outcome.plan.rises.count)"),
        .init(money(cost.cash)),
        .init(money(cost.shortage + cost.slip)), .init(money(cost.total)),
        .init(NumberText.percent(outcome.reliability.kept)),
        .init(NumberText.percent(recommendation.probabilityOfBest[index])),
        first.map {
          .init(
            "\(SafeText.terminal(organization.teams[$0.team].id)) \(month($0.firstMonth))", .bad)
        } ?? .init("none", .good),
      ])
    }
    return [.heading("Strategies on the same futures"), .table(table)]
      + recommendation.leftOut.map { strategy, reason in
        .note("\(strategy.rawValue) is left out: \(reason)")
      }
  }

  var teams: [Page.Block] {
    var table = TextTable(columns: [
      .init("team", mayShrink: true), .init("people", .right), .init("coverage"),
      .init("worst", .right), .init("senior", .right, dropRank: 1), .init("on call", .right),
      .init("nights/wk", .right, dropRank: 3), .init("pages/12h", .right, dropRank: 4),
      .init("burned out", .right), .init("slip", .right, dropRank: 2),
    ])
    let first = min(organization.policy.graceMonths, organization.months - 1)
    for team in organization.teams.indices {
      let cells = (0..<organization.months).map { best.expected[team: team, month: $0] }
      let judged = cells.suffix(from: first)
      guard let start = cells.first, let end = cells.last else { continue }
      let coverage = judged.map(\.coverage).min() ?? 1
      let senior = judged.map(\.seniorCoverage).min() ?? 1
      let burnout = judged.map(\.burnout).max() ?? 0
      let policy = organization.policy
      table.add([
        .init(SafeText.terminal(organization.teams[team].id)),
        .init("\(people(start)) → \(people(end))"),
        .init(curve: cells.map(\.coverage), in: 0.5...1),
        .init(NumberText.percent(coverage), coverage < policy.coverage.threshold ? .bad : nil),
        .init(NumberText.percent(senior), senior < policy.seniorCoverage.threshold ? .bad : nil),
        .init(NumberText.percent(judged.map(\.onCallShare).max() ?? 0)),
        .init(NumberText.plain(judged.map(\.nightsPerWeek).max() ?? 0, decimals: 1)),
        .init(NumberText.plain(judged.map(\.pagesPer12Hours).max() ?? 0, decimals: 2)),
        .init(NumberText.percent(burnout), burnout > policy.burnout.threshold ? .bad : nil),
        .init(NumberText.months(end.slipMonths)),
      ])
    }
    return [
      .heading("Teams under the recommended plan, expected traffic"), .table(table),
      .note(
        "coverage from 50 % to 100 %; other columns: the worst month from \(month(first))"),
      coverageChart, burnoutChart,
    ]
  }

  func people(_ cell: TeamMonth) -> String {
    NumberText.plain(cell.headcount.total + cell.partnerSeats, decimals: 1)
  }

  var trafficBlocks: [Page.Block] {
    var table = TextTable(columns: [
      .init("driver", mayShrink: true), .init("by month"),
      .init("first → last", .right), .init("last 10-90 %", .right),
    ])
    var bases = [Page.Block]()
    for line in traffic {
      let end = organization.months - 1
      let range = 0...max(2, line.mean.max() ?? 1)
      table.add([
        .init(line.id), .init(curve: line.mean, in: range),
        .init(
          "x\(NumberText.plain(line.mean[0])) → "
            + NumberText.plain(line.mean[end])),
        .init("x\(NumberText.plain(line.low[end]))-\(NumberText.plain(line.high[end]))"),
      ])
      bases.append(.note("\(line.id): \(line.basis)"))
    }
    return [.heading("Traffic, relative to today"), .table(table)] + bases + trafficCharts
  }
}
