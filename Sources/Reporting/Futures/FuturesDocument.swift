import Organization
import Planning
import Simulation

/// Figures of many futures, for programs; numbers are not rounded.
struct FuturesDocument {
  private let judge: FutureJudge
  private let estimate: FuturesEstimate

  init(_ judge: FutureJudge, _ estimate: FuturesEstimate) {
    self.judge = judge
    self.estimate = estimate
  }

  init(_ run: FuturesRun) { self.init(run.judge, run.estimate) }

  private var organization: Organization { judge.organization }

  private func month(_ index: Int) -> String { (organization.start + index).description }

  /// By name of ``FutureFigure``.
  var figures: JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: FutureFigure.allCases.map { ($0.name, Self.json(estimate[$0])) }))
  }

  var teams: JSONValue { .array(organization.teams.indices.map(team)) }

  static func json(_ estimate: MeanEstimate) -> JSONValue {
    [
      "mean": .number(estimate.mean),
      "standardError": estimate.standardError.map(JSONValue.number) ?? .null,
    ]
  }

  static func json(_ figure: FigureEstimate) -> JSONValue {
    func quantile(_ share: Double) -> JSONValue {
      figure.spread.quantile(share).map(JSONValue.number) ?? .null
    }
    return [
      "mean": .number(figure.mean.mean),
      "standardError": figure.mean.standardError.map(JSONValue.number) ?? .null,
      "p5": quantile(0.05), "p10": quantile(0.1), "p25": quantile(0.25), "p50": quantile(0.5),
      "p75": quantile(0.75), "p90": quantile(0.9), "p95": quantile(0.95),
    ]
  }

  static func json(_ chance: ProbabilityEstimate) -> JSONValue {
    let interval = chance.interval(confidence: 0.95)
    return [
      "value": chance.value.map(JSONValue.number) ?? .null, "low": .number(interval.lowerBound),
      "high": .number(interval.upperBound),
    ]
  }

  private func team(_ team: Int) -> JSONValue {
    [
      "team": .string(organization.teams[team].id),
      "limits": .array(Limit.allCases.map { limit($0, team: team) }),
      "months": .array(
        (0..<organization.months).map { month in
          var fields = Dictionary(
            uniqueKeysWithValues: TeamFigure.allCases.map { figure in
              (figure.name, Self.json(estimate[figure, team: team, month: month]))
            })
          fields["month"] = .string(self.month(month))
          fields["broken"] = .object(
            Dictionary(
              uniqueKeysWithValues: Limit.allCases.map { limit in
                (
                  limit.rawValue,
                  estimate.broken(limit, team: team, month: month).value
                    .map(JSONValue.number) ?? .null
                )
              }))
          return .object(fields)
        }),
    ]
  }

  private func limit(_ limit: Limit, team: Int) -> JSONValue {
    let first = estimate.firstBroken(limit, team: team)
    let worst = estimate.worstMonth(limit, team: team)
    let allowed = judge.allowed(limit)
    func month(_ share: Double) -> JSONValue {
      first.quantile(share).map { .string(self.month(Int($0))) } ?? .null
    }
    return [
      "limit": .string(limit.rawValue), "weight": .string(limit.weight.rawValue),
      "threshold": .number(judge.limits.threshold(limit)), "allowed": .number(allowed),
      "ever": Self.json(estimate.everBroken(limit, team: team)),
      "worstMonth": .string(self.month(worst)),
      "worst": Self.json(estimate.broken(limit, team: team, month: worst)),
      "tooOftenFrom": .optional(
        estimate.firstMonth(above: allowed, limit, team: team).map(self.month)),
      "firstMonth": ["p10": month(0.1), "p50": month(0.5), "p90": month(0.9)],
    ]
  }

  static func json(_ bar: TornadoBar) -> JSONValue {
    func correlation(_ found: RankCorrelation?) -> JSONValue {
      guard let found else { return .null }
      let interval = found.interval(confidence: 0.95)
      return [
        "value": .number(found.value), "low": .number(interval.lowerBound),
        "high": .number(interval.upperBound),
      ]
    }
    let value = bar.estimate.value
    return [
      "name": .string(bar.name), "low": .number(value.low), "likely": .number(value.likely),
      "high": .number(value.high), "cost": correlation(bar.cost),
      "policyKept": correlation(bar.policyKept),
    ]
  }
}
