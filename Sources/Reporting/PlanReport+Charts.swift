import Organization
import Planning
import Simulation

/// Drawings for formats that have room for them.
extension PlanReport {
  private var months: [String] { (0..<organization.months).map(month) }
  private var teamNames: [String] { organization.teams.map(\.id) }

  /// By team, then month; from futures where they were played, else under expected traffic.
  private func byTeam(
    _ figure: TeamFigure, in futures: (FigureEstimate) -> Double?,
    expected: (TeamMonth) -> Double
  ) -> [[Double]] {
    organization.teams.indices.map { team in
      (0..<organization.months).map { month in
        guard let played = self.futures, played.count > 0 else {
          return expected(best.expected[team: team, month: month])
        }
        return futures(
          played.runs[recommendation.best].estimate[figure, team: team, month: month]) ?? .nan
      }
    }
  }

  private var isPlayed: Bool { (futures?.count ?? 0) > 0 }

  var coverageChart: Page.Block {
    let policy = organization.policy.coverage
    let share = NumberText.percent(policy.probability)
    return .chart(
      Chart(
        "Coverage by team under the recommended plan",
        isPlayed
          ? "Share of the urgent work that is done, in the future that one in ten is worse than; "
            + "dashed: \(NumberText.percent(policy.threshold)), which is to hold in \(share) of futures."
          : "Share of the urgent work that is done, under expected traffic; dashed: "
            + "\(NumberText.percent(policy.threshold)), as the policy demands.",
        .curves(
          Chart.Curves(
            names: teamNames,
            values: byTeam(.coverage, in: { $0.spread.quantile(0.1) }, expected: \.coverage),
            months: months, range: 0.5...1.05, threshold: policy.threshold))))
  }

  var burnoutChart: Page.Block {
    let threshold = organization.policy.burnout.threshold
    return .chart(
      Chart(
        "Burned-out share by team and month under the recommended plan",
        "The larger a square, the more of the team is expected to be burned out; underlined: more "
          + "than \(NumberText.percent(threshold)). An estimate transferred from other professions.",
        .heatMap(
          Chart.HeatMap(
            names: teamNames,
            values: byTeam(.burnout, in: { $0.mean.mean }, expected: \.burnout),
            months: months, threshold: threshold))))
  }

  /// Requisition, start and ramp of each group of seats.
  var hiringChart: Page.Block {
    let end = Double(organization.months)
    return .chart(
      Chart(
        "Hiring timeline",
        "From the month in which a seat is opened until somebody starts, until they are ramped up, "
          + "and until the seat ends.",
        .spans(
          Chart.Spans(
            spans: seatGroups.map { group in
              let planned = group.first
              let seat = planned.seat
              let last = seat.endMonth.map(Double.init) ?? end
              let ready = min(planned.readyMonth, last)
              return Chart.Spans.Span(
                name: "\(group.count) \(organization.levels[seat.level].id), "
                  + organization.teams[seat.team].id,
                marks: [Double(seat.openMonth), min(planned.startMonth, ready), ready, last])
            },
            parts: ["search", "ramp", "ramped up"], months: months))))
  }

  var costChart: [Page.Block] {
    guard let futures, futures.count > 0 else { return [] }
    let shares = [0.1, 0.25, 0.5, 0.75, 0.9]
    let currency = organization.currency
    return [
      .chart(
        Chart(
          "Cost of each strategy",
          "Total cost over the plan, work left undone included, in the same "
            + "\(NumberText.grouped(futures.count)) futures.",
          .spreads(
            Chart.Spreads(
              names: recommendation.outcomes.map(\.strategy.rawValue),
              quantiles: recommendation.outcomes.indices.map { index in
                shares.map { futures.runs[index].estimate[.total].spread.quantile($0) ?? .nan }
              }, number: { NumberText.shortMoney($0, currency) }))))
    ]
  }

  var frontierChart: Page.Block {
    let currency = organization.currency
    return .chart(
      Chart(
        "Cost against risk",
        "Each mark is a plan; none is both dearer and worse than another.",
        .frontier(
          Chart.Frontier(
            points: frontier.map {
              Chart.Frontier.Point(amount: $0.cash, share: $0.kept, name: marks(of: $0))
            }, amountName: "cash", shareName: "policy kept",
            number: { NumberText.shortMoney($0, currency) }))))
  }

  /// One for each driver.
  var trafficCharts: [Page.Block] {
    traffic.map { line in
      .chart(
        Chart(
          "Traffic of \(line.id)",
          "Relative to today: the mean, and the band that holds it with 80 %.",
          .fan(
            Chart.Fan(
              past: [],
              future: line.mean.indices.map { month in
                FanChart.Column(
                  middle: line.mean[month],
                  band: min(
                    line.low[month], line.high[month])...max(
                      line.low[month], line.high[month]))
              }, middle: "mean", names: months,
              number: { "x" + NumberText.fixed($0, decimals: 1) }))))
    }
  }
}
