import Organization
import Planning
import Simulation

extension PlanReport {
  /// Services that miss a target today or run out of error budget under the recommended plan; only
  /// those of which the model measures something.
  var scorecard: [Page.Block] {
    let measured = scores.filter { !organization.services[$0.service].metrics.isEmpty }
    guard !measured.isEmpty else { return [] }
    let missing = measured.filter { !$0.missesToday.isEmpty || $0.firstOverspent != nil }
    let heading = Page.Block.heading("Services that miss a target")
    guard !missing.isEmpty else {
      let count = NumberText.count(measured.count, "service", "services")
      return [
        heading,
        .paragraph(
          "None of \(count) with metrics misses a target or overspends its error budget.", .good),
      ]
    }
    var table = TextTable(columns: [
      .init("service", mayShrink: true), .init("SLO", .right), .init("budget", .right),
      .init("worst", .right), .init("over from", isDroppedEmpty: true),
      .init("recovers in", .right, dropRank: 2),
      .init("cost", .right, dropRank: 1, isDroppedEmpty: true),
      .init("misses today", mayShrink: true, isDroppedEmpty: true),
    ])
    for score in missing {
      let spent = score.quarters.compactMap(\.budgetSpent)
      let worst = spent.max()
      table.add([
        .init(SafeText.terminal(organization.services[score.service].id)),
        .init(NumberText.plain(score.slo * 100, decimals: 4) + " %"),
        .init(spent.first.map { NumberText.percent($0) } ?? ""),
        .init(worst.map { NumberText.percent($0) } ?? "", (worst ?? 0) > 1 ? .bad : nil),
        score.firstOverspent.map { .init(month($0.firstMonth), .bad) } ?? "",
        .init(Self.elapsed(seconds: score.hoursToRecover * 3600)), .init(costChange(score)),
        .init(score.missesToday.map(words).joined(separator: ", "), .bad),
      ])
    }
    return [
      heading, .table(table),
      .note(
        "budget: share of its error budget that the first quarter spends, worst: that any does; "
          + "cost: infrastructure for today's traffic, in the first and the last quarter"),
    ]
  }

  private var scores: [ServiceScore] {
    ServiceScore.all(
      recommendation.model, expected: best.expected, traffic: recommendation.traffic)
  }

  private func costChange(_ score: ServiceScore) -> String {
    guard let first = score.quarters.first?.costPerTraffic,
      let last = score.quarters.last?.costPerTraffic
    else { return "" }
    return "\(money(first)) - \(money(last))"
  }

  private func words(_ miss: ServiceScore.Miss) -> String {
    switch miss {
    case .errorRate(let rate, let target):
      "errors \(NumberText.plain(rate * 100, decimals: 4)) % > "
        + "\(NumberText.plain(target * 100, decimals: 4)) %"
    case .slowness(let seconds, let target):
      "p99 \(Self.elapsed(seconds: seconds)) > \(Self.elapsed(seconds: target))"
    case .saturation(let share, let target):
      "database \(NumberText.percent(share)) > \(NumberText.percent(target))"
    }
  }

  /// Time on the clock in the unit that suits it, such as `300 ms` or `45 min`.
  static func elapsed(seconds: Double) -> String {
    switch seconds {
    case ..<1: "\(NumberText.figure(seconds * 1000)) ms"
    case ..<120: "\(NumberText.figure(seconds)) s"
    case ..<7200: "\(NumberText.plain(seconds / 60, decimals: 0)) min"
    default: "\(NumberText.plain(seconds / 3600, decimals: 1)) h"
    }
  }

  // MARK: JSON

  var scorecardJSON: JSONValue { .array(scores.map(json)) }

  private func json(_ score: ServiceScore) -> JSONValue {
    let metrics = organization.services[score.service].metrics
    return [
      "service": .string(organization.services[score.service].id),
      "slo": .number(score.slo), "isSLOAssumed": .bool(!score.isSLOGiven),
      "hoursToRecover": .number(score.hoursToRecover),
      "isTimeToRecoverAssumed": .bool(metrics.hoursToRecover == nil),
      "errorRate": .optional(metrics.errorRate), "p99": .optional(metrics.p99Seconds),
      "p99Target": .optional(metrics.p99TargetSeconds),
      "databaseSaturation": .optional(metrics.databaseSaturation),
      "missesToday": .array(score.missesToday.map { .string(words($0)) }),
      "quarters": .array(
        score.quarters.map { quarter -> JSONValue in
          [
            "from": .string(month(quarter.firstMonth)), "pages": .optional(quarter.pages),
            "budgetSpent": .optional(quarter.budgetSpent), "cost": .optional(quarter.cost),
            "costPerTraffic": .optional(quarter.costPerTraffic),
          ]
        }),
    ]
  }
}
